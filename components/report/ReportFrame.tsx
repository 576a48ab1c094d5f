import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';

/** The parts of the report page, in their order; each has an address of its own ("report.html#overview"). */
export const REPORT_PARTS = ['overview', 'groups', 'export', 'merge'] as const;

export type ReportPart = (typeof REPORT_PARTS)[number];

/** The report page around whichever part is open. */
export function ReportFrame(props: { part: ReportPart; children: ComponentChildren }) {
  const title = `${partWord(props.part)} · ${i18n.t('report_title')}`;
  // Each part is a page of its own to who goes back and forth, has two open or hears the title.
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div class="report">
      <header>
        <img src="/icon/icon.svg" alt="" width="32" height="32" />
        <h1>{i18n.t('report_title')}</h1>
        <nav aria-label={i18n.t('report_parts')}>
          {REPORT_PARTS.map((part) => (
            <a key={part} href={`#${part}`} aria-current={part === props.part ? 'page' : undefined}>
              {partWord(part)}
            </a>
          ))}
        </nav>
      </header>
      <main>{props.children}</main>
    </div>
  );
}

function partWord(part: ReportPart): string {
  const words: Record<ReportPart, string> = {
    overview: i18n.t('report_overview'),
    groups: i18n.t('report_groups'),
    export: i18n.t('report_export'),
    merge: i18n.t('report_merge'),
  };
  return words[part];
}
