import type { HistoryBuilder } from './builder.ts';
import { field, fieldsOf, jsonOf, listOf, numberIn, textIn } from './file-json.ts';
import type { Source, Watch } from './history.ts';
import { attachmentContent, type ToldContent, textContent } from './told-kind.ts';

/** Whether JSON is one day of a channel as Slack exports it. */
export function isSlackDay(json: unknown): boolean {
  const [first] = listOf(json);
  return /^\d{9,11}\.\d{1,6}$/.test(textIn(first, 'ts')) && textIn(first, 'type') === 'message';
}

/** Whether JSON is a list of Slack's that is no messages: of users, channels and the like. */
export function isSlackList({ name }: Source): boolean {
  return /^(?:users|channels|groups|dms|mpims|integration_logs|canvases|file_conversations|huddle_transcripts|lists|org_users)\.json$/.test(
    name,
  );
}

/** What Slack's lists of one export say: names by the ids of users, and which folders are talks of few. */
export type SlackLists = { users: Map<string, string>; directs: Set<string> };

export async function readSlackLists(
  sources: readonly Source[],
  watch: Watch,
): Promise<SlackLists> {
  const lists: SlackLists = { users: new Map(), directs: new Set() };
  for (const source of sources) {
    if (!isSlackList(source) || !/^(?:users|org_users|dms)\.json$/.test(source.name)) continue;
    for (const entry of listOf(await jsonOf(source, watch))) {
      if (source.name === 'dms.json') lists.directs.add(textIn(entry, 'id'));
      else lists.users.set(textIn(entry, 'id'), nameOf(entry));
    }
  }
  return lists;
}

function nameOf(user: unknown): string {
  const profile = field(user, 'profile');
  const names = [
    textIn(profile, 'display_name'),
    textIn(profile, 'real_name'),
    textIn(user, 'real_name'),
    textIn(user, 'name'),
  ];
  return names.find((name) => name !== '') ?? '';
}

/** One day of one channel; the channel is the folder in which the file lies. */
export function readSlackDay(
  json: unknown,
  { path }: Source,
  { users, directs }: SlackLists,
  builder: HistoryBuilder,
): void {
  const folder = path.split('/').at(-2) ?? '';
  const isPrivate = directs.has(folder);
  const place = builder.chat({ site: 'slack', name: folder || null, isPrivate }, folder);
  for (const message of listOf(json)) {
    const subtype = textIn(message, 'subtype');
    if (subtype === 'tombstone') builder.skip('recalled');
    else if (textIn(message, 'type') !== 'message' || !SAID.has(subtype)) builder.skip('system');
    else {
      const id = textIn(message, 'user');
      const sender =
        users.get(id) ||
        nameOf({ profile: field(message, 'user_profile') }) ||
        textIn(message, 'username') ||
        id;
      const time = Math.round(numberIn(message, 'ts') * 1000);
      builder.add(place, { time, own: null, sender, ...contentOf(message, users) });
    }
  }
}

/** Subtypes of what somebody said; every other tells what the channel did. */
const SAID = new Set([
  '',
  'bot_message',
  'me_message',
  'file_share',
  'thread_broadcast',
  'file_comment',
]);

function contentOf(message: unknown, users: ReadonlyMap<string, string>): ToldContent {
  const text = plainText(textIn(message, 'text'), users);
  const [file] = listOf(field(message, 'files'));
  const name = textIn(file, 'name') || textIn(file, 'title');
  if (Object.keys(fieldsOf(file)).length === 0 || name === '') return textContent(text);
  const size = numberIn(file, 'size');
  return attachmentContent(name, Number.isFinite(size) ? size : null, text);
}

/** Slack's marks in words: "<@U1>", "<#C1|general>", "<https://…|title>", and three entities. */
function plainText(text: string, users: ReadonlyMap<string, string>): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id, name) => `@${users.get(id) ?? name ?? id}`)
    .replace(/<#[A-Z0-9]+\|([^>]*)>/g, '#$1')
    .replace(/<!(?:subteam\^[A-Z0-9]+\|)?@?([^>|]*)[^>]*>/g, '@$1')
    .replace(/<((?:https?|mailto):[^>|]*)\|([^>]*)>/g, '$2 $1')
    .replace(/<((?:https?|mailto):[^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
