/** Pieces that texts are made of to cost the judge as much as they can: what its patterns look for, again and again. */
const PIECES = [
  ...[
    '1',
    '12',
    '年',
    '月',
    '日',
    '1月',
    '11月5日',
    '17:00',
    '1-',
    '1、',
    '1.',
    '1/',
    '.5',
    '%',
    '2026',
  ],
  ...[
    '—',
    '-',
    '~',
    '、',
    '(',
    '（',
    '[',
    '【',
    '《',
    '》',
    '「',
    '」',
    '“',
    '”',
    '@',
    '@a ',
    '#',
    '|',
    '<',
    '>',
  ],
  ...[
    '，',
    '。',
    ',',
    '.',
    '：',
    ':',
    '；',
    '！',
    '？',
    '\n',
    ' ',
    '\t',
    '…',
    '·',
    '_',
    '*',
    '/',
    '\\',
    '+',
    '=',
  ],
  ...[
    '各',
    '请',
    '收到',
    '附件',
    '更正',
    '改为',
    '取消',
    '截止',
    '前',
    '不',
    '的',
    '人',
    '号',
    '楼',
    '室',
    '会议室',
  ],
  ...[
    '一',
    '十',
    '第',
    '周',
    '下',
    '上午',
    '电话',
    '联系人',
    '138',
    '0771-',
    '转',
    '点赞',
    '打卡',
    '截图',
    '拍照',
  ],
  ...[
    '接龙\n',
    '#接龙\n1. 张三\n',
    '张三',
    '王',
    '老师',
    '主任',
    '村',
    '组',
    '社区',
    '回复',
    '至',
    '和',
    '或',
    '通知',
  ],
  ...[
    '关于',
    '报送',
    '表',
    '台账',
    '谢谢',
    '大家好',
    '各位',
    '辛苦了',
    '[图片]',
    '[文件]',
    '月底',
    '周一',
    '今天',
  ],
  ...[
    '😀',
    '👍',
    '1️⃣',
    '①',
    '✅',
    '☑',
    '→',
    '👨\u200d',
    '\ufe0f',
    '\u0301',
    '㈠',
    'Ａ',
    'İ',
    '\ud800',
    '\u202e',
  ],
  ...[
    'a',
    'a.',
    'a@',
    'http://',
    'A',
    '微信',
    'qq',
    'tel',
    'v1',
    '名单',
    '参加人员',
    '对象',
    '地点',
    '时间',
    '元',
  ],
];

/** Numbers from 0 to below 1, the same for the same seed. */
function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

function filled(block: string, length: number): string {
  return block.repeat(Math.ceil(length / block.length)).slice(0, length);
}

/** Every piece by itself, over and over. */
export function pieceTexts(length: number): string[] {
  return PIECES.map((piece) => filled(piece, length));
}

/** A text of this many characters: a block of pieces again and again, three rows of one piece each, or a heap of pieces. */
export function hostileText(seed: number, length: number): string {
  const next = numbersOf(seed);
  const pick = () => PIECES[Math.floor(next() * PIECES.length)] ?? '';
  const kind = next();
  if (kind < 0.5) return filled(pick() + pick() + (next() < 0.5 ? pick() : ''), length);
  if (kind < 0.8) {
    const third = Math.floor(length / 3);
    return filled(pick(), third) + filled(pick(), third) + filled(pick(), length - 2 * third);
  }
  let text = '';
  while (text.length < length) text += pick();
  return text.slice(0, length);
}
