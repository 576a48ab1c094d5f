import type { Site } from './site';
import { slack } from './slack';
import { teams } from './teams';

/** Those of the clients with hosts of their own that offices pay for; in a script of their own, for one of all would be too heavy. */
export const officeMessengerSites: readonly Site[] = [slack, teams];
