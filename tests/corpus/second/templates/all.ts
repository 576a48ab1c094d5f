import type { Template } from '../model.ts';
import { BUREAU } from './bureau.ts';
import { FIRE } from './fire.ts';
import { FIRM } from './firm.ts';
import { HOSPITAL } from './hospital.ts';
import { PARTY } from './party.ts';
import { POLICE } from './police.ts';
import { PROPERTY } from './property.ts';
import { SCHOOL } from './school.ts';
import { SERVICE } from './service.ts';
import { SHORT } from './short.ts';
import { STREET } from './street.ts';
import { TOWNSHIP } from './township.ts';
import { UNIVERSITY } from './university.ts';

/** Every hand-written notice. */
export const TEMPLATES: readonly Template[] = [
  ...STREET,
  ...TOWNSHIP,
  ...SCHOOL,
  ...HOSPITAL,
  ...POLICE,
  ...BUREAU,
  ...FIRM,
  ...UNIVERSITY,
  ...PROPERTY,
  ...FIRE,
  ...PARTY,
  ...SERVICE,
  ...SHORT,
];
