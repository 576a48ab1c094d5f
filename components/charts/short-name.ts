/** Marks that turn the direction of writing: in a picture they would turn what stands beside the name. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name cut to `room` full-width places, a Latin letter taking half of one; white space made single blanks. */
export function shortName(name: string, room: number): string {
  const plain = name
    .slice(0, 4 * room)
    .replace(DIRECTION_MARKS, '')
    .replace(/\s+/g, ' ')
    .trim();
  let used = 0;
  let cut = '';
  for (const letter of plain) {
    used += /[\u0020-\u024f]/.test(letter) ? 0.56 : 1;
    if (used > room) return `${cut}…`;
    cut += letter;
  }
  return plain.length < name.trim().length && name.length > 4 * room ? `${cut}…` : cut;
}
