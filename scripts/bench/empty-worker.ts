import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Answers every call once one row is flushed to the disk: less than that no background can do that counts anything. */
const WORKER = `
const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open('floor', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
chrome.runtime.onMessage.addListener((call, _, respond) => {
  opened.then((db) => {
    const write = db.transaction('rows', 'readwrite', { durability: 'strict' });
    write.objectStore('rows').add(call.name);
    write.oncomplete = () => respond({ ok: true });
  });
  return true;
});
`;

/** The folder of an extension for Chromium whose worker does as little as can be; temporary. */
export function emptyWorker(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-floor-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const background = { service_worker: 'background.js' };
  const manifest = { manifest_version: 3, name: 'floor', version: '1', background };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), WORKER);
  return folder;
}
