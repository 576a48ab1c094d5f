import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

/** The parts of the report page, in their order; each has an address of its own ("report.html#overview"). */
export const REPORT_PARTS = ['overview', 'groups', 'export', 'histories', 'merge'] as const;

export type ReportPart = (typeof REPORT_PARTS)[number];

/**
 * Parts that stay, unseen, once they were opened: they hold what the reader chose or read in, and read nothing by
 * themselves. The others follow the tally and go when they are left, so that they do not read on for nobody.
 */
const KEPT_PARTS: readonly ReportPart[] = ['export', 'histories', 'merge'];

/** The report page around whichever part is open. `show` makes a part. */
export function ReportFrame(props: {
  part: ReportPart;
  show(part: ReportPart): ComponentChildren;
}) {
  const title = `${partWord(props.part)} · ${i18n.t('report_title')}`;
  // Each part is a page of its own to who goes back and forth, has two open or hears the title.
  useEffect(() => {
    document.title = title;
  }, [title]);
  const opened = useRef(new Set<ReportPart>());
  opened.current.add(props.part);
  const isThere = (part: ReportPart) =>
    part === props.part || (KEPT_PARTS.includes(part) && opened.current.has(part));
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
      {REPORT_PARTS.filter(isThere).map((part) => (
        <main key={part} hidden={part !== props.part}>
          {props.show(part)}
        </main>
      ))}
    </div>
  );
}

/** The reader's word for a part of the report. */
export function partWord(part: ReportPart): string {
  const words: Record<ReportPart, string> = {
    overview: i18n.t('report_overview'),
    groups: i18n.t('report_groups'),
    export: i18n.t('report_export'),
    histories: i18n.t('report_histories'),
    merge: i18n.t('report_merge'),
  };
  return words[part];
}
