/** Values by the first code unit of what they are about: a look at every letter of a text must cost next to nothing. */
export class FirstLetters<Value> {
  /** By code unit the place of its value, + 1; 0: there is none. */
  readonly #places = new Uint16Array(0x10000);
  readonly #values: Value[] = [];

  get(unit: number): Value | undefined {
    const place = this.#places[unit] as number;
    return place === 0 ? undefined : this.#values[place - 1];
  }

  /** The value of a code unit, made anew when there is none. */
  take(unit: number, make: () => Value): Value {
    if (this.#places[unit] === 0) this.#places[unit] = this.#values.push(make());
    return this.#values[(this.#places[unit] as number) - 1] as Value;
  }

  values(): readonly Value[] {
    return this.#values;
  }
}
