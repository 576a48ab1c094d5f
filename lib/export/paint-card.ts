import type { Card } from './card.ts';

/** Size of the picture in pixels. */
export const CARD_SIZE = { width: 1080, height: 1080 };

/** As much of a canvas as painting takes. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'font' | 'textBaseline' | 'fillRect' | 'fillText' | 'measureText'
>;

const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
// The light tokens: a picture that is passed on does not follow anyone's preference.
const COLOURS = {
  paper: '#f6f8f7',
  surface: '#ffffff',
  ink: '#14211f',
  soft: '#4a5b57',
  accent: '#0d5f5b',
  line: '#d5dedb',
};
const MARGIN = 72;
const WIDTH = CARD_SIZE.width - 2 * MARGIN;
/** Notes that come to more lines are written smaller, or the last of them would fall off the card. */
const NOTE = { size: 26, line: 40, mostLines: 6 };
const LONG_NOTE = { size: 20, line: 28 };
const CELL = { width: WIDTH / 3, height: 168, top: 440 };

/** Paints a card over the whole of a canvas of CARD_SIZE. */
export function paintCard(brush: Brush, card: Card): void {
  brush.textBaseline = 'top';
  fill(brush, COLOURS.paper, 0, 0, CARD_SIZE.width, CARD_SIZE.height);
  fill(brush, COLOURS.accent, 0, 0, CARD_SIZE.width, 16);
  write(brush, card.title, MARGIN, 72, 600, 52, COLOURS.ink);
  write(brush, card.period, MARGIN, 146, 400, 30, COLOURS.soft);
  write(brush, card.minutes.value, MARGIN, 226, 600, 104, COLOURS.accent);
  write(brush, card.minutes.label, MARGIN, 356, 400, 30, COLOURS.soft);
  paintFigures(brush, card);
  paintNotes(brush, card.notes);
}

function paintFigures(brush: Brush, { figures }: Card): void {
  const rows = Math.ceil(figures.length / 3);
  fill(brush, COLOURS.line, MARGIN, CELL.top, WIDTH, rows * CELL.height);
  figures.forEach(({ value, label }, at) => {
    const left = MARGIN + (at % 3) * CELL.width;
    const top = CELL.top + Math.floor(at / 3) * CELL.height;
    fill(brush, COLOURS.surface, left + 1, top + 1, CELL.width - 2, CELL.height - 2);
    write(brush, value, left + 28, top + 32, 600, 52, COLOURS.ink);
    write(brush, label, left + 28, top + 104, 400, 26, COLOURS.soft);
  });
}

function paintNotes(brush: Brush, notes: readonly string[]): void {
  const paragraphs = (size: number) => notes.map((note) => brokenToFit(brush, note, size));
  const isLong = paragraphs(NOTE.size).flat().length > NOTE.mostLines;
  const { size, line } = isLong ? LONG_NOTE : NOTE;
  let top = CELL.top + 2 * CELL.height + 44;
  for (const lines of paragraphs(size)) {
    for (const text of lines) {
      write(brush, text, MARGIN, top, 400, size, COLOURS.soft);
      top += line;
    }
    top += 12;
  }
}

/** Lines as wide as the card. Chinese may break between any two characters, but no line begins with a stop. */
function brokenToFit(brush: Brush, text: string, size: number): string[] {
  brush.font = fontOf(400, size);
  const lines = [''];
  for (const character of text) {
    const line = lines[lines.length - 1] ?? '';
    const fits = brush.measureText(line + character).width <= WIDTH;
    if (fits || /[，。；：、）]/.test(character)) lines[lines.length - 1] = line + character;
    else lines.push(character);
  }
  return lines;
}

function write(
  brush: Brush,
  text: string,
  left: number,
  top: number,
  weight: number,
  size: number,
  colour: string,
): void {
  brush.fillStyle = colour;
  brush.font = fontOf(weight, size);
  // A figure that is too long is written narrower by the canvas itself.
  brush.fillText(text, left, top, CARD_SIZE.width - MARGIN - left);
}

function fontOf(weight: number, size: number): string {
  return `${weight} ${size}px ${FONT}`;
}

function fill(
  brush: Brush,
  colour: string,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  brush.fillStyle = colour;
  brush.fillRect(left, top, width, height);
}
