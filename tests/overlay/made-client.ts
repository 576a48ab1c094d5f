import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/default-settings';
import type { Verdict } from '../../lib/detect/types';
import type { NoticeState, ObservedMessage, Report } from '../../lib/messages/protocol';
import { type Session, startSession } from '../../lib/overlay/session';
import { equipped } from '../../lib/sites/offer';
import type { Site } from '../../lib/sites/site';
import { wechat } from '../../lib/sites/wechat';
import { NO_VERDICT } from '../../lib/tally/opinion';

const { openFeed: _, ...withoutFeed } = wechat;

/** A client made up for tests: `h1` names the chat; `main` holds rows `p.row[data-id][data-sender]`, each with its `.words`. */
export const madeClient: Site = {
  ...withoutFeed,
  id: 'made',
  rememberedHeights: false,
  watchedAttributes: ['data-id', 'data-sender'],
  stage: ({ body }) => body,
  openChat: (page) => {
    const name = page.querySelector('h1')?.textContent ?? '';
    return name ? { sessionId: name, name, isGroup: true } : null;
  },
  scroller: (page) => page.querySelector('main'),
  rows: (page) => [...page.querySelectorAll<HTMLElement>('main .row')],
  rowOf: (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return element?.closest<HTMLElement>('main .row') ?? null;
  },
  read: (row) => {
    const { id = '', sender = '张三' } = row.dataset;
    const text = wordsOf(row)?.textContent ?? '';
    return id === '' ? null : { id, own: false, sender, kind: 'text', text, clock: '9:00' };
  },
  picture: () => null,
  isRecalled: () => false,
  parts: (row) => {
    const words = wordsOf(row);
    return words && { host: row, aside: words, hide: [words] };
  },
  ownNames: () => [],
};

export function wordsOf(row: Element): HTMLElement | null {
  return row.querySelector<HTMLElement>('.words');
}

export function madeRow(id: string, text: string): HTMLElement {
  const row = document.createElement('p');
  row.className = 'row';
  row.dataset.id = id;
  const words = document.createElement('span');
  words.className = 'words';
  words.textContent = text;
  row.append(words);
  return row;
}

/** Opens a page of that client with so many rows, and returns what holds them. */
export function openMadePage(rows = 3): HTMLElement {
  const title = document.createElement('h1');
  title.textContent = '街道工作群';
  const main = document.createElement('main');
  for (let at = 0; at < rows; at++) main.append(madeRow(`${at}`, `说了第${at}句话`));
  document.body.replaceChildren(title, main);
  return main;
}

export function lookOf(row: Element): string | null {
  return row.getAttribute('data-fl-row');
}

/** Lets so many ms go by. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

export type Judge = (message: ObservedMessage) => Partial<Verdict>;

/** What may fold without a copy of it: a mere request for a reply. */
export const TRACE: Judge = ({ text }) =>
  text.startsWith('收到请回复') ? { traceOnly: true, demands: ['reply'], action: 'fold' } : {};

export type Started = {
  session: Session;
  reports: readonly Report[];
  messages(): ObservedMessage[];
  setSettings(change: Partial<Settings>): void;
  /** The background answers no more, until it is let go. */
  hold(): void;
  letGo(): void;
};

/** Starts the overlay in this page, over a background that judges so, and tells of these notices with each answer. */
export function startOverlay(
  site: Site,
  judge: Judge,
  notices: readonly NoticeState[] = [],
): Started {
  const reports: Report[] = [];
  let held: (() => void)[] | null = null;
  let rev = 0;
  const answer = async ({ name, request }: { name: string; request: unknown }) => {
    if (name !== 'report') return { ok: true, value: null };
    const report = request as Report;
    reports.push(report);
    if (held) await new Promise<void>((go) => held?.push(go));
    const verdicts = report.messages.map((message) => ({
      ...{ key: message.key, hash: message.hash, rev: ++rev, done: false },
      verdict: { ...NO_VERDICT, ...judge(message) },
    }));
    return { ok: true, value: { verdicts, notices } };
  };
  fakeBrowser.runtime.sendMessage = answer as never;
  const [whole = site] = equipped([site]);
  const settings: Settings = { ...DEFAULT_SETTINGS, welcomed: true, mode: 'fold' };
  const session = startSession(whole, settings, () => false, [1, 2]);
  return {
    session,
    reports,
    messages: () => reports.flatMap(({ messages }) => messages),
    setSettings: (change) => session.setSettings({ ...settings, ...change }),
    hold() {
      held ??= [];
    },
    letGo() {
      const waiting = held ?? [];
      held = null;
      for (const go of waiting) go();
    },
  };
}
