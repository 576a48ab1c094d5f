import type { TargetedEvent } from 'preact';
import { i18n } from '#i18n';
import type { WordPack } from '../lib/default-settings';

/** A pack that was read and not yet taken. */
export type OfferedPack = { name: string; keywords: string[]; senders: string[]; known: number };

export type WordPacksProps = {
  packs: readonly WordPack[];
  /** Null while none was chosen. */
  offered: OfferedPack | null;
  /** What became of the last one, in words. */
  result: { ok: boolean; words: string } | null;
  onFile(file: File): void;
  onTake(): void;
  onDecline(): void;
  onDrop(name: string): void;
};

/** Packs of words that are never folded: read from a file, looked at, taken, and taken out again. */
export function WordPacks(props: WordPacksProps) {
  const { packs, offered, result } = props;
  return (
    <div class="word-packs">
      <ul class="plain-list">
        {packs.map(({ name, keywords, senders }) => (
          <li key={name} class="actions">
            <span>
              {name} · {i18n.t('pack_size', { words: keywords.length, senders: senders.length })}
            </span>
            <button
              type="button"
              class="button small"
              aria-label={i18n.t('pack_drop_named', { name })}
              onClick={() => props.onDrop(name)}
            >
              {i18n.t('pack_drop')}
            </button>
          </li>
        ))}
      </ul>
      {offered && <Offer {...props} offered={offered} />}
      <div class="actions">
        <ChooseFile onFile={props.onFile} />
      </div>
      <p class={result?.ok === false ? 'result failed' : 'result'} role="status">
        {result?.words ?? ''}
      </p>
    </div>
  );
}

function Offer(props: WordPacksProps & { offered: OfferedPack }) {
  const { name, keywords, senders, known } = props.offered;
  return (
    <section class="block" aria-label={i18n.t('pack_offer', { name })}>
      <h3>{i18n.t('pack_offer', { name })}</h3>
      <Entries title={i18n.t('pack_new_words', { count: keywords.length })} entries={keywords} />
      <Entries title={i18n.t('pack_new_senders', { count: senders.length })} entries={senders} />
      {known > 0 && <p class="note">{i18n.t('pack_known', { count: known })}</p>}
      <div class="actions">
        <button type="button" class="button small" onClick={props.onTake}>
          {i18n.t('pack_take')}
        </button>
        <button type="button" class="button small" onClick={props.onDecline}>
          {i18n.t('pack_decline')}
        </button>
      </div>
    </section>
  );
}

function ChooseFile(props: { onFile(file: File): void }) {
  const pick = (event: TargetedEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    // Emptied so that picking the same file again is a change again.
    event.currentTarget.value = '';
    if (file) props.onFile(file);
  };
  return (
    <label class="button small">
      <input type="file" accept="application/json,.json" onChange={pick} />
      {i18n.t('pack_choose')}
    </label>
  );
}

function Entries(props: { title: string; entries: readonly string[] }) {
  return (
    <>
      <p>{props.title}</p>
      {props.entries.length > 0 && (
        <p class="note">{props.entries.join(i18n.t('list_separator'))}</p>
      )}
    </>
  );
}
