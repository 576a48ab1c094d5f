// @ts-nocheck The client brings no types, or those of another framework.
import {
  MainContainer,
  MessageContainer,
  MessageHeader,
  MessageInput,
  MessageList,
  MinChatUiProvider,
} from '@minchat/react-chat-ui';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ME, SAID, TITLE, timeOf } from './said.ts';

const messages = SAID.map(([sender, text], index) => ({
  id: `m${index}`,
  text,
  user: { id: sender, name: sender },
  createdAt: timeOf(index),
}));
const box = createElement(
  MessageContainer,
  null,
  createElement(MessageHeader, null, TITLE),
  createElement(MessageList, { currentUserId: ME, messages }),
  createElement(MessageInput, { placeholder: '' }),
);
const page = createElement(MainContainer, { style: { height: '560px' } }, box);
createRoot(document.getElementById('root')).render(
  createElement(MinChatUiProvider, { theme: '#6ea9d7' }, page),
);
