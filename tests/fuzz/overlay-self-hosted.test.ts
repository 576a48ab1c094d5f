// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { vi } from 'vitest';
import { selfHostedSites } from '../../lib/sites/self-hosted';
import { clientOf } from './clients';
import { fuzzOverlay } from './overlay';

vi.mock('../../lib/report-error', () => import('./reported-errors'));

fuzzOverlay(
  selfHostedSites.map((site) => clientOf(site)),
  12,
);
