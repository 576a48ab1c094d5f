import type { Filler, SlotSort } from '../model.ts';
import { fillCount, fillMoney } from './amount.ts';
import { fillAudience, fillOffice } from './audience.ts';
import { fillCode, fillLink, fillMail, fillPhone, fillQq } from './contact.ts';
import { fillDate, fillDates } from './date.ts';
import { fillDocument } from './document.ts';
import { fillEvent } from './event.ts';
import { fillFile } from './file.ts';
import { fillPerson } from './person.ts';
import { fillBuilding, fillPlace, fillRoad } from './place.ts';
import { fillSpan, fillTime } from './time.ts';

/** How each sort of open place is filled. */
export const FILLERS: Record<SlotSort, Filler> = {
  date: fillDate,
  dates: fillDates,
  time: fillTime,
  span: fillSpan,
  place: fillPlace,
  road: fillRoad,
  building: fillBuilding,
  count: fillCount,
  money: fillMoney,
  phone: fillPhone,
  mail: fillMail,
  qq: fillQq,
  code: fillCode,
  person: fillPerson,
  office: fillOffice,
  audience: fillAudience,
  event: fillEvent,
  document: fillDocument,
  file: fillFile,
  link: fillLink,
};

/** Sorts that take the words of the template's own house when it names no other. */
export const OF_THE_HOUSE: ReadonlySet<SlotSort> = new Set<SlotSort>([
  'place',
  'audience',
  'event',
  'document',
]);
