import { i18n } from '#i18n';
import type { Mode, OfficeSettings as Office } from '../lib/default-settings';
import { siteWord } from './site-word';

/** What the office has set, to be read and not to be changed; nothing where it has set nothing. */
export function OfficeSettings({ office }: { office: Office }) {
  const { defaultMode, sitesOff, neverFold } = office;
  if (defaultMode === null && sitesOff.length + neverFold.length === 0) return null;
  return (
    <section class="part office">
      <h2>{i18n.t('office_title')}</h2>
      <p class="note">{i18n.t('office_hint')}</p>
      {defaultMode !== null && (
        <>
          <h3>{i18n.t('office_mode_title')}</h3>
          <p>{modeWord(defaultMode)}</p>
        </>
      )}
      <Entries title={i18n.t('office_sites')} entries={sitesOff.map(siteWord)} />
      <Entries title={i18n.t('office_words')} entries={neverFold} />
    </section>
  );
}

function Entries(props: { title: string; entries: readonly string[] }) {
  if (props.entries.length === 0) return null;
  return (
    <>
      <h3>{props.title}</h3>
      <ul>
        {props.entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
    </>
  );
}

/** Beside the master switch, while it stands where the office has set it. */
export function OfficeMode({ office }: { office: Office }) {
  return office.defaultMode === null ? null : <p class="note">{i18n.t('office_mode')}</p>;
}

/** The word for a mode, as the master switch has it. */
export function modeWord(mode: Mode): string {
  return { fold: i18n.t('mode_fold'), mark: i18n.t('mode_mark'), off: i18n.t('mode_off') }[mode];
}
