import { i18n } from '#i18n';
import { language, showDay } from '../show-amount';

type Words = (parts: string[]) => string;

/** The forms of a period, as the engine writes them, and how each is read out. */
const FORMS: readonly (readonly [RegExp, Words])[] = [
  [/^(\d{4})$/, ([year = '']) => i18n.t('repeat_year', { year })],
  [/^(\d{4}-\d\d)$/, ([month = '']) => monthWord(month)],
  [/^(\d{4}-\d\d-\d\d)$/, ([day = '']) => showDay(day)],
  [
    /^(\d{4})-(\d\d)\.\.(\d\d)$/,
    ([year = '', from, to]) =>
      i18n.t('repeat_months', { year, from: String(Number(from)), to: String(Number(to)) }),
  ],
  [/^(\d{4}-\d\d)-early$/, ([month = '']) => i18n.t('repeat_early', { month: monthWord(month) })],
  [/^(\d{4}-\d\d)-middle$/, ([month = '']) => i18n.t('repeat_middle', { month: monthWord(month) })],
  [/^(\d{4}-\d\d)-late$/, ([month = '']) => i18n.t('repeat_late', { month: monthWord(month) })],
  [/^(\d{4})-Q(\d)$/, ([year = '', quarter = '']) => i18n.t('repeat_quarter', { year, quarter })],
  [/^(\d{4})-H1$/, ([year = '']) => i18n.t('repeat_first_half', { year })],
  [/^(\d{4})-H2$/, ([year = '']) => i18n.t('repeat_second_half', { year })],
  [
    /^(\d{4})-W(\d\d)$/,
    ([year = '', week]) => i18n.t('repeat_week', { year, week: String(Number(week)) }),
  ],
  [/^(\d{4}-\d{4})$/, ([years = '']) => i18n.t('repeat_school_year', { years })],
  [/^T1$/, () => i18n.t('repeat_first_term')],
  [/^T2$/, () => i18n.t('repeat_second_term')],
  [/^#(.+)$/, ([issue = '']) => i18n.t('repeat_issue', { issue })],
];

/** For which period something is asked for, in the reader's words; what has no such form is shown as it is. */
export function periodWords(period: string): string {
  return period.split(' ').map(partWord).join(' ');
}

function partWord(part: string): string {
  for (const [form, words] of FORMS) {
    const match = form.exec(part);
    if (match) return words(match.slice(1));
  }
  return part;
}

function monthWord(month: string): string {
  const format = new Intl.DateTimeFormat(language(), {
    year: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const date = new Date(`${month}-15T12:00:00Z`);
  return Number.isNaN(date.getTime()) ? month : format.format(date);
}
