// Builds for both browsers.
import { buildBoth } from './build-both.ts';

process.exitCode = (await buildBoth()) ? 0 : 1;
