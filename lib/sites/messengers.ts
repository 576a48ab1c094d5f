import { discord } from './discord';
import type { Site } from './site';
import { telegramA } from './telegram-a';
import { telegramK } from './telegram-k';
import { whatsapp } from './whatsapp';

/** The clients that have hosts of their own but are watched only where the user has added these. */
export const messengerSites: readonly Site[] = [telegramA, telegramK, discord, whatsapp];
