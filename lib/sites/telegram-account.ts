/**
 * What stands before a message's number: the address of its chat, and the place of the signed-in account where several are
 * (`?account=2`). Ids count per account in chats with one person and in small groups.
 */
export function telegramScope(document: Document, peer: string): string {
  const account = /[?&]account=(\d{1,4})(?:&|$)/.exec(document.location?.search ?? '')?.[1] ?? '1';
  return account === '1' ? peer : `${account}/${peer}`;
}
