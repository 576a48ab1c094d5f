import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The fake browser knows no permissions: here nothing is granted, and nothing ever changes. */
const event = { addListener() {}, removeListener() {}, hasListener: () => false };
Object.assign(fakeBrowser.permissions, {
  onAdded: event,
  onRemoved: event,
  getAll: async () => ({ origins: [], permissions: [] }),
});
