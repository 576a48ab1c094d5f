import { expect, test } from 'vitest';
import { addDays } from '../../lib/tally/local-day';
import { evidence, factsOf, kinds } from './facts-of';
import { dayRow, everyWorkingDay, sources, TODAY } from './group-samples';

const week = (counts: Parameters<typeof everyWorkingDay>[3]) =>
  everyWorkingDay('群', addDays(TODAY, -13), TODAY, counts);

test('check-ins, photos and the answers to them are for show', () => {
  const counts = { messages: 20, replies: 14, notices: 1, demands: { photo: 2, 'check-in': 1 } };
  const facts = factsOf(sources(week(counts)), '群');
  expect(kinds(facts)).toEqual(['show']);
  expect(evidence(facts, 'show')).toEqual({
    messages: 200,
    replies: 140,
    traces: 30,
    notices: 10,
  });
});

test('notices that a hundred people answer are no show', () => {
  const counts = { messages: 100, replies: 96, notices: 2, copies: 2, demands: { reply: 4 } };
  expect(kinds(factsOf(sources(week(counts)), '群'))).toEqual([]);
});

test('chatter without notices is told, with notices it is not', () => {
  const chatter = factsOf(sources(week({ messages: 20 })), '群');
  expect(evidence(chatter, 'other')).toEqual({ messages: 200, chatter: 200, notices: 0 });
  expect(kinds(factsOf(sources(week({ messages: 20, notices: 1 })), '群'))).toEqual([]);
});

test('own messages say nothing, nor does a lively single day', () => {
  expect(kinds(factsOf(sources(week({ messages: 20, own: 20 })), '群'))).toEqual([]);
  const once = [dayRow('群', TODAY, { messages: 300 })];
  expect(kinds(factsOf(sources(once), '群'))).toEqual([]);
});

test('off-hours follow the calendar: all of a free day, the late ones of a working day', () => {
  const rows = [
    dayRow('群', '2026-11-28', { messages: 5, own: 1 }),
    dayRow('群', '2026-11-30', { messages: 8, late: 3 }),
  ];
  expect(factsOf(sources(rows), '群').offHours).toBe(7);
});
