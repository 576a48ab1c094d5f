import { vi } from 'vitest';
import { type OptionsProps, OptionsScreen } from '../../components/OptionsScreen';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { DEMAND_DEFAULTS, PACE_DEFAULTS, SAFETY } from './samples';
import { show } from './screen';

const OPTIONS: OptionsProps = {
  settings: DEFAULT_SETTINGS,
  demandDefaults: DEMAND_DEFAULTS,
  paceDefaults: PACE_DEFAULTS,
  today: '2026-11-22',
  saved: null,
  eraseResult: '',
  erasing: false,
  storageBytes: 3_400_000,
  safety: SAFETY,
  storageSafety: {
    persistence: 'best-effort',
    snapshot: { taken: 1_760_000_000_000, from: '2026-10-01', days: 40 },
    snapshotFailed: 1_760_000_000_000,
    kinds: [{ kind: 'messages', rows: 1_200, bytes: 700_000 }],
    onPersist: () => {},
  },
  hosts: {
    hosts: ['https://chat.example.org'],
    result: null,
    onAdd: () => {},
    onRemove: () => {},
  },
  picked: { sites: [], result: '', onDelete: () => {}, onExport: () => {}, onImport: () => {} },
  chats: [
    { site: 'wechat', chat: '防汛值守群' },
    { site: 'wechat', chat: '' },
  ],
  wordPacks: {
    packs: [],
    offered: null,
    result: null,
    onFile: () => {},
    onTake: () => {},
    onDecline: () => {},
    onDrop: () => {},
  },
  busy: false,
  result: null,
  onExportBackup: () => {},
  onImportBackup: () => {},
  onChange: () => {},
  onErase: () => {},
};

/** Shows the settings page, with anything said otherwise, and notes what it calls. */
export function open(props: Partial<OptionsProps> = {}) {
  const onChange = vi.fn();
  const onErase = vi.fn();
  const root = show(<OptionsScreen {...OPTIONS} {...{ onChange, onErase }} {...props} />);
  return { root, onChange, onErase };
}
