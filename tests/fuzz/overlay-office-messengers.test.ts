// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { vi } from 'vitest';
import { officeMessengerSites } from '../../lib/sites/office-messengers';
import { clientOf } from './clients';
import { fuzzOverlay } from './overlay';

vi.mock('../../lib/report-error', () => import('./reported-errors'));

fuzzOverlay(
  officeMessengerSites.map((site) => clientOf(site)),
  12,
);
