import { run } from './command.ts';

const TARGETS = [[], ['-b', 'firefox']];

/** Builds for both browsers, with the words of the tool shown. Returns whether both succeeded. */
export async function buildBoth(): Promise<boolean> {
  let succeeded = true;
  for (const target of TARGETS) {
    const { code } = await run('wxt', ['build', ...target], true);
    succeeded &&= code === 0;
  }
  return succeeded;
}
