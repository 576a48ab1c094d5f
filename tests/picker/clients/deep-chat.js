// @ts-nocheck The client brings no types, or those of another framework.
import 'deep-chat';
import { ME, SAID } from './said.ts';

const element = document.createElement('deep-chat');
const names = [...new Set(SAID.map(([sender]) => sender))];
Object.assign(element, {
  names: {
    default: {},
    user: { text: ME },
    ...Object.fromEntries(names.map((name) => [name, { text: name }])),
  },
  avatars: true,
  connect: { handler: () => {} },
  history: SAID.map(([sender, text]) => ({ text, role: sender === ME ? 'user' : sender })),
});
element.style.cssText = 'height: 500px; width: 600px';
document.getElementById('root')?.append(element);
