import type { Page } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

/** Clicks the button of an extension page that bears the words of this key of the locale files. */
export async function pressButton(page: Page, key: string): Promise<void> {
  await waitUntil(`a button with the words of ${key}`, () => page.evaluate(clickButton, key));
}

/** Runs in the page. */
function clickButton(key: string): boolean {
  type I18n = { getMessage(key: string): string };
  const { i18n } = (globalThis as unknown as { chrome: { i18n: I18n } }).chrome;
  const words = i18n.getMessage(key);
  const buttons = [...document.querySelectorAll('button')];
  const wanted = buttons.find((button) => words && button.textContent.trim() === words);
  if (!wanted || wanted.disabled || wanted.ariaDisabled === 'true') return false;
  wanted.click();
  return true;
}
