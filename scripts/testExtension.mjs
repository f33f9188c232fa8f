// Runs the suites of test/extension inside VS Code.
//
//   npm run test:extension -- [--version newest|oldest] [--host node|web] [--window NAME] [--desktop] [--from FOLDER]

import { parseArgs } from 'node:util';
import { testExtension } from './lib/extensionTests.mjs';
import { PlainError } from './lib/plainError.mjs';
import { endWithNpm, runMain } from './lib/runMain.mjs';

endWithNpm();
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      version: { type: 'string', default: 'newest' },
      host: { type: 'string', default: 'node' },
      window: { type: 'string' },
      desktop: { type: 'boolean', default: false },
      from: { type: 'string', default: 'test/extension' },
    },
  });
  const { version, host, window, desktop, from } = values;
  if (version !== 'newest' && version !== 'oldest') {
    throw new PlainError(`--version is newest or oldest, not "${version}".`);
  }
  if (host !== 'node' && host !== 'web') {
    throw new PlainError(`--host is node or web, not "${host}".`);
  }
  return (await testExtension({ version, host, window, desktop, from })) ? 0 : 1;
});
