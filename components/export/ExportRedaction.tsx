import { i18n } from '#i18n';
import type { NameRule, Redaction, TextRule } from '../../lib/export/redaction';
import { Segmented } from '../Segmented';
import { Check } from './ExportChoice';

type ExportRedactionProps = {
  redaction: Redaction;
  onRedaction(change: Partial<Redaction>): void;
};

/** What of names and words goes out. Nothing does unless the reader says so. */
export function ExportRedaction(props: ExportRedactionProps) {
  const { redaction, onRedaction } = props;
  return (
    <section class="part" aria-labelledby="export-redaction">
      <h2 id="export-redaction">{i18n.t('export_page_redaction')}</h2>
      <NamesRule {...props} />
      <TextRuleChoice {...props} />
      <Check
        label={i18n.t('export_page_own_words')}
        checked={redaction.ownWords}
        onChange={(ownWords) => onRedaction({ ownWords })}
      />
      <p class="note warning" role="status">
        {redaction.text === 'never' ? '' : i18n.t('export_page_text_warning')}
      </p>
    </section>
  );
}

function NamesRule({ redaction, onRedaction }: ExportRedactionProps) {
  return (
    <div class="rule">
      <h3>{i18n.t('export_page_names')}</h3>
      <Segmented<NameRule>
        name="export-names"
        legend={i18n.t('export_page_names')}
        value={redaction.names}
        choices={[
          { value: 'code', label: i18n.t('export_page_names_code') },
          { value: 'first', label: i18n.t('export_page_names_first') },
          { value: 'keep', label: i18n.t('export_page_names_keep') },
        ]}
        onChange={(names) => onRedaction({ names })}
      />
    </div>
  );
}

function TextRuleChoice({ redaction, onRedaction }: ExportRedactionProps) {
  return (
    <div class="rule">
      <h3>{i18n.t('export_page_text')}</h3>
      <Segmented<TextRule>
        name="export-text"
        legend={i18n.t('export_page_text')}
        value={redaction.text}
        choices={[
          { value: 'never', label: i18n.t('export_page_text_never') },
          { value: 'start', label: i18n.t('export_page_text_start') },
          { value: 'whole', label: i18n.t('export_page_text_whole') },
        ]}
        onChange={(text) => onRedaction({ text })}
      />
    </div>
  );
}
