import {
  FORMAT,
  type Mark,
  type OwnMark,
  type Part,
  type PickedDefinition,
  type Place,
  type RowKind,
  type Step,
} from './picked-definition';

/** Why a definition is refused. */
export type Refused =
  | 'not-json'
  | 'too-large'
  | 'not-a-definition'
  | 'newer-version'
  | 'bad-field'
  | 'reads-input'
  | 'whole-page';

export type Checked =
  | { ok: true; definition: PickedDefinition }
  | { ok: false; why: Refused; field: string };

/** Characters of a file that are read; what the picker makes has about 2,000. */
export const MAX_FILE = 32_000;
const MAX_NAME = 100;
const MAX_STEPS = 40;
const MAX_KINDS = 6;
const MAX_HOSTS = 20;
const MAX_UP = 12;
const MAX_VALUE = 120;
const MAX_MARKS = 4;
const MAX_NTH = 10_000;

const TAG = /^[a-z][a-z0-9._-]{0,59}$/;
const HOST = /^[a-z0-9.-]{1,253}(:\d{1,5})?$/;
const ID = /^picked-[a-z0-9]{4,20}$/;
/** Names that say what an element is. `value`, `style`, `on…` and addresses say what it holds or does. */
const ATTRIBUTE = /^(id|role|itemprop|part|slot|dir|aria-[a-z]{2,30}|data-[a-z0-9_.:-]{1,60})$/;
/** Attributes whose words may be a name or a time. */
const WORDS = /^(alt|title|datetime|id|key|aria-label|data-[a-z0-9_.:-]{1,60})$/;
const CLASS = /^[\p{L}\p{N}_:./-]{1,80}$/u;
/** What is typed is nobody's message, and what is chosen is none either. */
const INPUT = /^(input|textarea|select|option|form|script|style|template|object|embed|noscript)$/;

class Refusal extends Error {
  readonly why: Refused;
  readonly field: string;

  constructor(why: Refused, field: string) {
    super(`${why}: ${field}`);
    this.why = why;
    this.field = field;
  }
}

/** Reads a definition from the text of a file. Unknown fields are left out; anything odd refuses the whole. */
export function readDefinition(text: string): Checked {
  if (text.length > MAX_FILE) return { ok: false, why: 'too-large', field: '' };
  try {
    return checkDefinition(JSON.parse(text));
  } catch {
    return { ok: false, why: 'not-json', field: '' };
  }
}

/** Checks a value of unknown origin. Never throws. */
export function checkDefinition(value: unknown): Checked {
  try {
    return { ok: true, definition: definitionOf(value) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, why: error.why, field: error.field };
    return { ok: false, why: 'not-a-definition', field: '' };
  }
}

function definitionOf(value: unknown): PickedDefinition {
  const it = fieldsOf(value, '');
  if (it.format !== FORMAT) throw new Refusal('not-a-definition', 'format');
  if (it.version !== 1) throw new Refusal('newer-version', 'version');
  const transcript = placeOf(it.transcript, 'transcript');
  const last = transcript.at(-1);
  if (!last || last.tag === 'body' || last.tag === 'html') {
    throw new Refusal('whole-page', 'transcript');
  }
  const kinds = listOf(it.kinds, 'kinds', MAX_KINDS).map(kindOf);
  if (kinds.length === 0) throw new Refusal('bad-field', 'kinds');
  return {
    format: FORMAT,
    version: 1,
    id: textOf(it.id, 'id', ID),
    name: textOf(it.name, 'name', /^[^\p{Cc}]{1,100}$/u).slice(0, MAX_NAME),
    hosts: listOf(it.hosts, 'hosts', MAX_HOSTS).map((host) => textOf(host, 'hosts', HOST)),
    transcript,
    ...(it.title === undefined ? {} : { title: placeOf(it.title, 'title') }),
    kinds,
    ...(it.system === undefined
      ? {}
      : { system: listOf(it.system, 'system', MAX_MARKS).map((mark) => markOf(mark, 'system')) }),
    ...(it.messageId === undefined ? {} : { messageId: idOf(it.messageId) }),
    knownBy: knownByOf(it.knownBy),
    ...(it.upwards === undefined ? {} : { upwards: levelOf(it.upwards) }),
    ...(it.namesBelow === true ? { namesBelow: true as const } : {}),
    rememberedHeights: it.rememberedHeights !== false,
  };
}

