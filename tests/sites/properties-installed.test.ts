// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { installedSites } from '../../lib/sites/installed';
import { describeProperties } from './properties';

describeProperties(installedSites);
