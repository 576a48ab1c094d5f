import { announceRevision } from './record-message.ts';
import type { Recording } from './recording.ts';
import type { NoticeRow } from './rows.ts';

/**
 * Takes over what the versions of a backup change, once its messages are recorded. A version that one side took for new
 * and the other for a revision is a revision: the other had seen more. So it is no matter which backup comes first.
 * `names`: version ids of the backup and what they are called here.
 */
export async function uniteRevisions<Index>(
  recording: Recording<Index>,
  notices: readonly NoticeRow[],
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const { ledger } = recording;
  const nameOf = (id: string) => names.get(id) ?? id;
  await ledger.loadNotices(notices.flatMap(({ revises }) => revises ?? []).map(nameOf));
  for (const source of notices) {
    if (source.revises === null) continue;
    const of = nameOf(source.revises);
    const here = ledger.notice(nameOf(source.notice));
    if (here && isNews(here, source) && !changesBack(ledger.notice(of), here)) {
      takeOver(recording, here.notice, { ...source, revises: of });
    }
  }
}

function isNews(here: NoticeRow, { askedBefore }: NoticeRow): boolean {
  return here.revises === null || askedBefore.some((kind) => !here.askedBefore.includes(kind));
}

/** The two became one, or change each other: a circle has no first version. */
function changesBack(of: NoticeRow | undefined, { notice }: NoticeRow): boolean {
  return of?.notice === notice || of?.revises === notice;
}

function takeOver<Index>(recording: Recording<Index>, id: string, source: NoticeRow): void {
  const notice = recording.ledger.editNotice(id);
  if (!notice) return;
  if (notice.revises === null) {
    notice.revises = source.revises;
    notice.changed = source.changed;
  }
  notice.askedBefore = [...new Set([...notice.askedBefore, ...source.askedBefore])].sort();
  announceRevision(recording, notice);
}
