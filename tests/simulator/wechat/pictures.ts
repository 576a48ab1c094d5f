import { createHash } from 'node:crypto';
import { drawSheet } from './sheet.ts';
import type { Picture, PictureFile } from './types.ts';

/** A picture as the server answers it. */
export type DrawnPicture = { type: string; body: string | Buffer };

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A transparent picture of one pixel. */
export const SPACER: DrawnPicture = { type: 'image/gif', body: PIXEL };

/** A landscape or a sheet of paper, by seed: a stand-in for what people photograph. */
export function drawPicture(picture: Picture, seed: string): DrawnPicture {
  if (picture.sheet) return { type: 'image/png', body: drawSheet(picture.sheet) };
  const width = picture.width ?? 200;
  const height = picture.height ?? 150;
  const number = numberOf(picture.seed ?? seed);
  const inside = isPaper(picture.seed) ? paper(width, height) : landscape(width, height, number);
  return svg(width, height, inside);
}

/** What the server tells the page of a picture's bytes, if anything. */
export function fileOf({ sheet, md5 = true }: Picture): PictureFile | undefined {
  if (!sheet || !md5) return undefined;
  const bytes = drawSheet(sheet);
  return { length: bytes.length, md5: createHash('md5').update(bytes).digest('hex') };
}

/** A person's or a group's picture. */
export function drawAvatar(seed: number, group: boolean): DrawnPicture {
  return svg(80, 80, group ? mosaic(seed) : portrait(seed));
}

function landscape(width: number, height: number, number: number): string {
  const sky = `hsl(${195 + (number % 30)} 55% ${78 - (number % 18)}%)`;
  const field = `hsl(${75 + (number % 60)} 38% ${42 + (number % 14)}%)`;
  const far = `hsl(${150 + (number % 40)} 22% 52%)`;
  const crest = height * (0.42 + (number % 5) / 50);
  const road = `M${width * 0.44} ${crest + height * 0.14}L${width * 0.2} ${height}H${width * 0.62}L${width * 0.5} ${crest + height * 0.14}z`;
  return `<rect width="${width}" height="${height}" fill="${sky}"/>
<path d="M0 ${crest}Q${width * 0.25} ${crest * 0.55} ${width * 0.5} ${crest}T${width} ${crest * 0.9}V${height}H0z" fill="${far}"/>
<rect y="${crest + height * 0.12}" width="${width}" height="${height}" fill="${field}"/>
<path d="${road}" fill="#c9c3b6"/>
<rect x="${width * 0.68}" y="${crest - height * 0.04}" width="${width * 0.17}" height="${height * 0.18}" fill="#e9e4da"/>
<path d="M${width * 0.66} ${crest - height * 0.03}l${width * 0.105} ${-height * 0.11}l${width * 0.105} ${height * 0.11}z" fill="#a4553f"/>`;
}

function paper(width: number, height: number): string {
  const lines = Array.from({ length: 7 }, (_, index) => {
    const y = height * (0.3 + index * 0.085);
    const length = width * (index % 3 === 2 ? 0.4 : 0.62);
    return `<rect x="${width * 0.19}" y="${y}" width="${length}" height="${height * 0.022}" fill="#9aa0a6"/>`;
  });
  return `<rect width="${width}" height="${height}" fill="#8d8377"/>
<rect x="${width * 0.12}" y="${height * 0.07}" width="${width * 0.76}" height="${height * 0.9}" fill="#fbfaf6"/>
<rect x="${width * 0.3}" y="${height * 0.15}" width="${width * 0.4}" height="${height * 0.05}" fill="#c23b32"/>${lines.join('')}`;
}

function portrait(seed: number): string {
  const hue = seed % 360;
  return `<rect width="80" height="80" fill="hsl(${hue} 32% 66%)"/>
<circle cx="40" cy="31" r="15" fill="hsl(${hue} 30% 91%)"/>
<path d="M12 80q0-30 28-30t28 30z" fill="hsl(${hue} 30% 91%)"/>`;
}

function mosaic(seed: number): string {
  const tiles = Array.from({ length: 9 }, (_, index) => {
    const hue = (seed * (index + 3) * 47) % 360;
    const x = 5 + (index % 3) * 24;
    const y = 5 + Math.floor(index / 3) * 24;
    return `<rect x="${x}" y="${y}" width="22" height="22" fill="hsl(${hue} 34% 64%)"/>
<circle cx="${x + 11}" cy="${y + 9}" r="4.500" fill="hsl(${hue} 32% 90%)"/>
<path d="M${x + 3} ${y + 22}q0-8 8-8t8 8z" fill="hsl(${hue} 32% 90%)"/>`;
  });
  return `<rect width="80" height="80" fill="#dedede"/>${tiles.join('')}`;
}

function svg(width: number, height: number, inside: string): DrawnPicture {
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`;
  return { type: 'image/svg+xml', body };
}

function numberOf(seed: string): number {
  let sum = 11;
  for (const character of seed) sum = (sum * 33 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}

function isPaper(seed = ''): boolean {
  return /截图|记录|公示|学习|证明|台账/.test(seed);
}
