// Plain JavaScript for Node 20, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEBIAN_PACKAGES, findBrowser, missingBrowser, OVERRIDES } from './browsers.mjs';
import {
  CHAT_SERVER_OVERRIDE,
  CHAT_SERVER_PACKAGE,
  findChatServer,
  missingChatServer,
} from './chat-server.mjs';
import { findOffice, missingOffice, OFFICE_OVERRIDE, OFFICE_PACKAGE } from './office.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, 'node_modules');
const COMMANDS = join(MODULES, '.bin');
const WINDOWS = process.platform === 'win32';
const BROWSERS = /** @type {const} */ (['chromium', 'firefox']);

/** WXT, Vitest and Puppeteer need it; the npm package `node` brings it where the machine has an older one. */
const LEAST_NODE = [22, 12];

/** Debian's Noto, by its file: fc-list may be missing on a bare machine. */
const FONT_FILE = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/**
 * Makes a fresh clone ready: dependencies, a Node that is new enough and, when asked for, the browsers, LibreOffice and Prosody.
 * Does nothing, in a few hundredths of a second, when nothing is missing.
 * @param {{ browsers: boolean, office: boolean, chatServer: boolean }} wanted
 * @returns {NodeJS.ProcessEnv} environment for the project's commands
 */
export function setUp({ browsers, office, chatServer }) {
  if (!dependenciesMatch()) installDependencies();
  const env = { ...process.env, [pathName()]: withCommands() };
  ensureNode(env);
  generateTypes(env);
  ensurePrograms({ browsers, office, chatServer });
  return env;
}

/** True when what is installed is what package-lock.json says, whoever installed it. */
function dependenciesMatch() {
  const installed = join(MODULES, '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const present = packagesOf(installed);
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>}
 */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
  } catch (error) {
    throw new Error(`${lockFile} cannot be read`, { cause: error });
  }
}

function installDependencies() {
  say('installing the dependencies (npm ci) …');
  // Without our own commands in the path: npm must not run on the Node that it is about to delete.
  const env = { ...process.env, [pathName()]: withoutCommands() };
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    env,
    // What is piped through a command is not for npm to read or to write into.
    stdio: ['ignore', 2, 2],
    shell: WINDOWS,
  });
  if (done.status !== 0) throw new Error('npm ci failed; its own words are above.');
}

/** @param {NodeJS.ProcessEnv} env */
function ensureNode(env) {
  if (nodeIsNewEnough(env)) return;
  // npm may have been told not to run install scripts; this is the one that matters.
  say('installing Node …');
  const package_ = join(MODULES, 'node');
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: package_,
    env: { ...process.env, [pathName()]: withoutCommands() },
    stdio: ['ignore', 2, 2],
  });
  const command = join(COMMANDS, 'node');
  if (!WINDOWS && !existsSync(command)) symlinkSync('../node/bin/node', command);
  if (nodeIsNewEnough(env)) return;
  throw new Error(
    `Node ${LEAST_NODE.join('.')} or newer is needed and the npm package "node" could not bring it: ` +
      'run "npm rebuild node", or install a newer Node.',
  );
}

/** @param {NodeJS.ProcessEnv} env */
function nodeIsNewEnough(env) {
  const asked = spawnSync('node', ['--version'], { env, encoding: 'utf8', shell: WINDOWS });
  const [major = 0, minor = 0] = (asked.stdout ?? '').replace('v', '').split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE;
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/**
 * tsconfig.json extends a generated file, without which no tool of ours reads a source.
 * @param {NodeJS.ProcessEnv} env
 */
function generateTypes(env) {
  if (existsSync(join(ROOT, '.wxt', 'tsconfig.json'))) return;
  const done = spawnSync('wxt', ['prepare'], { cwd: ROOT, env, encoding: 'utf8', shell: WINDOWS });
  if (done.status !== 0) say(`wxt prepare failed:\n${done.stdout}${done.stderr}`);
}

/** @param {{ browsers: boolean, office: boolean, chatServer: boolean }} wanted */
function ensurePrograms({ browsers, office, chatServer }) {
  // Who names a program file by hand wants that one, not another beside it.
  const isOfficeMissing = office && !process.env[OFFICE_OVERRIDE] && !findOffice();
  const forBrowsers = browsers ? missingBrowserPackages() : [];
  const forOffice = isOfficeMissing ? [OFFICE_PACKAGE] : [];
  const isServerMissing = chatServer && !process.env[CHAT_SERVER_OVERRIDE] && !findChatServer();
  const forServer = isServerMissing ? [CHAT_SERVER_PACKAGE] : [];
  if (canInstall()) installPackages([forBrowsers, forOffice, forServer]);
  for (const kind of browsers ? BROWSERS : []) {
    if (!findBrowser(kind)) say(`${missingBrowser(kind)}${debianHint(forBrowsers)}`);
  }
  if (chatServer && !findChatServer()) say(`${missingChatServer()}${debianHint(forServer)}`);
  if (office && !findOffice()) say(`${missingOffice()}${debianHint(forOffice)}`);
}

/** @returns {string[]} Debian packages for what is missing */
function missingBrowserPackages() {
  const missing = BROWSERS.filter((kind) => !process.env[OVERRIDES[kind]] && !findBrowser(kind));
  const isFontMissing = process.platform === 'linux' && !hasChineseFont();
  return [
    ...missing.map((kind) => DEBIAN_PACKAGES[kind]),
    ...(isFontMissing ? [DEBIAN_PACKAGES.font] : []),
  ];
}

function hasChineseFont() {
  if (existsSync(FONT_FILE)) return true;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return Boolean(listed.stdout?.trim());
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * One of several groups that cannot be installed does not keep the others away.
 * @param {string[][]} groups
 */
function installPackages(groups) {
  const wanted = groups.filter((packages) => packages.length > 0);
  if (wanted.length === 0) return;
  say(`installing ${wanted.flat().join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const installs = wanted.map((each) => ['install', '-y', '--no-install-recommends', ...each]);
  for (const args of [['update'], ...installs]) {
    const done = spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 2, 2] });
    if (done.status !== 0) say(`apt-get ${args.join(' ')} failed; its own words are above.`);
  }
}

/** @param {string[]} packages */
function debianHint(packages) {
  if (packages.length === 0 || !existsSync('/usr/bin/apt-get')) return '';
  return ` On Debian: sudo apt-get update && sudo apt-get install ${packages.join(' ')}`;
}

function pathName() {
  return Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
}

function withCommands() {
  return [COMMANDS, withoutCommands()].join(delimiter);
}

function withoutCommands() {
  const folders = (process.env[pathName()] ?? '').split(delimiter);
  return folders.filter((folder) => folder !== COMMANDS).join(delimiter);
}

/** @param {string} words */
function say(words) {
  console.error(`set-up: ${words}`);
}
