// Makes a workbench run an extension and its tests in the web worker extension host, as vscode.dev does.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the extension's files appear under the server's own origin: the page may load no other. */
const prefix = '/career-ladder-under-test';

/**
 * @param {import('playwright-core').Page} page
 * @param {{ origin: string, extension: string, tests: string }} options
 */
export async function hostInWorker(page, { origin, extension, tests }) {
  const { hostname, port } = new URL(origin);
  const served = (/** @type {string} */ place) => ({
    scheme: 'http',
    authority: `${hostname}:${port}`,
    path: `${prefix}/${place}`.replace(/\/$/, ''),
  });
  await page.route(`${origin}${prefix}/**`, async (route) => {
    const relative = decodeURIComponent(new URL(route.request().url()).pathname).slice(prefix.length + 1);
    const file = path.join(extension, relative);
    const body = await readFile(file).catch(() => undefined);
    await route.fulfill(
      body === undefined
        ? { status: 404 }
        : { body, contentType: contentType(file), headers: { 'access-control-allow-origin': '*' } },
    );
  });
  await page.addInitScript(
    ({ id, development }) => {
      // The page carries its configuration in an attribute that its scripts read later.
      const observer = new MutationObserver(() => {
        const element = document.getElementById(id);
        if (element !== null) {
          observer.disconnect();
          const { settings = '{}' } = element.dataset;
          const configuration = JSON.parse(settings);
          configuration.developmentOptions = { ...configuration.developmentOptions, ...development };
          element.dataset.settings = JSON.stringify(configuration);
        }
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    {
      id: 'vscode-workbench-web-configuration',
      development: {
        extensions: [served('')],
        extensionTestsPath: served(path.relative(extension, tests)),
      },
    },
  );
}

/** @param {string} file */
function contentType(file) {
  const types = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };
  return types[/** @type {keyof typeof types} */ (path.extname(file))] ?? 'text/plain';
}
