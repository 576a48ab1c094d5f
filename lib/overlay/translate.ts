import { browser } from 'wxt/browser';
import type { GeneratedI18nStructure } from '#i18n';

type Key = keyof GeneratedI18nStructure;
type NativeKey = Parameters<typeof browser.i18n.getMessage>[0];

/** The browser takes some 6 µs for each, and a bar needs a dozen. */
const known = new Map<Key, string>();

/**
 * Words of ours in the browser's language. `values` fill "{name}"; a number instead picks singular or plural and
 * fills "$1". The translation library that the pages use does more and weighs more than a chat page should carry.
 */
export function t(key: Key, values: number | Record<string, string> = {}): string {
  const message = known.get(key) ?? browser.i18n.getMessage(key as NativeKey, ['$1']);
  known.set(key, message);
  if (typeof values === 'number') {
    const [one = '', many = one] = message.split(' | ');
    return (values === 1 ? one : many).replace('$1', `${values}`);
  }
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
