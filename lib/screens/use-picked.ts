import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PickedSitesProps } from '../../components/PickedSites';
import { deletePicked, loadPicked, savePicked, watchPicked } from '../picked-store';
import { MAX_FILE, type Refused, readDefinition } from '../sites/picked-check';
import type { PickedDefinition } from '../sites/picked-definition';
import { saveFile } from './save-file';

/** The sites that were pointed out by hand, and what can be done with them. */
export function usePicked(): PickedSitesProps {
  const [definitions, setDefinitions] = useState<PickedDefinition[]>();
  const [result, setResult] = useState('');
  useEffect(() => {
    void loadPicked().then(setDefinitions);
    return watchPicked(setDefinitions);
  }, []);
  const find = (id: string) => definitions?.find((each) => each.id === id);
  return {
    sites: definitions?.map(({ id, name, hosts, rememberedHeights }) => ({
      id,
      name,
      hosts,
      isMarkedOnly: rememberedHeights,
    })),
    result,
    onDelete: (id) => {
      const name = find(id)?.name ?? '';
      void deletePicked(id).then(() => setResult(i18n.t('picked_deleted', { name })));
    },
    onExport: (id) => {
      const definition = find(id);
      if (definition)
        saveFile(
          `${fileName(definition.name)}.fingerlight-site.json`,
          new Blob([JSON.stringify(definition, null, 2)], { type: 'application/json' }),
        );
    },
    onImport: (file) => void take(file).then(setResult),
  };
}

/** What became of a file, in words. A longer one is not read at all. */
async function take(file: File): Promise<string> {
  if (file.size > MAX_FILE * 4) return refusedWords('too-large', '');
  const checked = readDefinition(await file.text());
  if (!checked.ok) return refusedWords(checked.why, checked.field);
  await savePicked(checked.definition);
  return i18n.t('picked_added', { name: checked.definition.name });
}

function refusedWords(why: Refused, field: string): string {
  const words: Record<Refused, () => string> = {
    'not-json': () => i18n.t('picked_refused_not_json'),
    'too-large': () => i18n.t('picked_refused_too_large'),
    'not-a-definition': () => i18n.t('picked_refused_not_a_definition'),
    'newer-version': () => i18n.t('picked_refused_newer_version'),
    'bad-field': () => i18n.t('picked_refused_bad_field', { field }),
    'reads-input': () => i18n.t('picked_refused_reads_input', { field }),
    'whole-page': () => i18n.t('picked_refused_whole_page'),
  };
  return words[why]();
}

function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60);
}
