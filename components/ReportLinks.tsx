import { i18n } from '#i18n';
import { partWord, REPORT_PARTS, type ReportPart } from './report/ReportFrame';

/** The ways to the parts of the report. Buttons: the page that opens is another tab's. */
export function ReportLinks(props: { onOpen(part: ReportPart): void }) {
  return (
    <nav class="report-links" aria-label={i18n.t('overview_open')}>
      <span>{i18n.t('overview_open')}</span>
      {REPORT_PARTS.map((part) => (
        <button key={part} type="button" class="link" onClick={() => props.onOpen(part)}>
          {partWord(part)}
        </button>
      ))}
    </nav>
  );
}
