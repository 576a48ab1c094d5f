import type { Random } from '../../planted/random.ts';
import type { Filler, Spelling } from '../model.ts';
import { words } from '../words/split.ts';

const MOBILE_HEADS = words(
  '131 133 135 136 137 138 139 150 151 152 157 158 159 177 180 182 186 187 188 189 191 199',
);
const AREAS = words('0571 0531 0755 0519 0731 0791 0591 0851 0771 0357 0816 0396 0527 0934 0467');
const MAIL_HOUSES = words(
  '163.com 126.com qq.com jdgov.cn xzgov.cn edu-lz.cn hqyy.com zhaqy.cn sina.com',
);
const MAIL_HEADS = words(
  'bgs jdb dzb zhk rsk jwc xgb dqb yjk cwk wsk aqk ldb gzz zfb ncb msk hlb ykb xxk fzb tsg sbc syb',
);

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random.whole(0, 9))).join('');
}

type PhoneForm = { draw: (random: Random) => string; text: (raw: string) => string };

const PLAIN_PHONES: PhoneForm[] = [
  { draw: mobile, text: (raw) => raw },
  { draw: mobile, text: (raw) => `${raw.slice(0, 3)}-${raw.slice(3, 7)}-${raw.slice(7)}` },
  { draw: mobile, text: (raw) => `${raw.slice(0, 3)} ${raw.slice(3, 7)} ${raw.slice(7)}` },
  { draw: local, text: (raw) => raw },
  { draw: local, text: (raw) => `${raw.slice(0, 4)}-${raw.slice(4)}` },
  { draw: (random) => `${random.pick(AREAS)}${local(random)}`, text: withArea },
];

const PHONE_WEIGHTS = [6, 1, 1, 3, 1, 4];

const EXTENSIONS: PhoneForm[] = [
  { draw: (random) => `8${digits(random, 3)}`, text: (raw) => raw },
  { draw: (random) => `6${digits(random, 4)}`, text: (raw) => raw },
  { draw: (random) => `${local(random)}${random.whole(801, 899)}`, text: switched },
];

function mobile(random: Random): string {
  return `${random.pick(MOBILE_HEADS)}${digits(random, 8)}`;
}

function local(random: Random): string {
  return `${random.pick(['2', '5', '6', '8'])}${digits(random, 7)}`;
}

function withArea(raw: string): string {
  return `${raw.slice(0, 4)}-${raw.slice(4)}`;
}

function switched(raw: string): string {
  return `${raw.slice(0, 8)}转${raw.slice(8)}`;
}

/** One digit other than before: the change that is overlooked most easily. */
function misdial(random: Random, raw: string): string {
  const at = random.whole(4, raw.length - 1);
  const other = (Number(raw[at]) + random.whole(1, 9)) % 10;
  return `${raw.slice(0, at)}${other}${raw.slice(at + 1)}`;
}

/** A telephone number; `wanted` "ext" asks for one inside the house. */
export const fillPhone: Filler = (random, wanted) => {
  const weighted = PLAIN_PHONES.flatMap((form, at) =>
    Array<PhoneForm>(PHONE_WEIGHTS[at] ?? 1).fill(form),
  );
  const form = random.pick(wanted === 'ext' ? EXTENSIONS : weighted);
  const spell = (raw: string): Spelling => ({ value: raw, text: form.text(raw) });
  return (again) => {
    const raw = form.draw(again);
    const near = (other: Random): Spelling =>
      spell(raw.length > 6 ? misdial(other, raw) : form.draw(other));
    return { ...spell(raw), near };
  };
};

/** A mailbox. */
export const fillMail: Filler = () => (random) => {
  const tail = random.pick([
    '',
    String(random.whole(1, 99)),
    '2026',
    '_bg',
    `.${digits(random, 4)}`,
  ]);
  const text = `${random.pick(MAIL_HEADS)}${random.pick(MAIL_HEADS)}${tail}@${random.pick(MAIL_HOUSES)}`;
  return { value: text, text };
};

/** The number of a QQ group. */
export const fillQq: Filler = () => (random) => {
  const text = `${random.whole(1, 9)}${digits(random, random.whole(7, 8))}`;
  return { value: text, text };
};

/** The number of an online meeting: three groups of three digits. */
export const fillCode: Filler = (random) => {
  const gap = random.pick(['', '-', ' ']);
  return (again) => {
    const groups = [1, 2, 3].map(() => String(again.whole(100, 999)));
    return { value: groups.join(''), text: groups.join(gap) };
  };
};

const LINK_HEADS: ((token: string) => string)[] = [
  (token) => `https://www.wjx.cn/vm/${token}.aspx`,
  (token) => `https://docs.qq.com/form/page/${token}`,
  (token) => `https://f.kdocs.cn/g/${token}/`,
  (token) => `https://jinshuju.net/f/${token.slice(0, 6)}`,
  (token) => `https://zwfw.example.gov.cn/apply?id=${token}`,
  (token) => `http://bm.example.cn/2026/${token}`,
];

/** The address of a form. */
export const fillLink: Filler = (random) => {
  const head = random.pick(LINK_HEADS);
  return (again) => {
    const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
    const token = Array.from({ length: 8 }, () => letters[again.whole(0, letters.length - 1)]).join(
      '',
    );
    const text = head(token);
    return { value: text, text };
  };
};
