import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { WordPacksProps } from '../../components/WordPacks';
import type { Settings, SettingsChange } from '../default-settings';
import {
  changeBy,
  type Pack,
  PackError,
  type PackProblem,
  readPack,
  withoutPack,
  withPack,
} from '../import/pack';

/** Bytes of a file that are looked at; a larger one is refused unread. */
const MAX_FILE = 256_000;

/** Reading, taking and taking out packs of words. Nothing is changed before the user takes one. */
export function useWordPacks(
  settings: Settings,
  change: (change: SettingsChange) => void,
): WordPacksProps {
  const [pack, setPack] = useState<Pack | null>(null);
  const [result, setResult] = useState<WordPacksProps['result']>(null);
  const attempt = (action: () => void) => {
    try {
      action();
    } catch (error) {
      setPack(null);
      setResult({ ok: false, words: problemWords(error) });
    }
  };
  const onFile = async (file: File) => {
    const text = file.size > MAX_FILE ? null : await file.text().catch(() => '');
    attempt(() => {
      if (text === null) throw new PackError('large');
      setPack(readPack(text));
      setResult(null);
    });
  };
  return {
    packs: settings.packs,
    offered: pack && { name: pack.name, ...changeBy(pack, settings) },
    result,
    onFile: (file) => void onFile(file),
    onTake: () =>
      attempt(() => {
        if (!pack) return;
        change(withPack(pack, settings));
        setPack(null);
        setResult({ ok: true, words: i18n.t('pack_taken', { name: pack.name }) });
      }),
    onDecline: () => setPack(null),
    onDrop: (name) => {
      change(withoutPack(name, settings));
      setResult({ ok: true, words: i18n.t('pack_dropped', { name }) });
    },
  };
}

function problemWords(error: unknown): string {
  if (!(error instanceof PackError)) throw error;
  const { detail } = error;
  const words: Record<PackProblem, string> = {
    large: i18n.t('pack_problem_large'),
    json: i18n.t('pack_problem_json'),
    kind: i18n.t('pack_problem_kind'),
    version: i18n.t('pack_problem_version', { detail }),
    field: i18n.t('pack_problem_field', { detail }),
    name: i18n.t('pack_problem_name'),
    list: i18n.t('pack_problem_list', { detail }),
    empty: i18n.t('pack_problem_empty'),
    many: i18n.t('pack_problem_many', { detail }),
  };
  return words[error.problem];
}
