/** Made anew by the page's own framework whenever it draws. */
const DRAWN = /:r[a-z0-9]+:|«r[a-z0-9]+»|^(radix|headlessui|mui|react|ember|ext-gen|yui)[-_:]/i;

/** A piece that no page counts up to: seven signs with a figure, or sixteen of any kind. */
function isLong(token: string): boolean {
  return (token.length >= 7 && /\d/.test(token)) || token.length >= 16;
}

/** Values that tell messages apart also tomorrow: what differs between them is long enough not to be a count. */
export function areDurable(values: readonly string[]): boolean {
  if (values.some((value) => !isDurable(value)) || new Set(values).size < values.length)
    return false;
  const tokens = values.map((value) => value.split(/[^A-Za-z0-9]+/));
  const [first = [], ...rest] = tokens;
  const varying = first.map((_, index) => rest.some((other) => other[index] !== first[index]));
  return tokens.every((each) =>
    each.some((token, index) => varying[index] !== false && isLong(token)),
  );
}

/** May be an id that a server gave. */
export function isDurable(value: string): boolean {
  return value.length <= 300 && !DRAWN.test(value) && value.split(/[^A-Za-z0-9]+/).some(isLong);
}
