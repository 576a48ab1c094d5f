import type { Clause } from './demand-clauses.ts';
import {
  ABOUT,
  ADDRESSED,
  ASKING,
  CUSTOMER,
  DUE,
  DUE_NOW,
  LAGGARD,
  MANY,
  ONE_PERSON,
  OPTIONAL,
  ORDER,
  OTHERS,
  PAST,
  POLITE_QUESTION,
  SELF,
  THANKS,
  WISH,
} from './mood-words.ts';

/** What a message as a whole is like. */
type Manner = {
  /** It tells about traces. */
  about: boolean;
  /** To one person. */
  personal: boolean;
  /** Between a shop and its customer. */
  customer: boolean;
  /** Who likes may come. */
  optional: boolean;
  /** To many, by its first words. */
  addressed: boolean;
};

/** The clauses of a message, and its manner once something in it could be an order. */
export type Mood = {
  text: string;
  clauses: readonly Clause[];
  manner: Manner | null;
  /** By the place of the clause. */
  signs: (Signs | undefined)[];
};

/** What a clause as a whole says, wherever the words of a rule stand in it. */
type Signs = {
  orders: boolean;
  questions: boolean;
  /** It thanks, or tells of oneself or of others. */
  tells: boolean;
  /** Something less than an order makes one of it. */
  urges: boolean;
  past: boolean;
  dueNow: boolean;
};

/** The signs of a clause, read once. */
export function signsOf(mood: Mood, at: number): Signs {
  const known = mood.signs[at];
  if (known) return known;
  const clause = mood.clauses[at]?.text ?? '';
  const orders = ORDER.test(clause);
  const dueNow = DUE_NOW.test(clause) || SETTLED.test(clause);
  const signs = {
    orders,
    dueNow,
    questions: asks(clause, orders, mood.clauses[at + 1]?.text ?? ''),
    tells:
      THANKS.test(clause) ||
      (!orders &&
        (SELF.test(clause) ||
          OTHERS.test(clause) ||
          (ENDED.test(clause) && !dueNow && !LAGGARD.test(clause)))),
    urges: dueNow || DUE.test(clause) || WISH.test(clause) || LAGGARD.test(clause),
    past: PAST.test(clause),
  };
  mood.signs[at] = signs;
  return signs;
}

/** "…了", "…过" at the end. */
const ENDED = /[了过](?:[。!,;\n]|$)/;

/** Something is to be got done: "先去把卡打了". */
const SETTLED = /(?:^|[,的先都去快请家])\s*把[^,。;!?]{1,12}[打签做刷接投学看]了/;

/** The manner of a message, read once. */
export function mannerOf(mood: Mood): Manner {
  if (mood.manner) return mood.manner;
  const { text } = mood;
  // Most notices name many: then nothing else need be looked for.
  const many = MANY.test(text);
  const isCustomer = !many && CUSTOMER.test(text);
  const personal = !many && (isCustomer || ONE_PERSON.test(text));
  mood.manner = {
    about: ABOUT.test(text),
    personal,
    customer: personal && isCustomer,
    optional: OPTIONAL.test(text),
    addressed: ADDRESSED.test(text),
  };
  return mood.manner;
}

/** "…,还是支书转就行": the next clause makes it a question. */
const OR_ELSE = /^\s*还是(?!得|要|请)/;

function asks(clause: string, orders: boolean, next: string): boolean {
  return OR_ELSE.test(next) || (isQuestion(clause, orders) && !isCall(clause, next));
}

function isQuestion(clause: string, orders: boolean): boolean {
  if (!ASKING.test(clause)) return false;
  if (orders && !/\?|请问|[吗么]/.test(clause)) return false;
  return !POLITE_QUESTION.test(clause);
}

/** "怎么才12个人接龙?" calls the others. */
const LAMENT =
  /^[^我他她]*(?:怎么|咋|为啥)[^,。我他她]{0,8}(?:还[没不]|才\s?[\d一二两三四五六七八九十几]|[就只]\s?[\d几]|只有)/;

/** "还有谁没打卡?速打" calls those who have not. */
function isCall(clause: string, next: string): boolean {
  return (
    LAMENT.test(clause) ||
    (/(?:谁|哪|怎么|有没有|还有).{0,6}[没未少]|[看学做答签打接转按刷发拍投点回]了[没吗]|在哪/.test(
      clause,
    ) &&
      /速|快|抓紧|赶紧|赶快|请|补|都[发接报打签转学看]|没.{1,3}的/.test(next))
  );
}
