import type { Analysis } from './analysis.ts';
import type { Fact } from './fact.ts';

/** Hours of every day: of an office, of a service. */
const EVERY_DAY =
  /每[天日晚周月]|工作日|(?:办公|上班|营业|开放|服务|工作|作息|值班|窗口|受理|接待)时间/;
/** An amount of time, as a fact's value has it. */
const OF_TIME = /^number \S+ (?:分钟|小时|天|工作日|周|月|个月)$/;

/**
 * Whether the same words mean another day when they are posted on another one: hours without a day ("晚上8点开会"), or
 * a stretch from the posting on ("3日内", "两小时后"). Relative days are resolved and need no such care.
 */
export function countsFromPosting({ facts, normal }: Analysis): boolean {
  const { body } = normal;
  if (facts.some(({ kind }) => kind === 'date')) return false;
  if (facts.some((fact) => isStretchFromNow(body, fact))) return true;
  return facts.some(({ kind }) => kind === 'time') && !EVERY_DAY.test(body);
}

function isStretchFromNow(body: string, { kind, value, end }: Fact): boolean {
  return (
    kind === 'number' && OF_TIME.test(value) && /^[之以]?[内后]/.test(body.slice(end, end + 2))
  );
}
