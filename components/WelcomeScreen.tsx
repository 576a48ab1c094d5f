import { i18n } from '#i18n';
import type { Mode } from '../lib/default-settings';
import { modeWord } from './OfficeSettings';

export type StartMode = 'fold' | 'mark';

/** The first-run page: what is read, what is kept, what never happens; then the reader starts it, or does not. */
export function WelcomeScreen(props: {
  /** Null until the reader has chosen. */
  started: StartMode | 'office' | null;
  /** The mode that the office has set to begin with; null where it has set none, or the reader chose another. */
  office: Mode | null;
  /** The choice could not be saved: nothing has begun, or the choice of before holds. */
  saveFailed: boolean;
  /** "office": as the office has set, for as long as the reader chooses nothing else. */
  onStart(mode: StartMode | 'office'): void;
  onOpenOptions(): void;
}) {
  return (
    <main class="page welcome">
      <header>
        <img src="/icon/icon.svg" alt="" width="56" height="56" />
        <div>
          <h1>{i18n.t('extension_name')}</h1>
          <p>{i18n.t('welcome_what')}</p>
        </div>
      </header>
      <div class="columns">
        <Promises
          title={i18n.t('welcome_read_title')}
          lines={[i18n.t('welcome_read_open'), i18n.t('welcome_read_not')]}
        />
        <Promises
          title={i18n.t('welcome_kept_title')}
          lines={[i18n.t('welcome_kept_what'), i18n.t('welcome_kept_where')]}
        />
        <Promises
          title={i18n.t('welcome_never_title')}
          lines={[
            i18n.t('welcome_never_network'),
            i18n.t('welcome_never_act'),
            i18n.t('welcome_never_hide'),
            i18n.t('welcome_never_rank'),
          ]}
        />
      </div>
      <Start {...props} />
    </main>
  );
}

function Promises(props: { title: string; lines: string[] }) {
  return (
    <section class="promises">
      <h2>{props.title}</h2>
      <ul>
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Start(props: {
  started: StartMode | 'office' | null;
  office: Mode | null;
  saveFailed: boolean;
  onStart(mode: StartMode | 'office'): void;
  onOpenOptions(): void;
}) {
  const { started } = props;
  return (
    <section class="start">
      <h2>{i18n.t('welcome_start_title')}</h2>
      <div class="ways">
        {props.office !== null && (
          <Way mode="office" office={props.office} started={started} onStart={props.onStart} />
        )}
        <Way mode="mark" started={started} onStart={props.onStart} />
        <Way mode="fold" started={started} onStart={props.onStart} />
      </div>
      <p class="answer" role="status">
        {props.saveFailed ? i18n.t('options_save_failed') : answerTo(started)}
      </p>
      <button type="button" class="link" onClick={props.onOpenOptions}>
        {i18n.t('welcome_options')}
      </button>
    </section>
  );
}

function answerTo(started: StartMode | 'office' | null): string {
  return started === null ? i18n.t('welcome_until') : i18n.t('welcome_started');
}

function Way(props: {
  mode: StartMode | 'office';
  office?: Mode;
  started: StartMode | 'office' | null;
  onStart(mode: StartMode | 'office'): void;
}) {
  const { mode, office = 'mark' } = props;
  const words = {
    office: {
      button: i18n.t('welcome_office', { mode: modeWord(office) }),
      text: i18n.t('welcome_office_text'),
    },
    mark: { button: i18n.t('welcome_mark'), text: i18n.t('welcome_mark_text') },
    fold: { button: i18n.t('welcome_fold'), text: i18n.t('welcome_fold_text') },
  }[mode];
  return (
    <div class="way">
      <button
        type="button"
        class={props.started === null || props.started === mode ? 'button main' : 'button'}
        aria-pressed={props.started === mode}
        aria-describedby={`start-${mode}`}
        onClick={() => props.onStart(mode)}
      >
        {words.button}
      </button>
      <p id={`start-${mode}`}>{words.text}</p>
    </div>
  );
}
