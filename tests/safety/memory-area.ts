import type { Area } from '../../lib/safety/generations';

/** A storage in memory that can be made to fail, and to lose what it is writing. */
export class MemoryArea implements Area {
  stored: Record<string, unknown> = {};
  /** Throws on the next writes. */
  full = false;
  /** Keeps only so many characters of what is written next, as a worker or a disk that dies half-way. */
  cutAt: number | null = null;

  async get(keys: string[]): Promise<Record<string, unknown>> {
    const found = keys.filter((key) => key in this.stored).map((key) => [key, this.stored[key]]);
    return structuredClone(Object.fromEntries(found)) as Record<string, unknown>;
  }

  async set(items: Record<string, unknown>): Promise<void> {
    if (this.full) throw new DOMException('Resource::kQuotaBytes quota exceeded');
    for (const [key, value] of Object.entries(items)) {
      const file = structuredClone(value) as { data: string };
      if (this.cutAt !== null) file.data = file.data.slice(0, this.cutAt);
      this.stored[key] = file;
    }
  }

  async remove(keys: string[]): Promise<void> {
    for (const key of keys) delete this.stored[key];
  }
}
