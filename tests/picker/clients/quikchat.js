// @ts-nocheck The client brings no types, or those of another framework.
import quikchat from 'quikchat';
import { ME, SAID, TITLE, timeOf } from './said.ts';

const chat = new quikchat('#root', () => {}, {
  theme: 'quikchat-theme-light',
  titleArea: { title: TITLE, align: 'left', show: true },
});
for (const [index, [sender, text]] of SAID.entries()) {
  chat.messageAddFull({
    content: text,
    userString: sender,
    align: sender === ME ? 'right' : 'left',
    role: 'user',
    timestamp: timeOf(index).toISOString(),
  });
}
