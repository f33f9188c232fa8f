import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { compareLevels } from '../../src/core/compare/compareLevels';
import { panelContent, panelPage } from '../../src/core/compare/panelPage';
import { buildLadder } from '../../src/core/ladder/buildLadder';
import type { Ladder } from '../../src/core/ladder/model';
import { guideOf } from '../unit/support/files';
import { type Pair, pairsRow, type Row } from './rows';

const rounds = 9;

/** Filtering the panel's rows, in its own page, against toggling a CSS class on the same rows of the same page. */
export async function filtering(root: string): Promise<readonly Row[]> {
  const browser = await launchBrowser();
  try {
    const pairs: Pair[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // A page of its own for each: nothing is warm.
      const times: Record<string, number> = {};
      for (const way of round % 2 === 0 ? ['ours', 'theirs'] : ['theirs', 'ours']) {
        const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
        await page.addInitScript(
          'globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} })',
        );
        await page.route('http://panel/**', (route) => {
          const { pathname } = new URL(route.request().url());
          const [type, body] =
            pathname === '/'
              ? ['text/html', pageOf(largeLadder())]
              : [
                  pathname.endsWith('.js') ? 'text/javascript' : 'text/css',
                  readFileSync(path.join(root, 'dist', pathname), 'utf8'),
                ];
          return route.fulfill({ contentType: `${type}; charset=utf-8`, body });
        });
        await page.goto('http://panel/');
        assert.equal(await page.locator('tr[data-row]').count(), 600);
        times[way] = Number(await page.evaluate(way === 'ours' ? filterScript : toggleScript));
        assert.equal(await page.locator('tr[data-row]:visible').count(), 300);
        await page.close();
      }
      pairs.push({ ours: times.ours ?? Number.NaN, theirs: times.theirs ?? Number.NaN });
    }
    return [pairsRow('filter 600 rows / toggle a class on them', pairs, 2)];
  } finally {
    await browser.close();
  }
}

/** Types a word that half of the rows have, until the page is laid out again. */
const filterScript = `(() => {
  const filter = document.querySelector('#filter');
  document.body.offsetHeight;
  const start = performance.now();
  filter.value = 'even';
  filter.dispatchEvent(new Event('input'));
  document.body.offsetHeight;
  document.querySelector('main').scrollHeight;
  return performance.now() - start;
})()`;

/** Hides the same rows, and the sections that are left without any, by a class. */
const toggleScript = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.off { display: none !important; }');
  document.adoptedStyleSheets = [sheet];
  const rows = [...document.querySelectorAll('tr[data-row]')].map((row) => [row, !row.textContent.includes('even')]);
  document.body.offsetHeight;
  const start = performance.now();
  for (const [row, isOff] of rows) {
    row.classList.toggle('off', isOff);
    row.parentElement.classList.toggle('off', isOff);
  }
  document.body.offsetHeight;
  document.querySelector('main').scrollHeight;
  return performance.now() - start;
})()`;

function pageOf(ladder: Ladder): string {
  const levels = ladder.levels.map(({ id }) => id);
  const comparison = compareLevels(ladder, levels);
  const content = panelContent(
    comparison,
    ladder,
    { levels, ladder: 'bench' },
    {
      shownPath: (file) => file,
      interactive: true,
    },
  );
  return panelPage(content, { revision: 1, script: '/compare.js', style: '/compare.css', nonce: 'bench' });
}

/** Twenty levels of thirty capabilities each. */
function largeLadder(): Ladder {
  return buildLadder(
    Array.from({ length: 20 }, (_, level) => {
      const capabilities = Array.from({ length: 30 }, (__, place) => {
        const kind = place % 2 === 0 ? 'even' : 'odd';
        return `### ${place + 1}. Skill ${place} of X${level + 1}\n\nAt X${level + 1}, it is ${kind}, and takes as many words to say as most capabilities do.`;
      });
      const text = [
        `# X${level + 1} (Expert of degree ${level + 1})`,
        '## Key Capabilities',
        ...capabilities,
      ].join('\n\n');
      return guideOf(text, `x${level + 1}.md`) ?? assert.fail('no guide');
    }),
  );
}
