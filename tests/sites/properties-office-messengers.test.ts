// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { officeMessengerSites } from '../../lib/sites/office-messengers';
import { describeProperties } from './properties';

describeProperties(officeMessengerSites);
