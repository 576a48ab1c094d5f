import type { Page } from 'puppeteer-core';

/** Calls every class of a page as a build tool would, in its elements and in its styles, also in open shadow trees. */
export function hashClasses(page: Page): Promise<void> {
  return page.evaluate(() => {
    const hashed = (name: string) => {
      let hash = 2166136261;
      for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
      return `css-${hash.toString(36)}`;
    };
    const inRules = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSStyleRule)
          rule.selectorText = rule.selectorText.replace(
            /\.((?:[\w-]|\\.)+)/g,
            (_, name: string) => `.${hashed(name.replace(/\\(.)/g, '$1'))}`,
          );
        if ('cssRules' in rule) inRules(rule.cssRules as CSSRuleList);
      }
    };
    const inRoot = (root: Document | ShadowRoot) => {
      // Sheets of another host, such as fonts, have no class of the page.
      for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets])
        if (sheet.href === null) inRules(sheet.cssRules);
      for (const element of root.querySelectorAll('*')) {
        const names = [...element.classList];
        if (names.length > 0) element.setAttribute('class', names.map(hashed).join(' '));
        if (element.shadowRoot) inRoot(element.shadowRoot);
      }
    };
    inRoot(document);
  });
}
