// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { vi } from 'vitest';
import { installedSites } from '../../lib/sites/installed';
import { wechat } from '../../lib/sites/wechat';
import { clientOf } from './clients';
import { fuzzOverlay } from './overlay';

vi.mock('../../lib/report-error', () => import('./reported-errors'));

/** Without its feed web WeChat is only marked: as a client that remembers no heights it is folded, too. */
const folded = { ...wechat, rememberedHeights: false };

fuzzOverlay(
  [...installedSites.map((site) => clientOf(site)), clientOf(folded, 'wechat, folded')],
  12,
);
