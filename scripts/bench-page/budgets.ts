import { type Added, at } from './comparison.ts';
import type { Latencies } from './latencies.ts';

/** Of the design: what may not be exceeded. Milliseconds; `page` in a hundred of what the page needs by itself. */
export const BUDGETS = {
  each: 0.3,
  task: 50,
  single: 20,
  burst: 250,
  stopped: 200,
  again: 0,
  page: 5,
} as const;

export type Figures = Partial<Record<keyof typeof BUDGETS, number>>;

/** The figures that a budget stands for; those from insertion to fold are what 95 % stay below. */
export function figuresOf({ single, burst, stopped, each, task, frames }: Latencies): Figures {
  return {
    ...{ each, task, single: at(single, 0.95), burst: at(burst, 0.95), again: frames.again },
    ...(stopped.length > 0 ? { stopped: at(stopped, 0.95) } : {}),
  };
}

/** The page's time is judged where the page costs what a real one costs. */
export function pageFigure(added: Added | null, isLifelike: boolean): Figures {
  return isLifelike && added ? { page: added.percent } : {};
}

/** A line for each budget that is broken; one that was not measured is not. */
export function broken(figures: Figures): string[] {
  return Object.entries(figures).flatMap(([name, value]) => {
    const budget = BUDGETS[name as keyof typeof BUDGETS];
    return value > budget ? [`${name} ${value.toFixed(2)}, budget ${budget}`] : [];
  });
}
