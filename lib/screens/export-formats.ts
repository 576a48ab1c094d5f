import type { Card } from '../export/card';
import { csvOf } from '../export/csv';
import { CARD_SIZE, paintCard } from '../export/paint-card';
import { plainTable, type Sheet } from '../export/sheet';
import { type SheetsHead, sheetsJson } from '../export/sheets-json';
import { xlsxOf } from '../export/xlsx';

/** What is handed over, as the preview shows it. */
export type HandOver = { sheets: readonly Sheet[]; card: Card; head: SheetsHead };

export type WrittenFile = { name: string; content: Blob };

/**
 * Every format, in the order of its buttons. A format of another kind, such as a tally for merging, is one more entry
 * here and one more word in components/export/ExportActions.
 */
export const EXPORT_FORMATS = {
  xlsx: async ({ sheets, head }) => [
    { name: fileName(head, 'xlsx'), content: await xlsxOf(sheets) },
  ],
  csv: async ({ sheets, head }) => sheets.map((sheet) => csvFile(sheet, head)),
  json: async ({ sheets, head }) => [
    {
      name: fileName(head, 'json'),
      content: new Blob([sheetsJson(sheets, head)], { type: 'application/json' }),
    },
  ],
  png: async ({ card, head }) => [{ name: fileName(head, 'png'), content: await cardPng(card) }],
} as const satisfies Record<string, (handOver: HandOver) => Promise<WrittenFile[]>>;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** One sheet as a CSV file. */
export function csvFile(sheet: Sheet, head: SheetsHead): WrittenFile {
  const content = new Blob([csvOf(plainTable(sheet))], { type: 'text/csv;charset=utf-8' });
  return { name: fileName(head, 'csv', sheet.name), content };
}

function fileName({ from, to }: SheetsHead, ending: string, part?: string): string {
  const period = from === to ? from : `${from}_${to}`;
  return `${['fingerlight', part, period].filter(Boolean).join('-')}.${ending}`;
}

/** The card as a picture in the page. */
export function cardUrl(card: Card): string {
  return canvasOf(card).toDataURL('image/png');
}

function cardPng(card: Card): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvasOf(card).toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))));
  });
}

function canvasOf(card: Card): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), CARD_SIZE);
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('no canvas');
  paintCard(brush, card);
  return canvas;
}