function kindOf(value: unknown): RowKind {
  const it = fieldsOf(value, 'kinds');
  const row = placeOf(it.row, 'row');
  if (row.length === 0 || row.some(({ far, nth }) => far || nth !== undefined)) {
    throw new Refusal('bad-field', 'row');
  }
  const part = (name: 'sender' | 'time' | 'avatar' | 'answered') =>
    it[name] === undefined ? {} : { [name]: partOf(it[name], name) };
  return {
    row,
    text: partOf(it.text, 'text'),
    ...part('sender'),
    ...part('time'),
    ...part('avatar'),
    ...part('answered'),
    ...(it.own === undefined ? {} : { own: ownOf(it.own) }),
  };
}

function knownByOf(value: unknown): PickedDefinition['knownBy'] {
  const { sender, clock } = fieldsOf(value ?? {}, 'knownBy');
  return { sender: sender === true, clock: clock === true };
}

function levelOf(value: unknown): number {
  const isLevel = Number.isInteger(value) && Number(value) >= 0 && Number(value) < MAX_STEPS;
  if (!isLevel) throw new Refusal('bad-field', 'upwards');
  return Number(value);
}

function idOf(value: unknown): Part & { attribute: string } {
  const { attribute, ...part } = partOf(value, 'messageId');
  if (attribute === undefined) throw new Refusal('bad-field', 'messageId');
  return { ...part, attribute };
}

function ownOf(value: unknown): OwnMark {
  return value === 'always' || value === 'side' ? value : markOf(value, 'own');
}

function markOf(value: unknown, field: string): Mark {
  const it = fieldsOf(value, field);
  const { up, place } = partOf({ up: it.up, place: it.place }, field);
  const where = { ...(up ? { up } : {}), place };
  if (it.className !== undefined)
    return { ...where, className: textOf(it.className, field, CLASS) };
  return {
    ...where,
    attribute: textOf(it.attribute, field, ATTRIBUTE),
    value: it.value === null ? null : textOf(it.value, field, /^.{0,120}$/su),
  };
}

function partOf(value: unknown, field: string): Part {
  const it = fieldsOf(value, field);
  const up = it.up ?? 0;
  if (!Number.isInteger(up) || Number(up) < 0 || Number(up) > MAX_UP) {
    throw new Refusal('bad-field', field);
  }
  return {
    ...(up ? { up: Number(up) } : {}),
    place: placeOf(it.place, field),
    ...(it.attribute === undefined ? {} : { attribute: textOf(it.attribute, field, WORDS) }),
  };
}

function placeOf(value: unknown, field: string): Place {
  return listOf(value, field, MAX_STEPS).map((step, index) => stepOf(step, field, index === 0));
}

function stepOf(value: unknown, field: string, isFirst: boolean): Step {
  const it = fieldsOf(value, field);
  const tag = textOf(it.tag, field, TAG);
  if (INPUT.test(tag)) throw new Refusal('reads-input', field);
  const classes = it.classes === undefined ? [] : listOf(it.classes, field, MAX_MARKS);
  const attributes = attributesOf(it.attributes, field);
  if (attributes.role === 'textbox' || attributes.role === 'searchbox') {
    throw new Refusal('reads-input', field);
  }
  if (it.far !== undefined && !(it.far === true && isFirst)) throw new Refusal('bad-field', field);
  return {
    tag,
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    ...(classes.length > 0 ? { classes: classes.map((name) => textOf(name, field, CLASS)) } : {}),
    ...(it.nth === undefined ? {} : { nth: nthOf(it.nth, field) }),
    ...(it.far ? { far: true as const } : {}),
  };
}

function attributesOf(value: unknown, field: string): Record<string, string | null> {
  if (value === undefined) return {};
  const entries = Object.entries(fieldsOf(value, field));
  if (entries.length > MAX_MARKS) throw new Refusal('bad-field', field);
  return Object.fromEntries(
    entries.map(([name, wanted]) => {
      textOf(name, field, ATTRIBUTE);
      if (wanted !== null && (typeof wanted !== 'string' || wanted.length > MAX_VALUE)) {
        throw new Refusal('bad-field', field);
      }
      return [name, wanted];
    }),
  );
}

function nthOf(value: unknown, field: string): number {
  const isGood = Number.isInteger(value) && value !== 0 && Math.abs(Number(value)) <= MAX_NTH;
  if (!isGood) throw new Refusal('bad-field', field);
  return Number(value);
}

function fieldsOf(value: unknown, field: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(field === '' ? 'not-a-definition' : 'bad-field', field);
  }
  return value as Record<string, unknown>;
}

function listOf(value: unknown, field: string, most: number): unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new Refusal('bad-field', field);
  return value;
}

function textOf(value: unknown, field: string, form: RegExp): string {
  if (typeof value !== 'string' || !form.test(value)) throw new Refusal('bad-field', field);
  return value;
}
