import type { Told } from './builder.ts';

/** What a message says, whoever said it when. */
export type ToldContent = Pick<Told, 'kind' | 'text' | 'file' | 'link'>;

const IMAGE = /\.(jpe?g|png|gif|webp|heic|bmp|tiff?)$/i;
const VIDEO = /\.(mp4|mov|avi|mkv|3gp|webm|m4v)$/i;
const VOICE = /\.(opus|ogg|amr|mp3|m4a|wav|aac|silk)$/i;

/** An attachment by its file's name: a picture is no file, wherever it comes from. */
export function attachmentContent(name: string, size: number | null, text = ''): ToldContent {
  if (IMAGE.test(name) || VIDEO.test(name) || VOICE.test(name)) {
    // What is written below a picture is what there is to read.
    if (text.trim() !== '') return { kind: 'text', text };
    return { kind: IMAGE.test(name) ? 'image' : VIDEO.test(name) ? 'video' : 'voice', text: '' };
  }
  return fileContent(name, size, text);
}

export function fileContent(name: string, size: number | null, text = ''): ToldContent {
  return { kind: 'file', text, file: { name, size: size ?? 0, exact: size !== null } };
}

export function textContent(text: string): ToldContent {
  return { kind: 'text', text };
}

/** Something that is not text and of which the file keeps no more than that it was there. */
export function bareContent(
  kind: 'image' | 'video' | 'voice' | 'location' | 'placeholder',
): ToldContent {
  return { kind, text: '' };
}

const MARKERS: readonly (readonly [RegExp, ToldContent])[] = [
  [/^\[(?:图片|照片|image|photo)\]$/i, bareContent('image')],
  [/^\[(?:视频|小视频|video)\]$/i, bareContent('video')],
  [/^\[(?:语音|语音消息|voice|audio)\]$/i, bareContent('voice')],
  [/^\[(?:位置|地理位置|location)\]$/i, bareContent('location')],
  [
    /^\[(?:表情|动画表情|表情包|sticker|emoji|红包|名片|转账|群公告|合并转发|小程序)\]$/i,
    bareContent('placeholder'),
  ],
];

/** A text, unless it is one of the words in brackets by which tools tell what is no text. */
export function markedContent(text: string): ToldContent {
  const trimmed = text.trim();
  if (trimmed.length > 12 || !trimmed.startsWith('[')) return textContent(text);
  return MARKERS.find(([pattern]) => pattern.test(trimmed))?.[1] ?? textContent(text);
}

/** The client's own line that somebody took a message back. */
export function isRecallLine(text: string): boolean {
  return (
    text.length < 80 && /撤回了?(?:一条|成员.{0,20}的一条)?消息|recalled a message/i.test(text)
  );
}
