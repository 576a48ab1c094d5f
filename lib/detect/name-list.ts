/** Names of chats, senders, sites and heads, each kept once and known by a number from 0 up. */
export class NameList {
  readonly #names: string[];
  readonly #numbers = new Map<string, number>();

  constructor(names: string[] = []) {
    this.#names = names;
    for (const [number, name] of names.entries()) this.#numbers.set(name, number);
  }

  /** In the order of their numbers. */
  get names(): readonly string[] {
    return this.#names;
  }

  find(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }

  take(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    this.#names.push(name);
    return this.#names.length - 1;
  }

  nameOf(number: number): string {
    return this.#names[number] ?? '';
  }

  /** About what they take in memory: two bytes a unit, and what the engine spends on a string and its entry. */
  get bytes(): number {
    return this.#names.reduce((sum, name) => sum + name.length * 2 + 64, 0);
  }
}
