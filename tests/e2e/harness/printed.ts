import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/** A4 across, in points. */
export const A4_ACROSS = [842, 595];

export type Printed = {
  /** Width and height of each page in points. */
  pages: number[][];
  /** What can be read on each page; null where poppler is not installed. */
  texts: string[] | null;
  /** How light each page is on the whole, from 0 to 255; null where poppler is not installed. */
  lightness: number[] | null;
};

/** The page as Chromium prints it for a reader who likes it dark, background and all. */
export async function printed(page: Page): Promise<Printed> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.emulateMediaFeatures([]);
  const boxes = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g);
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-printed-'));
  try {
    const file = join(folder, 'printed.pdf');
    writeFileSync(file, pdf);
    return {
      pages: [...boxes].map(([, ...size]) => size.map((points) => Math.round(Number(points)))),
      texts:
        poppler('pdftotext', ['-layout', file, '-'])?.toString('utf8').split('\f').slice(0, -1) ??
        null,
      lightness: lightnessOf(poppler('pdftoppm', ['-gray', '-r', '8', file])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function poppler(command: string, args: string[]): Buffer | null {
  try {
    return execFileSync(command, args, {
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.log(
      `skipped: ${command} (poppler-utils) is not installed, so a print is not looked at`,
    );
    return null;
  }
}

/** Of grey pictures, one after the other, each with a head that says how large it is. */
function lightnessOf(pictures: Buffer | null): number[] | null {
  if (pictures === null) return null;
  const means: number[] = [];
  let at = 0;
  while (at < pictures.length) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pictures.toString('latin1', at, at + 40));
    if (!head) throw new Error('no grey picture');
    const size = Number(head[1]) * Number(head[2]);
    const start = at + head[0].length;
    const points = pictures.subarray(start, start + size);
    means.push(points.reduce((sum, point) => sum + point, 0) / size);
    at = start + size;
  }
  return means;
}
