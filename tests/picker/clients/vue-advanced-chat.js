// @ts-nocheck The client brings no types, or those of another framework.
import { register } from 'vue-advanced-chat';
import { ME, SAID, TITLE, timeOf } from './said.ts';

register();
const element = document.createElement('vue-advanced-chat');
document.getElementById('root')?.append(element);
const users = [...new Set(SAID.map(([sender]) => sender))].map((name) => ({
  _id: name,
  username: name,
}));
const rooms = [TITLE, '防火值班群', '党建学习群'].map((roomName, index) => ({
  roomId: String(index),
  roomName,
  avatar: '',
  users,
  lastMessage: { content: SAID[index][1], senderId: SAID[index][0], timestamp: '10:20' },
}));
Object.assign(element, {
  height: '560px',
  currentUserId: ME,
  rooms: JSON.stringify(rooms),
  roomsLoaded: true,
  roomId: '0',
});
const messages = SAID.map(([sender, content], index) => ({
  _id: `6543ab${1000 + index * 37}`,
  indexId: index,
  content,
  senderId: sender,
  username: sender,
  date: '5 November',
  timestamp: timeOf(index).toTimeString().slice(0, 5),
}));
// The client takes messages once it has opened the room.
setTimeout(
  () => Object.assign(element, { messages: JSON.stringify(messages), messagesLoaded: true }),
  300,
);
