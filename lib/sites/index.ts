import { converse } from './converse';
import { installedSites } from './installed';
import type { Site } from './site';

/** The clients that are installed on any host: watched where the user says so, and recognised by the page's own marks. */
export const elsewhereSites: readonly Site[] = [converse];

/** Every chat client that is known. */
export const sites: readonly Site[] = [...installedSites, ...elsewhereSites];
