// Plain JavaScript, because it also runs before anything is installed.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserKind */

/** Environment variables that name a browser's program file and go before every usual place. */
export const OVERRIDES = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** Debian's packages: the two browsers, and the font without which Chinese is drawn as boxes. */
export const DEBIAN_PACKAGES = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  font: 'fonts-noto-cjk',
};

const COMMANDS = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC_APPLICATIONS = {
  chromium: ['Google Chrome', 'Microsoft Edge', 'Chromium'],
  firefox: ['Firefox'],
};

const WINDOWS_FILES = {
  chromium: ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
  firefox: ['Mozilla Firefox/firefox.exe'],
};

/**
 * Program file of an installed browser.
 * @param {BrowserKind} kind
 * @returns {string | null} null where none is installed
 */
export function findBrowser(kind) {
  const override = process.env[OVERRIDES[kind]];
  if (override) return existsSync(override) ? override : null;
  return usualPlaces(kind).find((file) => existsSync(file)) ?? null;
}

/**
 * What to tell a person who lacks a browser.
 * @param {BrowserKind} kind
 */
export function missingBrowser(kind) {
  const name = kind === 'chromium' ? 'Chrome, Edge or Chromium' : 'Firefox';
  const override = process.env[OVERRIDES[kind]];
  if (override) return `${OVERRIDES[kind]} names "${override}", which is not there.`;
  return `${name} was not found. Install it, or set ${OVERRIDES[kind]} to its program file.`;
}

/** @param {BrowserKind} kind */
function usualPlaces(kind) {
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return roots.flatMap((root) => WINDOWS_FILES[kind].map((file) => join(root, file)));
  }
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPLICATIONS[kind].map((name) => macProgram(folder, name)),
    );
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return COMMANDS[kind].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * @param {string} folder
 * @param {string} name
 */
function macProgram(folder, name) {
  return join(folder, `${name}.app/Contents/MacOS`, name === 'Firefox' ? 'firefox' : name);
}
