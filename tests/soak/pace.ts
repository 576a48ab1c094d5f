/** Moments of the real clock and what the clock shows then, Unix ms, both rising. After the last it goes on as clocks do. */
export type Pace = readonly (readonly [real: number, shown: number])[];

/** Nobody writes at night, so nights pass quickly: so much of a day's real time. The clock of a day still has all its hours. */
const NIGHT_SHARE = 0.03;
const MORNING = 7;
const NIGHT = 23;

/** Lets `days` from local midnight `start` pass in `lasts` real ms, which begin at `begin`, a moment of the real clock. */
export function paceOf(begin: number, lasts: number, start: Date, days: number): Pace {
  const each = lasts / days;
  const points: [number, number][] = [];
  for (let day = 0; day < days; day++) {
    const at = (hour: number) => new Date(start).setHours(24 * day + hour, 0, 0, 0);
    const from = begin + day * each;
    points.push([from, at(MORNING)], [from + each * (1 - NIGHT_SHARE), at(NIGHT)]);
  }
  points.push([begin + lasts, new Date(start).setHours(24 * days + MORNING, 0, 0, 0)]);
  return points;
}

/** What the clock shows at a real moment. */
export function shownTime(pace: Pace, real: number): number {
  return between(pace, real);
}

/** When the clock shows a moment. */
export function realTime(pace: Pace, shown: number): number {
  const turned = pace.map(([one, other]) => [other, one] as const);
  return between(turned, shown);
}

/** Runs in other worlds too, so it uses nothing around it. Outside of the points both clocks go alike. */
function between(points: Pace, at: number): number {
  const next = points.findIndex(([from]) => from > at);
  const [from = 0, to = 0] = points.at(next <= 0 ? next : next - 1) ?? [];
  const [until, then] = points[next] ?? [];
  if (next <= 0 || until === undefined || then === undefined) return Math.floor(to + at - from);
  return Math.floor(to + ((at - from) / (until - from)) * (then - to));
}

/** A script that lets a context of a page or an extension see this clock: its dates, and the times of its alarms. */
export function clockScript(pace: Pace): string {
  const parts = [JSON.stringify(pace), between.toString()];
  return `(${installClock.toString()})(${parts.join(',')});\n`;
}

/** Runs in each world, once. Timers stay as they are. */
function installClock(pace: Pace, read: typeof between): void {
  type Alarm = { scheduledTime: number };
  type Alarms = {
    create(name: string, info: { when?: number }, ...rest: unknown[]): unknown;
    get(...args: unknown[]): unknown;
  };
  const mark = Symbol.for('clock of a soak');
  const real = Date;
  if (Reflect.get(real, mark)) return;
  const now = () => read(pace, real.now());
  globalThis.Date = new Proxy(real, {
    construct: (target, args, self) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, self) as object,
    apply: () => new real(now()).toString(),
    get: (target, name) =>
      name === mark ? true : name === 'now' ? now : Reflect.get(target, name),
  });

  const turned = pace.map(([one, other]) => [other, one] as const);
  const world = globalThis as { chrome?: { alarms?: Alarms }; browser?: { alarms?: Alarms } };
  for (const alarms of new Set([world.chrome?.alarms, world.browser?.alarms])) {
    if (!alarms) continue;
    const create = alarms.create.bind(alarms);
    const get = alarms.get.bind(alarms);
    const shown = (alarm: Alarm | undefined) =>
      alarm && { ...alarm, scheduledTime: read(pace, alarm.scheduledTime) };
    alarms.create = (name, info, ...rest) => {
      const { when } = info;
      return create(
        name,
        when === undefined ? info : { ...info, when: read(turned, when) },
        ...rest,
      );
    };
    alarms.get = (...args) => {
      const answer = args.at(-1);
      if (typeof answer !== 'function') {
        return (get(...args) as Promise<Alarm | undefined>).then(shown);
      }
      return get(...args.slice(0, -1), (alarm?: Alarm) => void answer(shown(alarm)));
    };
  }
}
