// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { selfHostedSites } from '../../lib/sites/self-hosted';
import { describeProperties } from './properties';

describeProperties(selfHostedSites);
