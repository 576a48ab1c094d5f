// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { messengerSites } from '../../lib/sites/messengers';
import { describeProperties } from './properties';

describeProperties(messengerSites);
