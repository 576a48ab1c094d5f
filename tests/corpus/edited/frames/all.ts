import type { Frame } from '../types.ts';
import { CAMPAIGNS } from './campaigns.ts';
import { INSPECTIONS } from './inspections.ts';
import { LIVELIHOOD } from './livelihood.ts';
import { LONG_NOTICES } from './long.ts';
import { MEETINGS } from './meetings.ts';
import { REPORTS } from './reports.ts';
import { SHORT_NOTICES } from './short.ts';
import { TRAININGS } from './trainings.ts';

/** Every hand-written notice. */
export const FRAMES: readonly Frame[] = [
  ...MEETINGS,
  ...REPORTS,
  ...INSPECTIONS,
  ...TRAININGS,
  ...LIVELIHOOD,
  ...CAMPAIGNS,
  ...SHORT_NOTICES,
  ...LONG_NOTICES,
];
