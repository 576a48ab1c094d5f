import { installedSites } from './installed';
import { messengerSites } from './messengers';
import { officeMessengerSites } from './office-messengers';
import { selfHostedSites } from './self-hosted';
import type { Site } from './site';

/** Every chat client that is known. */
export const sites: readonly Site[] = [
  ...installedSites,
  ...messengerSites,
  ...officeMessengerSites,
  ...selfHostedSites,
];
