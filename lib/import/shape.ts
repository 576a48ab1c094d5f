/** Reads a value of one shape out of untrusted data, or throws `WrongShape`. Unknown fields are dropped. */
export type Shape<T> = (value: unknown, where: string) => T;

/** Says where the data has not the shape that was expected; never what it holds. */
export class WrongShape extends Error {
  override readonly name = 'WrongShape';
}

/** Text of at most `longest` UTF-16 units that matches the pattern, if one is given. */
export function text(longest: number, pattern?: RegExp): Shape<string> {
  return (value, where) => {
    const isText = typeof value === 'string' && value.length <= longest;
    if (!isText || (pattern && !pattern.test(value))) throw new WrongShape(where);
    return value;
  };
}

/** A finite number between two bounds, both included. */
export function number(least: number, most: number): Shape<number> {
  return (value, where) => {
    const isNumber = typeof value === 'number' && value >= least && value <= most;
    if (!isNumber) throw new WrongShape(where);
    return value;
  };
}

/** A whole number between 0 and a bound, both included. */
export function whole(most: number): Shape<number> {
  return (value, where) => {
    const isWhole = Number.isSafeInteger(value) && (value as number) >= 0;
    if (!isWhole || (value as number) > most) throw new WrongShape(where);
    return value as number;
  };
}

export const flag: Shape<boolean> = (value, where) => {
  if (typeof value !== 'boolean') throw new WrongShape(where);
  return value;
};

export function oneOf<T extends string>(...words: readonly T[]): Shape<T> {
  return (value, where) => {
    const word = words.find((each) => each === value);
    if (word === undefined) throw new WrongShape(where);
    return word;
  };
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, where) => (value === null ? null : shape(value, where));
}

/** A list of at most `longest` entries. */
export function list<T>(shape: Shape<T>, longest: number): Shape<T[]> {
  return (value, where) => {
    if (!Array.isArray(value) || value.length > longest) throw new WrongShape(where);
    return value.map((entry, index) => shape(entry, `${where}[${index}]`));
  };
}

/** An object with every field of `fields`, and those of `optional` that it has. */
export function object<T extends object, O extends object = object>(
  fields: { [K in keyof T]: Shape<T[K]> },
  optional: { [K in keyof O]: Shape<O[K]> } = {} as { [K in keyof O]: Shape<O[K]> },
): Shape<T & Partial<O>> {
  return (value, where) => {
    const source = plainObject(value, where);
    const result: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries<Shape<unknown>>(fields)) {
      result[name] = shape(own(source, name), `${where}.${name}`);
    }
    for (const [name, shape] of Object.entries<Shape<unknown>>(optional)) {
      const field = own(source, name);
      if (field !== undefined) result[name] = shape(field, `${where}.${name}`);
    }
    return result as T & Partial<O>;
  };
}

/** Throws unless the value is an object that is no list. */
export function plainObject(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WrongShape(where);
  }
  return value as Record<string, unknown>;
}

/** A field of the object itself: "constructor" and the like are not inherited into the data. */
function own(source: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(source, name) ? source[name] : undefined;
}
