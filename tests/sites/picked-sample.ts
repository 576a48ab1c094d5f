/** A definition that says everything a definition may say. */
export const GOOD_DEFINITION = {
  format: 'fingerlight-site',
  version: 1,
  id: 'picked-abc123',
  name: '镇工作群',
  hosts: ['chat.example.org:8443'],
  transcript: [{ tag: 'div', attributes: { role: 'log' }, far: true }],
  title: [{ tag: 'h2', far: true }],
  kinds: [
    {
      row: [{ tag: 'div', classes: ['message'] }],
      text: { place: [{ tag: 'p' }] },
      sender: { up: 1, place: [{ tag: 'b', nth: -1 }] },
      time: { place: [{ tag: 'time' }], attribute: 'datetime' },
      own: { place: [], className: 'own' },
    },
  ],
  system: [{ place: [{ tag: 'div' }], attribute: 'data-type', value: 'join' }],
  messageId: { place: [], attribute: 'data-id' },
  knownBy: { sender: true, clock: false },
  rememberedHeights: false,
};
