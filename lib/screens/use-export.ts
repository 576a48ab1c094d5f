import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ExportProps } from '../../components/export/ExportScreen';
import type { Settings } from '../default-settings';
import { cardOf, cardText } from '../export/card';
import { CATEGORIES, type Category } from '../export/categories';
import { DEFAULT_REDACTION, type Redaction } from '../export/redaction';
import type { SheetChoice, SheetSource } from '../export/sheet-source';
import { sheetsOf } from '../export/sheets';
import { groupId } from '../tally/group-notes';
import {
  cardUrl,
  csvFile,
  EXPORT_FORMATS,
  type ExportFormat,
  type HandOver,
  type WrittenFile,
} from './export-formats';
import { failureWords } from './failure-words';
import { chosenAll, chosenOf, isChosen, withGroup } from './group-choice';
import { saveFile } from './save-file';
import { useExportSource } from './use-export-source';
import { useSettings } from './use-settings';

const FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as ExportFormat[];

/** The hand-over for a supervisor: what is chosen, its preview, and the ways to write it. */
export function useExport(loaded: Settings): ExportProps {
  const { settings } = useSettings(loaded);
  const read = useExportSource(settings);
  const [groupChoice, setGroupChoice] = useState(chosenAll(true));
  const [categories, setCategories] = useState<ReadonlySet<Category>>(new Set(CATEGORIES));
  const [redaction, setRedaction] = useState<Redaction>(DEFAULT_REDACTION);
  const { source } = read;
  const choice = useMemo(
    () => ({ categories, groups: chosenOf(groupChoice, source?.groups ?? []) }),
    [source, categories, groupChoice],
  );
  const shown = useMemo(() => preview(source, choice, redaction), [source, choice, redaction]);
  const saving = useSaving(shown?.handOver);
  return {
    ...read.props,
    ...saving,
    groups: (source?.groups ?? []).map(({ site, chat, messages }) => {
      const id = groupId({ site, chat });
      return { id, site, chat, messages, chosen: isChosen(groupChoice, id) };
    }),
    categories: CATEGORIES.map((category) => ({ category, chosen: categories.has(category) })),
    empty: source !== undefined && source.groups.length === 0,
    redaction,
    formats: FORMAT_NAMES,
    sheets: shown?.handOver.sheets,
    card: shown?.card ?? null,
    onGroup: (id, chosen) => setGroupChoice(withGroup(groupChoice, id, chosen)),
    onAllGroups: (chosen) => setGroupChoice(chosenAll(chosen)),
    onCategory: (category, chosen) => setCategories(switched(categories, category, chosen)),
    onRedaction: (change) => setRedaction({ ...redaction, ...change }),
    onPrint: () => print(),
  };
}

type Shown = { handOver: HandOver; card: { url: string; text: string } };

function preview(
  source: SheetSource | undefined,
  choice: SheetChoice,
  redaction: Redaction,
): Shown | undefined {
  if (!source || source.groups.length === 0) return undefined;
  const { from, to } = source;
  const card = cardOf(source, choice);
  const head = { from, to, redaction, created: Date.now() };
  const sheets = sheetsOf(source, choice, redaction);
  return {
    handOver: { sheets, card, head },
    card: { url: cardUrl(card), text: cardText(card) },
  };
}

/** Writing files, and what it came to in words. */
function useSaving(
  handOver: HandOver | undefined,
): Pick<ExportProps, 'busy' | 'result' | 'onSave' | 'onSaveSheet'> {
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<ExportProps['result']>(null);
  // What was said of a file is not true of another choice.
  useEffect(() => setResult(null), [handOver]);

  const save = (write: (handOver: HandOver) => Promise<WrittenFile[]>) => {
    if (!handOver) return;
    setBusy(true);
    setResult(null);
    write(handOver)
      .then((files) => {
        for (const { name, content } of files) saveFile(name, content);
        const names = files.map(({ name }) => name).join(i18n.t('list_separator'));
        setResult({ ok: true, words: i18n.t('data_exported', { name: names }) });
      })
      .catch((error: unknown) => {
        console.error(error);
        setResult({ ok: false, words: i18n.t('data_failed', { reason: failureWords(error) }) });
      })
      .finally(() => setBusy(false));
  };
  return {
    busy,
    result,
    onSave: (format) => save(EXPORT_FORMATS[format]),
    onSaveSheet: (at) =>
      save(async ({ sheets, head }) =>
        sheets.slice(at, at + 1).map((sheet) => csvFile(sheet, head)),
      ),
  };
}

function switched<T>(set: ReadonlySet<T>, value: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (isIn) next.add(value);
  else next.delete(value);
  return next;
}
