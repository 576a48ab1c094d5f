import { cpus, loadavg } from 'node:os';

/** The machine, its load, the Node and the day of a measurement. */
export function machine(now: Date): string {
  const [first] = cpus();
  const day = now.toISOString().slice(0, 10);
  const load = loadavg()[0]?.toFixed(1);
  return `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, load ${load} at the start, Node ${process.version}, ${day}`;
}
