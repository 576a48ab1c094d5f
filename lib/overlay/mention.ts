/** The user is mentioned: "@name" with something behind it that ends a name. */
export function mentions(text: string, names: readonly string[]): boolean {
  return names.some((name) => {
    for (let at = text.indexOf(`@${name}`); at >= 0; at = text.indexOf(`@${name}`, at + 1)) {
      const next = text[at + 1 + name.length];
      if (next === undefined || /[\s\u2005\p{P}]/u.test(next)) return true;
    }
    return false;
  });
}
