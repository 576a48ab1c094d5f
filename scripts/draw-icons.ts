/**
 * Draws public/icon/{16,32,48,128}.png from public/icon/icon.svg with the system's Chromium.
 * Run: npx node scripts/draw-icons.ts  (CHROMIUM names another binary).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { launch } from 'puppeteer-core';

const SIZES = [16, 32, 48, 128];
const FOLDER = new URL('../public/icon/', import.meta.url);

const svg = await readFile(new URL('icon.svg', FOLDER), 'utf8');
const chromium = await launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    '--force-color-profile=srgb',
  ],
});
try {
  const page = await chromium.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`${size}.png`, FOLDER), png);
  }
} finally {
  await chromium.close();
}
