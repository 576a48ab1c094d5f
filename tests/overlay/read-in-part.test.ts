// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { discord } from '../../lib/sites/discord';
import { expectedOf, pageOf } from '../sites/fixtures';
import { leaveBrowser, NOON, standInForBrowser } from './browser-stand-ins';
import { lookOf, pass, startOverlay } from './made-client';

beforeEach(standInForBrowser);
afterEach(leaveBrowser);

it('a folded message to which a second file comes opens: it is not read whole any more', async () => {
  const { address = '/', title = '' } = expectedOf('discord', 'several-attachments');
  history.replaceState(null, '', address);
  document.title = title;
  document.body.innerHTML = pageOf('discord', 'several-attachments');
  const [row] = discord.rows(document) as [HTMLElement];
  const file = row.querySelectorAll('.file__0ccae')[1] as HTMLElement;
  const place = file.parentElement as HTMLElement;
  file.remove();
  const copy = { key: 'wechat:1', site: 'wechat', chat: '网格群', sender: '王主任', time: NOON };
  const claim = { ...copy, hash: 'h', partial: false };
  const notice = { notice: 'n1', rev: 1, title: '通知', chats: 2, copies: [copy] };
  const { session, messages } = startOverlay(
    discord,
    // As the judge: what is not read whole is guarded.
    ({ oversize, kind }) => ({
      ...{ relation: 'copy', notice: kind === 'file' ? 'n1' : null, of: 'wechat:1' },
      ...{ action: 'fold', guards: oversize ? ['oversize'] : [] },
    }),
    [{ ...notice, claims: [claim], supersededBy: null }],
  );
  await pass(1_000);
  expect(lookOf(row)).toBe('folded');
  place.append(file);
  await pass(3_000);
  expect(discord.read(row)?.oversize).toBe(true);
  expect(lookOf(row)).toBe('marked');
  expect(messages().some(({ key, oversize }) => oversize && key.endsWith('304001'))).toBe(true);
  session.stop();
});
