import {
  bareContent,
  fileContent,
  isRecallLine,
  markedContent,
  type ToldContent,
  textContent,
} from './told-kind.ts';

/** `type` and `part` are WeChat's own numbers: 1 text, 3 picture, 34 voice, 43 video, 47 sticker, 48 place, 49 with a part. */
export type WeChatTold = {
  type: number;
  part: number;
  text: string;
  title?: string;
  url?: string;
};

/** What a WeChat message says; a word where it is to be left out. */
export function weChatContent(told: WeChatTold): ToldContent | 'system' | 'recalled' {
  const { type, text } = told;
  if (type === 10000 || type === 10002) return isRecallLine(text) ? 'recalled' : 'system';
  if (type === 3) return bareContent('image');
  if (type === 34) return bareContent('voice');
  if (type === 43 || type === 62) return bareContent('video');
  if (type === 48) return bareContent('location');
  if (type === 47 || type === 42 || type === 50) return bareContent('placeholder');
  if (type === 49) return cardContent(told);
  return markedContent(text);
}

/** Files, links and the like, of which a tool keeps the XML, or a title and an address, or words of its own. */
function cardContent({ part, text, title, url }: WeChatTold): ToldContent {
  const isXml = /^\s*<(?:\?xml|msg|appmsg)/.test(text);
  const name = (title || (isXml ? inXml(text, 'title') : wordInBrackets(text)) || '').trim();
  const address =
    url || (isXml ? inXml(text, 'url') : (/https?:\/\/[^\s)]+/.exec(text)?.[0] ?? ''));
  if (part === 6 || part === 74)
    return name ? fileContent(name, sizeIn(text)) : bareContent('placeholder');
  if (part === 57) return textContent(name || (isXml ? '' : text));
  if (part === 5 || part === 4 || address !== '') {
    return { kind: 'link', text: '', link: { url: address, title: name } };
  }
  if (isXml || text.trim() === '') return bareContent('placeholder');
  return markedContent(text);
}

/** "[文件|名单.xlsx](…)" or "[文件] 名单.xlsx", as tools write it. */
function wordInBrackets(text: string): string {
  return (
    /^\[[^|\]]{1,8}\|([^\]]*)\]/.exec(text)?.[1] ??
    /^\[(?:文件|链接|分享)\]\s*(.*)/.exec(text)?.[1] ??
    text.split('\n', 1)[0] ??
    ''
  );
}

function inXml(xml: string, tag: string): string {
  const found = new RegExp(`<${tag}>(?:<!\\[CDATA\\[)?([^<\\]]*)`).exec(xml)?.[1] ?? '';
  return found
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function sizeIn(xml: string): number | null {
  const size = Number(/<totallen>(\d{1,15})/.exec(xml)?.[1] ?? '');
  return size > 0 ? size : null;
}
