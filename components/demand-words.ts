import { i18n } from '#i18n';
import type { DemandKind } from '../lib/detect/types';

const KEYS = {
  reply: 'demand_reply',
  relay: 'demand_relay',
  'check-in': 'demand_check_in',
  screenshot: 'demand_screenshot',
  photo: 'demand_photo',
  location: 'demand_location',
  share: 'demand_share',
  study: 'demand_study',
  form: 'demand_form',
  meeting: 'demand_meeting',
  inspection: 'demand_inspection',
  ranking: 'demand_ranking',
} as const satisfies Record<DemandKind, string>;

/** Every kind of demand, in the order in which they are listed. */
export const DEMAND_KINDS = Object.keys(KEYS) as DemandKind[];

/** The reader's word for a kind of demand. */
export function demandWord(kind: DemandKind): string {
  return i18n.t(KEYS[kind]);
}
