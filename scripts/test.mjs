// `npm test`: everything there is to check.
import { nodeWillDo } from './lib/nodeVersion.mjs';

if (nodeWillDo()) {
  import('./lib/test.mjs');
}
