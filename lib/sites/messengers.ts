import type { Site } from './site';

/** The clients that have hosts of their own but are watched only where the user has added these. */
export const messengerSites: readonly Site[] = [];
