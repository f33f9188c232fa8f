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
  await page.route(
    (url) => url.origin === origin && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({
        response,
        body: html.replace(
          /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
          (_, start, settings) => {
            const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
            configuration.developmentOptions = {
              ...configuration.developmentOptions,
              extensions: [served('')],
              extensionTestsPath: served(path.relative(extension, tests)),
            };
            const escaped = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
            return `${start}${escaped}"`;
          },
        ),
      });
    },
  );
}

/** @param {string} file */
function contentType(file) {
  const types = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };
  return types[/** @type {keyof typeof types} */ (path.extname(file))] ?? 'text/plain';
}
