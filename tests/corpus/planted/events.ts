import { answersTo, draftBy, MINUTE } from './answers.ts';
import type { Draft, Setting } from './draft.ts';
import { FAMILIES } from './families.ts';
import { ARTICLES, LONG_TRACES, PLACEHOLDER, SHORT_TRACES, TALK } from './small-talk.ts';

const DOCUMENTS = ['统计表.xlsx', '明细表.xls', '工作方案.docx', '花名册.xlsx', '填报说明.pdf'];

/** A file in some chats; sometimes a file of the same name and another size follows. */
export function attachmentEvent(setting: Setting): Draft[] {
  const { random } = setting;
  const [subject] = random.pick(
    random.pick(FAMILIES.filter((family) => !family.emergency)).matters,
  );
  const name = `${subject}${random.pick(DOCUMENTS)}`;
  const round = setting.rounds.get(name) ?? 0;
  setting.rounds.set(name, round + 1);
  // A name that was used before is another document: it carries its round.
  const unique = round === 0 ? name : `${round + 1}月-${name}`;
  const size = random.whole(12_000, 900_000);
  const chain = `file-${setting.serial()}`;
  const begin = setting.moment();
  const post = (edition: number, bytes: number, from: number, count: number): Draft[] =>
    chatsOf(setting, count).map((chat, index) =>
      draftBy(setting, false, {
        chat,
        time: from + (index === 0 ? 0 : random.whole(1, 300) * MINUTE),
        kind: 'file',
        file: { name: unique, size: bytes },
        version: `${chain}-${edition}`,
        chain,
        edition,
      }),
    );
  const drafts = post(0, size, begin, random.whole(1, 5));
  if (!random.chance(0.2)) return drafts;
  // Half as large again: the page shows sizes rounded.
  const later = begin + random.whole(400, 1400) * MINUTE;
  return [...drafts, ...post(1, Math.round(size * 1.5), later, random.whole(1, 3))];
}

/** An article card in some chats. */
export function articleEvent(setting: Setting): Draft[] {
  const { random } = setting;
  const title = random.pick(ARTICLES);
  const number = ARTICLES.indexOf(title);
  const begin = setting.moment();
  return chatsOf(setting, random.whole(2, 6)).map((chat, index) =>
    draftBy(setting, false, {
      chat,
      time: begin + index * random.whole(1, 60) * MINUTE,
      kind: 'link',
      link: { url: `https://news.example.org/a/${1000 + number}`, title },
      version: `article-${number}`,
      chain: `article-${number}`,
    }),
  );
}

/** A request for traces that says nothing else. The same words are the same notice, whenever they come. */
export function traceEvent(setting: Setting): Draft[] {
  const { random } = setting;
  const begin = setting.moment();
  const isLong = random.chance(0.4);
  const [text, asks] = random.pick(isLong ? LONG_TRACES : SHORT_TRACES);
  const version = isLong ? `trace-${LONG_TRACES.findIndex(([words]) => words === text)}` : null;
  return chatsOf(setting, random.whole(1, 4)).flatMap((chat, index) => {
    const draft = draftBy(setting, false, {
      chat,
      time: begin + index * random.whole(1, 20) * MINUTE,
      sentences: [{ text, asks }],
      version,
      chain: version,
      traceOnly: true,
    });
    return [draft, ...answersTo(setting, draft, '在岗情况')];
  });
}

/** Sentences that stand for what the page cannot show: never copies of one another. */
export function placeholderEvent(setting: Setting): Draft[] {
  const begin = setting.moment();
  return chatsOf(setting, setting.random.whole(1, 3)).map((chat, index) =>
    draftBy(setting, false, {
      chat,
      time: begin + index * MINUTE,
      kind: 'placeholder',
      sentences: [{ text: PLACEHOLDER }],
      guards: ['placeholder'],
    }),
  );
}

/** Talk anywhere. Pictures only in the first chat, where nobody ever asks for one, so that none is an answer. */
export function talkEvent(setting: Setting): Draft[] {
  const { random } = setting;
  const begin = setting.moment();
  if (random.chance(0.15)) {
    return [
      draftBy(setting, false, { chat: 0, time: begin, kind: 'image', guards: ['placeholder'] }),
    ];
  }
  const chat = random.whole(0, setting.groups - 1);
  return random.some(TALK, random.whole(1, 3)).map((text, index) =>
    draftBy(setting, random.chance(0.2), {
      chat,
      time: begin + index * MINUTE,
      sentences: [{ text }],
    }),
  );
}

function chatsOf({ random, groups }: Setting, count: number): number[] {
  return random.some(
    Array.from({ length: groups - 1 }, (_, index) => index + 1),
    count,
  );
}
