import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUILDS } from '../../../scripts/bundles.ts';
import { withManifest } from './altered-manifest.ts';
import { type BrowserKind, launch, type Session } from './launch.ts';

/** A browser in which an IT office has set something, for this extension and no other. */
export type OfficeSession = {
  session: Session;
  /** Sets something else while the browser runs. */
  set(policy: object): void;
  close(): Promise<void>;
};

const FIREFOX_ID = 'fingerlight@fingerlight.invalid';

/** Where Chromium reads the policies of a machine. */
const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';

/**
 * The public half of a pair made for this test alone: a policy on this machine must not reach the extension in any other
 * browser that runs here.
 */
const TEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAui0bXZX5JP6wGgOnsslke3udPLdHJNqXbtalwRBZrA6Ao+0WhZF7xW/HBHo44V01wHdzD6GLymFDrIhHVp+sCdYqDJ+XlE6RqZ5H3859HYzkr/qdVlpwppSqyUTUTtHfD7fIVcnGGqslZ7HUsya5NG3RcXA7eBdiLVDnL6HBBP8oTZoQMLeqHum6uPacACPJ31TEstjlC0ZS5pX0lTH5NrTlo0E+fxe7NyTNn584pd5z6RvhrkvC4v/UWZDISEIK3P1iEgjEVVLnmNW8oCk9W6q/YyQvgDUVbbFzaS+35AkmdweCu09LnGOb2cxmdy9pj4y5wxjmnr5ldCxTnEWzAwIDAQAB';

/** Chromium's policies belong to the machine, so only its administrator can set one. */
export function canSetPolicy(kind: BrowserKind): boolean {
  return kind === 'firefox' || (process.platform === 'linux' && process.getuid?.() === 0);
}

/** Starts a browser with the built extension and this policy for it. */
export async function launchWithPolicy(kind: BrowserKind, policy: object): Promise<OfficeSession> {
  return kind === 'firefox' ? inFirefox(policy) : inChromium(policy);
}

/** Firefox reads a file of the user's home. */
async function inFirefox(policy: object): Promise<OfficeSession> {
  const home = mkdtempSync(join(tmpdir(), 'fingerlight-home-'));
  const file = join(home, '.mozilla/managed-storage', `${FIREFOX_ID}.json`);
  const set = (data: object) => {
    mkdirSync(dirname(file), { recursive: true });
    const manifest = { name: FIREFOX_ID, description: 'a test', type: 'storage', data };
    writeFileSync(file, JSON.stringify(manifest));
  };
  set(policy);
  const session = await launch('firefox', { home, lang: 'zh-CN' });
  return {
    session,
    set,
    async close() {
      await session.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function inChromium(policy: object): Promise<OfficeSession> {
  const extension = withManifest(BUILDS.chromium, (manifest) => ({ ...manifest, key: TEST_KEY }));
  const id = idOf(TEST_KEY);
  // Folders that were not there are taken away again, unless somebody else has put something into them.
  const made = [CHROMIUM_POLICIES, dirname(CHROMIUM_POLICIES)].filter((path) => !existsSync(path));
  const file = join(CHROMIUM_POLICIES, `fingerlight-test-${id}.json`);
  const set = (fields: object) => {
    mkdirSync(CHROMIUM_POLICIES, { recursive: true });
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: fields } } }));
  };
  const clean = () => {
    rmSync(file, { force: true });
    for (const folder of made) removeEmpty(folder);
  };
  process.once('exit', clean);
  set(policy);
  const session = await launch('chromium', { extension, lang: 'zh-CN' });
  return {
    session,
    set,
    async close() {
      await session.close();
      clean();
    },
  };
}

function removeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

/** The id that Chromium derives from a key: half of its SHA-256, written in the letters a to p. */
export function idOf(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
