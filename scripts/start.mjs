// `npm start`: a VS Code in the browser, with the extension as it is in this checkout.
import { nodeWillDo } from './lib/nodeVersion.mjs';

if (nodeWillDo()) {
  import('./lib/start.mjs');
}
