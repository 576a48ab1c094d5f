import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** What axe finds wrong with an extension page, each with the element. `rules`: only these; all unless given. */
export async function faultsOf(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    // Colours on their way to what they will be are nobody's fault; an unseen page would never bring them there.
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) animation.finish();
    }
    const options = only.length > 0 ? { runOnly: [...only] } : {};
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, rules);
}
