// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { vi } from 'vitest';
import { messengerSites } from '../../lib/sites/messengers';
import { clientOf } from './clients';
import { fuzzOverlay } from './overlay';

vi.mock('../../lib/report-error', () => import('./reported-errors'));

fuzzOverlay(
  messengerSites.map((site) => clientOf(site)),
  12,
);
