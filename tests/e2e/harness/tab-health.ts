import type { Health } from '../../../lib/messages/protocol.ts';
import type { Session } from './launch.ts';
import { insideExtension } from './stored.ts';

/** What the content scripts of all tabs say of themselves, as the popup asks them. */
export async function tabHealths(session: Session): Promise<Health[]> {
  return (await insideExtension(session, askTabs, null)) as Health[];
}

/** Runs in a page of the extension. */
async function askTabs(): Promise<unknown[]> {
  type Tabs = {
    query(filter: object): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: object): Promise<{ ok?: boolean; value?: unknown }>;
  };
  const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
  const call = { fingerlight: 'tab', name: 'health', request: null };
  const answers = (await tabs.query({})).map(({ id }) =>
    tabs.sendMessage(id, call).catch(() => null),
  );
  return (await Promise.all(answers)).flatMap((answer) => (answer?.ok ? [answer.value] : []));
}
