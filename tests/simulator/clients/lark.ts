import { client as feishu } from './feishu.ts';
import type { Client } from './types.ts';

/** The same client on the servers of the rest of the world. */
export const client: Client = {
  ...feishu,
  id: 'lark',
  url: 'https://town.sg.larksuite.com/next/messenger/',
};
