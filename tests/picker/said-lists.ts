import { definitionHere, openPage, readWith } from './pages';

const PEOPLE = ['周一鸣', '李秀英', 'sunli'];
const WORDS = [
  '请各村于11月7日前报送台账，逾期不候。',
  '收到，我村正在排查，下午报送。',
  '会议室投影我提前去调试，请放心。',
  '石桥村走访完毕，三户需要更换电热毯。',
];
export const personAt = (at: number) => PEOPLE[at % 3] ?? '';
export const wordsAt = (at: number) => `${WORDS[at % 4]}${at}`;
export const times = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at));

export function open(list: string, head = '<h2>工作群</h2>') {
  openPage(`<header>${head}</header>${list}<textarea></textarea>`);
  return readWith(definitionHere());
}
export const log = (...rows: string[]) =>
  `<div class="list" role="log" style="overflow:auto">${rows.join('')}</div>`;
