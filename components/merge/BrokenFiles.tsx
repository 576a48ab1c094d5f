import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TallyProblem } from '../../lib/import/tally-error';
import { showNumber } from '../show-amount';

/** A file that was left out, and why. `unreadable`: the disk does not give it. */
export type BrokenTally = { name: string; problem: TallyProblem | 'unreadable' };

/** Files shown before one asks for all. */
const SHOWN = 30;

/** The files that were left out, by name. */
export function BrokenFiles({ files }: { files: readonly BrokenTally[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? files : files.slice(0, SHOWN);
  const count = showNumber(files.length);
  return (
    <>
      <BrokenTable files={shown} count={count} />
      {shown.length < files.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {i18n.t('merge_broken_all', { count })}
        </button>
      )}
    </>
  );
}

function BrokenTable({ files, count }: { files: readonly BrokenTally[]; count: string }) {
  return (
    <table class="merge-broken">
      <caption>{i18n.t('merge_broken_title', { count })}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('merge_broken_file')}</th>
          <th scope="col">{i18n.t('merge_broken_why')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, problem }, at) => (
          <tr key={at}>
            <td>
              <bdi>{name}</bdi>
            </td>
            <td>{whyWord(problem)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whyWord(problem: BrokenTally['problem']): string {
  const words: Record<BrokenTally['problem'], string> = {
    empty: i18n.t('merge_why_empty'),
    packed: i18n.t('merge_why_packed'),
    'other-encoding': i18n.t('merge_why_encoding'),
    'not-json': i18n.t('merge_why_not_json'),
    'not-ours': i18n.t('merge_why_not_ours'),
    'newer-version': i18n.t('merge_why_newer'),
    'too-large': i18n.t('merge_why_too_large'),
    backup: i18n.t('merge_why_backup'),
    export: i18n.t('merge_why_export'),
    'wrong-figure': i18n.t('merge_why_figure'),
    'wrong-day': i18n.t('merge_why_day'),
    twice: i18n.t('merge_why_twice'),
    damaged: i18n.t('merge_why_damaged'),
    unreadable: i18n.t('merge_why_unreadable'),
  };
  return words[problem];
}
