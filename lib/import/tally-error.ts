/**
 * Why a tally file is left out.
 * `empty`: no bytes. `packed`: a zip, an XLSX or the like. `other-encoding`: saved anew in another encoding than UTF-8.
 * `not-json`: ours, but cut. `not-ours`: of another program. `backup`: a backup of ours, which is read in elsewhere.
 * `export`: another file of ours, such as sheets or a ledger. `newer-version`: written by a later version of this one.
 * `too-large`: larger than any tally is. `damaged`: ours, but of another shape.
 * `wrong-figure`: figures that cannot be. `wrong-day`: days that the calendar has not, or outside the period.
 * `twice`: a row, a group or a day that stands there twice, or out of its order.
 */
export type TallyProblem =
  | 'empty'
  | 'packed'
  | 'other-encoding'
  | 'not-json'
  | 'not-ours'
  | 'backup'
  | 'export'
  | 'newer-version'
  | 'too-large'
  | 'damaged'
  | 'wrong-figure'
  | 'wrong-day'
  | 'twice';

/** A tally file that cannot be read. The message names the place, never the content. */
export class TallyError extends Error {
  override readonly name = 'TallyError';
  readonly code: TallyProblem;

  constructor(code: TallyProblem, message: string) {
    super(message);
    this.code = code;
  }
}
