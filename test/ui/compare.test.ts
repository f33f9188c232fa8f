import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import { root, scratch } from '../../scripts/lib/paths.mjs';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';
import type { Workbench } from './workbench';

const compareLevels = 'Career Ladder: Compare Levels…';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The comparison in a window, as people find their way in it. */
class Comparison {
  readonly page: FrameLocator;

  constructor(private readonly workbench: Workbench) {
    this.page = workbench.webview();
  }

  /** Opens it from the palette. */
  async open(...levels: readonly string[]): Promise<void> {
    await this.workbench.runCommand(compareLevels);
    for (const level of levels) {
      await this.workbench.quickPick(level).first().click();
    }
    await this.workbench.press('Enter');
    await this.workbench.shownTab(`Compare ${levels.join(' and ')}`).waitFor();
  }

  /** Until the table has these levels as its columns. */
  async columns(levels: readonly string[]): Promise<void> {
    await eventually(async () => {
      const ids = await this.page.locator('thead th:not(.further) .id').allInnerTexts();
      assert.deepEqual(ids, levels);
    });
  }

  /** The rows in sight, in the words of their cells. */
  async rows(): Promise<readonly string[]> {
    const rows = await this.page.locator('tr[data-row]:visible').all();
    return Promise.all(rows.map((row) => row.innerText()));
  }

  /** The words that are highlighted. */
  highlighted(): Promise<readonly string[]> {
    return this.page.locator('body').evaluate(() =>
      [...(CSS.highlights.get('found') ?? [])].map((found) => {
        const range = document.createRange();
        range.setStart(found.startContainer, found.startOffset);
        range.setEnd(found.endContainer, found.endOffset);
        return range.toString();
      }),
    );
  }

  /** Holds back for some milliseconds what VS Code's own frame tells of the page's focus. */
  async noticedLate(delay: number): Promise<void> {
    await this.#frame.evaluate((body, milliseconds) => {
      const { postMessage } = MessagePort.prototype;
      MessagePort.prototype.postMessage = function (this: MessagePort, ...message: readonly unknown[]) {
        const [{ channel }] = message as readonly [{ readonly channel?: string }];
        if (channel === 'did-focus') {
          body.dataset.focus = 'noticing';
          setTimeout(() => {
            Reflect.apply(postMessage, this, message);
            body.dataset.focus = 'noticed';
          }, milliseconds);
        } else {
          Reflect.apply(postMessage, this, message);
        }
      };
    }, delay);
  }

  /** Until the frame has seen that the page has the focus. */
  async noticing(): Promise<void> {
    await eventually(async () => assert.equal(await this.#frame.getAttribute('data-focus'), 'noticing'));
  }

  /** Until it has told so. */
  async noticed(): Promise<void> {
    await eventually(async () => assert.equal(await this.#frame.getAttribute('data-focus'), 'noticed'));
  }

  /**
   * Until VS Code has looked for the page's focus once more. It looks for that four times a second; a box that is
   * closed before it has heard that the page lost the focus gives it back to the frame, and not to the page.
   */
  async looked(): Promise<void> {
    // In the frame that looks, this comes behind the next look. Then there is what was told of it.
    await this.#frame.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
    await this.workbench.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }

  get #frame(): Locator {
    return this.workbench.page.locator('iframe.webview').contentFrame().locator('body');
  }

  section(heading: string): Locator {
    return this.page
      .locator('tbody')
      .filter({ has: this.page.getByRole('button', { name: heading, exact: true }) });
  }

  /** Scrolls what scrolls: a part of the page or, where there is little room, all of it. */
  async scrollTo(top: number): Promise<void> {
    await this.page.locator('main').evaluate((main, to) => {
      const pane = getComputedStyle(main).overflowY === 'auto' ? main : document.scrollingElement;
      pane?.scrollTo(0, to);
    }, top);
  }

  scrolled(): Promise<number> {
    return this.page.locator('main').evaluate((main) => {
      const pane = getComputedStyle(main).overflowY === 'auto' ? main : document.scrollingElement;
      return pane?.scrollTop ?? -1;
    });
  }

  get filter(): Locator {
    return this.page.getByRole('searchbox');
  }

  get evidence(): Locator {
    return this.page.locator('td.further');
  }
}

suite('comparing levels', function () {
  this.timeout(60_000);
  const workbench = useWorkbench({
    sample: 'built-in-ladder',
    settings: { 'editor.minimap.enabled': false },
    viewport: { width: 1600, height: 900 },
  });
  const comparison = (): Comparison => new Comparison(workbench());

  async function closeAll(): Promise<void> {
    // Keys that a comparison has just been opened under may be lost.
    await workbench().sideBar.locator('.composite.title').click();
    await workbench().runCommand('View: Close All Editors');
    await workbench().page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
  }

  test('opens from the palette, once for the same levels', async () => {
    await comparison().open('M1', 'M2');
    await comparison().columns(['M1', 'M2']);
    assert.match(
      await comparison().section('Systems and Scale').innerText(),
      /you run the practices[\s\S]*you build the ones/i,
    );
    await workbench().openFile('README.md');
    await comparison().open('M1', 'M2');
    assert.equal(await workbench().page.locator('.tab').filter({ hasText: 'Compare' }).count(), 1);
  });

  test('suggests the levels that the active document is about', async () => {
    await closeAll();
    await workbench().openFile('promotion-m2.md');
    await workbench().page.locator('.statusbar-item').filter({ hasText: 'evidenced' }).waitFor();
    await workbench().runCommand(compareLevels);
    await workbench().quickInput.getByText('2 Selected').waitFor();
    await workbench().press('Enter');
    await workbench().shownTab('Compare M1 and M2').waitFor();
    await eventually(async () => {
      // VS Code draws it as a background, of one element or another.
      const drawn = await workbench()
        .shownTab('Compare')
        .locator('*')
        .evaluateAll((all) =>
          all
            .flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::before')])
            .map(({ backgroundImage }) => backgroundImage)
            .join(),
        );
      assert.match(drawn, /comparison-(?:light|dark)\.svg/);
    });
  });

  test('suggests the levels that the active guide is about', async () => {
    await closeAll();
    await workbench().openView('Career Ladder');
    await workbench()
      .treeItem(/^Level M3/)
      .click();
    await workbench().activeTab('m2-to-m3 (built-in).md').waitFor();
    await workbench().runCommand(compareLevels);
    await workbench().quickInput.getByText('2 Selected').waitFor();
    await workbench().press('Enter');
    await workbench().shownTab('Compare M2 and M3').waitFor();
  });

  test('opens from the tree, for a step and for levels that are selected', async () => {
    await closeAll();
    await workbench().openView('Career Ladder');
    await workbench().chooseFromMenu(workbench().treeItem(/^Step from M2 to M3/), 'Compare Levels…');
    await comparison().columns(['M2', 'M3']);
    await closeAll();
    await workbench()
      .treeItem(/^Level M1/)
      .click();
    await workbench()
      .treeItem(/^Level M3/)
      .click({ modifiers: ['ControlOrMeta'] });
    await workbench().chooseFromMenu(workbench().treeItem(/^Level M3/), 'Compare Levels…');
    await workbench().tab('Compare M1 and M3').waitFor();
    await comparison().columns(['M1', 'M2', 'M3']);
  });

  test('opens from the card over a citation, beside the document', async () => {
    await closeAll();
    await workbench().openFile('promotion-m2.md');
    const card = await workbench().hover('Independent People Management');
    await card.getByRole('link', { name: 'Compare M1 and M2' }).click();
    await comparison().columns(['M1', 'M2']);
    await workbench().page.locator('.view-line').first().waitFor();
  });

  test('shows the evidence of the document, leads to it and follows the typing', async () => {
    const systems = comparison().section('Systems and Scale');
    await systems.getByText('Evidenced').waitFor();
    await comparison()
      .section('Building High-Performing Teams')
      .getByText('Cited, without evidence')
      .waitFor();
    await comparison()
      .section('Strategic Alignment and Stakeholder Management')
      .getByText('Missing')
      .waitFor();
    await systems.getByText('4 of 5 covered, open: #5').waitFor();
    await systems.getByRole('button', { name: /^In the spring of 2024/ }).click();
    await workbench().selection.getByText('Ln 33, Col 1', { exact: true }).waitFor();
    await workbench().highlighted.first().waitFor();
    await workbench().openFile('promotion-m2.md');
    await workbench().goToLine(14);
    await workbench().type('[M2: Strategic Alignment and Stakeholder Management] ');
    await comparison()
      .section('Strategic Alignment and Stakeholder Management')
      .getByText('Evidenced')
      .waitFor();
    await workbench().press('ControlOrMeta+Backspace', 'ControlOrMeta+Backspace');
    await comparison()
      .section('Strategic Alignment and Stakeholder Management')
      .getByText('Missing')
      .waitFor();
  });

  test('leads to the guide and the line, beside itself', async () => {
    const row = comparison().page.locator('tr.shift').nth(2);
    await row.getByRole('button', { name: /line 19$/ }).click();
    await workbench().tab('m1-to-m2 (built-in).md').waitFor();
    await workbench().page.locator('.active-line-number').filter({ hasText: /^19$/ }).waitFor();
    assert.ok(await comparison().filter.isVisible());
    // Whoever goes on by keyboard is in the guide.
    await workbench().selection.getByText('Ln 19').waitFor();
    await workbench().press('ArrowDown');
    await workbench().selection.getByText('Ln 20').waitFor();
  });

  test('leads there, however late VS Code notices that it has the focus', async () => {
    await comparison().noticedLate(300);
    const row = comparison().page.locator('tr.shift').nth(4);
    await row.getByRole('button', { name: /line 21$/ }).hover();
    await workbench().page.mouse.down();
    await comparison().noticing();
    await workbench().page.mouse.up();
    await comparison().noticed();
    await workbench().selection.getByText('Ln 21').waitFor();
    await workbench().press('ArrowDown');
    await workbench().selection.getByText('Ln 22').waitFor();
  });

  test('compares other levels, picked in its header', async () => {
    await comparison().page.getByRole('combobox', { name: 'Level 2' }).selectOption('M3');
    await comparison().columns(['M1', 'M2', 'M3']);
    await workbench().tab('Compare M1 and M3').waitFor();
    await comparison().page.getByRole('button', { name: 'Swap' }).click();
    await comparison().columns(['M3', 'M2', 'M1']);
    await comparison().page.getByRole('combobox', { name: 'Level 1' }).selectOption('M1');
    await comparison().columns(['M1', 'M2', 'M3']);
    await comparison().page.getByRole('button', { name: 'Choose levels…' }).click();
    await workbench().quickPick('M3').first().click();
    await workbench().quickPick('M2').first().click();
    await workbench().press('Enter');
    await comparison().columns(['M1', 'M2']);
  });

  test('keeps in sight what a section is about while a wide table is scrolled', async () => {
    await workbench().page.setViewportSize({ width: 1800, height: 1000 });
    await comparison().page.getByRole('combobox', { name: 'Level 2' }).selectOption('M3');
    await comparison().columns(['M1', 'M2', 'M3']);
    const scroller = comparison().page.locator('main');
    const band = comparison().section('Systems and Scale').locator('.band');
    const inSight = async (): Promise<void> => {
      const view = await scroller.boundingBox();
      for (const part of [band.getByRole('heading'), band.getByRole('button', { name: /^Copy citation/ })]) {
        const box = await part.boundingBox();
        assert.ok(view && box && box.x >= view.x && box.x + box.width <= view.x + view.width, `${box?.x}`);
      }
    };
    await eventually(async () => {
      assert.ok(await scroller.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth));
      await inSight();
    });
    await scroller.evaluate((element) => element.scrollBy({ left: 1000 }));
    await eventually(async () => {
      assert.ok((await scroller.evaluate(({ scrollLeft }) => scrollLeft)) > 0);
      await inSight();
    });
    await comparison().page.getByRole('combobox', { name: 'Level 2' }).selectOption('M2');
    await comparison().columns(['M1', 'M2']);
    await workbench().page.setViewportSize({ width: 1600, height: 900 });
  });

  test('shows the rows with some words, also inside folds', async () => {
    await comparison().filter.fill('PROMOTION calibration');
    await comparison().page.getByText('1 of 24 rows').waitFor();
    await eventually(async () => {
      assert.match(
        (await comparison().rows()).join(),
        /Your proposals on pay, promotion and exit come through calibration/,
      );
      assert.deepEqual(await comparison().highlighted(), ['promotion', 'calibration']);
    });
    await comparison().filter.fill('employment law');
    await comparison().page.getByText('Learn the basics of employment law').waitFor();
    await comparison().filter.fill('nobody says this');
    await comparison().page.getByText('No row has all these words.').waitFor();
    await comparison().filter.press('Escape');
    await comparison().page.getByText('Learn the basics of employment law').waitFor({ state: 'hidden' });
    await eventually(async () => {
      assert.equal((await comparison().rows()).length, 24);
      assert.deepEqual(await comparison().highlighted(), []);
    });
  });

  test('shows what was found in evidence that is cut off after two lines', async () => {
    const { filter, evidence } = comparison();
    const excerpt = evidence.getByRole('button', { name: /^In the spring of 2024/ });
    const hidden = (): Promise<number> =>
      excerpt.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    await eventually(async () => assert.ok((await hidden()) > 0));
    await filter.fill('grew past');
    await eventually(async () => {
      assert.deepEqual(await comparison().highlighted(), ['grew', 'past']);
      assert.equal(await hidden(), 0);
    });
    await filter.press('Escape');
    await eventually(async () => assert.ok((await hidden()) > 0));
  });

  test('stays in its place while the rows are filtered, however wide the window', async () => {
    const { page, filter } = comparison();
    const top = (): Promise<number> =>
      page.locator('main').evaluate((main) => main.getBoundingClientRect().top);
    const wide = (): Promise<number> => page.locator('main').evaluate(() => innerWidth);
    for (const width of [1280, 1360, 1440, 1520, 1600]) {
      const former = await wide();
      await workbench().page.setViewportSize({ width, height: 900 });
      await eventually(async () => assert.notEqual(await wide(), former));
      const before = await top();
      await filter.fill('PROMOTION calibration');
      await page.getByText('1 of 24 rows').waitFor();
      assert.equal(await top(), before, `${width} pixels`);
      await filter.press('Escape');
    }
  });

  test('has its columns where they are while rows are filtered, however long a word', async () => {
    const { page, filter } = comparison();
    const columns = (): Promise<readonly number[]> =>
      page.locator('thead th').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
    const width = (): Promise<number> => page.locator('main').evaluate(({ scrollWidth }) => scrollWidth);
    const room = (): Promise<number> => page.locator('main').evaluate(() => innerWidth);
    const before = await room();
    await workbench().page.setViewportSize({ width: 2600, height: 900 });
    await eventually(async () => assert.notEqual(await room(), before));
    const [places, wide] = [await columns(), await width()];
    // Found in one column alone.
    await filter.fill('quarter');
    await page.getByText('4 of 24 rows').waitFor();
    assert.deepEqual(await columns(), places);
    await page
      .locator('td li:visible')
      .first()
      .evaluate((item) => item.append('x'.repeat(300)));
    assert.deepEqual([await columns(), await width()], [places, wide]);
    await page
      .locator('td li:visible')
      .first()
      .evaluate((item) => item.lastChild?.remove());
    await filter.press('Escape');
    await workbench().page.setViewportSize({ width: 1600, height: 900 });
    await eventually(async () => assert.equal(await room(), before));
  });

  test('shows what was found from its beginning', async () => {
    const { page, filter } = comparison();
    await comparison().scrollTo(700);
    await eventually(async () => assert.equal(await comparison().scrolled(), 700));
    await filter.fill('team');
    await page.getByText(/^\d+ of 24 rows$/).waitFor();
    await eventually(async () => assert.equal(await comparison().scrolled(), 0));
    await filter.press('Escape');
  });

  test('says how many rows differ, be it all of them', async () => {
    const { page } = comparison();
    await page.getByRole('checkbox').check();
    await page.getByText('24 of 24 rows').waitFor();
    await page.getByRole('checkbox').uncheck();
    await page.getByText('24 of 24 rows').waitFor({ state: 'detached' });
  });

  test('shows what was found in a folded section, until that is folded again', async () => {
    const { page, filter } = comparison();
    const fold = page.getByRole('button', { name: 'Core shift', exact: true });
    const rows = page.locator('tr.shift:visible');
    await fold.click();
    await eventually(async () => assert.equal(await rows.count(), 0));
    await filter.fill('people');
    await eventually(async () => {
      assert.equal(await fold.getAttribute('aria-expanded'), 'true');
      assert.ok((await rows.count()) > 0);
    });
    await fold.click();
    await eventually(async () => assert.equal(await rows.count(), 0));
    await page.getByRole('button', { name: 'Fold all' }).click();
    await page.getByRole('button', { name: 'Unfold all' }).click();
    await eventually(async () => assert.ok((await rows.count()) > 0));
    await filter.press('Escape');
    await eventually(async () => {
      assert.equal(await fold.getAttribute('aria-expanded'), 'false');
      assert.equal(await rows.count(), 0);
    });
    await fold.click();
    await eventually(async () => assert.equal(await fold.getAttribute('aria-expanded'), 'true'));
  });

  test('follows what is typed in a guide, and stays as it was left', async () => {
    await workbench().watching();
    await workbench().write(
      'guides/m1-to-m2.md',
      readFileSync(path.join(root, 'guides/m1-to-m2.md'), 'utf8'),
    );
    await workbench().openView('Career Ladder');
    await workbench().treeItem('Track M, 2 levels').waitFor();
    // Else the guide would open where the comparison stands.
    await workbench().tab('promotion-m2.md').click();
    await workbench()
      .treeItem(/^Capability Systems and Scale/)
      .dblclick();
    await workbench().tab('m1-to-m2.md').waitFor();
    await comparison().page.getByRole('button', { name: 'Core shift', exact: true }).click();
    await comparison().scrollTo(300);
    // VS Code may notice the click in the comparison late, and would then give it back the focus.
    await workbench().activeTab('Compare').waitFor();
    await workbench().tab('m1-to-m2.md').click();
    await workbench().goToLine(70, 8);
    await workbench().type('Curious ');
    await comparison().page.getByRole('button', { name: 'Curious Systems and Scale', exact: true }).waitFor();
    await eventually(async () => {
      assert.equal(await comparison().page.locator('tr.shift:visible').count(), 0);
      assert.ok((await comparison().scrolled()) > 250);
    });
  });

  test('keeps words, folds and place behind another tab and over a reload', async () => {
    await comparison().filter.fill('people');
    await comparison().page.getByRole('checkbox').check();
    await comparison().scrollTo(120);
    await workbench().tab('Compare').click();
    await workbench().openView('Explorer');
    await workbench().treeItem('README.md').dblclick();
    await comparison().filter.waitFor({ state: 'detached' });
    await workbench().tab('Compare').click();
    await kept();
    await workbench().reloadByCommand();
    await comparison().filter.waitFor();
    await kept();
  });

  /** Until all is as the last test left it. */
  async function kept(): Promise<void> {
    await eventually(async () => {
      const { page, filter } = comparison();
      assert.equal(await filter.inputValue(), 'people');
      assert.ok(await page.getByRole('checkbox').isChecked());
      const fold = page.getByRole('button', { name: 'Core shift', exact: true });
      assert.equal(await fold.getAttribute('aria-expanded'), 'true', 'what was found shows');
      assert.equal(await comparison().scrolled(), 120);
    });
  }

  test('folds again what was folded, once the words are gone', async () => {
    const { page, filter } = comparison();
    const fold = page.getByRole('button', { name: 'Core shift', exact: true });
    await filter.fill('');
    await eventually(async () => assert.equal(await fold.getAttribute('aria-expanded'), 'false'));
  });

  test('goes to the clipboard as a Markdown table and to a file as a page', async () => {
    await workbench().page.getByRole('button', { name: 'Copy Comparison as Markdown Table' }).click();
    await eventually(async () => {
      const copied = await workbench().page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^\| {2}\| M1: Engineering Manager \| M2: Senior Engineering Manager \|\n/);
    });
    await workbench()
      .page.locator('.statusbar')
      .getByText('Copied the whole comparison as a Markdown table')
      .waitFor();
    const save = workbench().page.getByRole('button', { name: 'Save Comparison as HTML…' });
    await save.click();
    await workbench().quickInput.getByRole('button', { name: 'OK' }).click();
    await eventually(async () => {
      const page = await workbench().read('M1 and M2.html');
      assert.match(page, /^<!DOCTYPE html>[\s\S]*<h1>M1 and M2 compared<\/h1>[\s\S]*<\/html>\s*$/);
    });
    const elsewhere = path.join(workbench().folder, '..', 'elsewhere.html');
    await save.click();
    const name = workbench().quickInput.locator('input[type="text"]');
    // Until the box has read the folder, Enter means nothing; what comes while it reads another is lost.
    await eventually(async () => {
      await name.fill('');
      await name.fill(elsewhere);
      await workbench().quickPick('.extensions').waitFor({ timeout: 2000 });
    });
    await workbench().press('Enter');
    await workbench().page.locator('.statusbar').getByText(`Saved ${elsewhere}`).waitFor();
  });

  test('is a page that reads and prints in full without script', async () => {
    const context = await workbench()
      .page.context()
      .browser()
      ?.newContext({ javaScriptEnabled: false, viewport: { width: 400, height: 800 } });
    const page = await context?.newPage();
    assert.ok(context && page);
    await page.goto(pathToFileURL(path.join(workbench().folder, 'M1 and M2.html')).href);
    const [width, whole] = await page
      .locator('html')
      .evaluate((html) => [html.clientWidth, html.scrollWidth]);
    assert.equal(whole, width);
    const practice = page.getByText('Learn the basics of employment law');
    assert.equal(await practice.isVisible(), false);
    await page.getByText('5 ways').first().click();
    await practice.waitFor();
    await page.getByText('5 ways').first().click();
    await page.emulateMedia({ media: 'print' });
    await practice.waitFor();
    await context.close();
  });

  test('shows a wide table where there is room for it', async () => {
    await workbench().tab('promotion-m2.md').click();
    await workbench().page.setViewportSize({ width: 2400, height: 1000 });
    await comparison()
      .page.getByRole('columnheader', { name: /^Evidence/ })
      .waitFor();
  });

  for (const [theme, kind] of [
    ['Light Modern', 'vscode-light'],
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
    ['Light High Contrast', 'vscode-high-contrast-light'],
  ] as const) {
    test(`has nothing that axe objects to in ${theme}`, async () => {
      await workbench().setTheme(theme);
      await comparison().page.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      await comparison().filter.fill('');
      await comparison().evidence.getByText('Evidenced').first().waitFor();
      await workbench().screenshot(path.join(scratch, 'screenshots', `compare-${kind}.png`));
      assert.deepEqual(await faults(workbench()), []);
    });
  }
});

suite('a comparison without a mouse, and of whatever guides', function () {
  this.timeout(60_000);
  const workbench = useWorkbench({ sample: 'built-in-ladder', viewport: { width: 1000, height: 800 } });

  test('can be asked for, read and left by keyboard alone', async () => {
    await workbench().runCommand(compareLevels);
    await workbench().quickPick('M1').first().waitFor();
    // The box in front of the words chooses all.
    await workbench().press('Shift+Tab', 'Space', 'Tab', 'Enter');
    const comparison = new Comparison(workbench());
    await comparison.columns(['M1', 'M2', 'M3']);
    await eventually(async () => {
      await workbench().press('Tab');
      assert.equal(await focused(comparison), 'Level 1');
    });
    const stops: string[] = [];
    for (let stop = 0; stop < 11; stop += 1) {
      await workbench().press('Tab');
      stops.push(await focused(comparison));
    }
    assert.deepEqual(stops, [
      'Level 2',
      'Level 3',
      'Swap',
      'Choose levels…',
      'Filter rows by words',
      'Only what differs',
      'Fold all',
      'Fundamental question',
      'Open m1-to-m2 (built-in).md, line 26',
      'Open m2-to-m3 (built-in).md, line 26',
      'Core shift, M1 to M2',
    ]);
    const outline = await comparison.page
      .locator(':focus')
      .evaluate((element) => getComputedStyle(element).outlineStyle);
    assert.notEqual(outline, 'none', 'the focus is seen');
    await workbench().press('Enter');
    await eventually(async () => assert.equal(await comparison.page.locator('tr.shift:visible').count(), 8));
    await workbench().press('Shift+Tab', 'Enter');
    await workbench().tab('m2-to-m3 (built-in).md').waitFor();
  });

  test('has the focus where it was, once a box is closed', async () => {
    const comparison = new Comparison(workbench());
    await workbench().tab('Compare').click();
    const choose = comparison.page.getByRole('button', { name: 'Choose levels…' });
    const fold = comparison.section('Systems and Scale').locator('.fold');
    const focus = (): Promise<readonly string[]> => comparison.page.locator('button:focus').allInnerTexts();
    await choose.click();
    await closeBox();
    await eventually(async () => assert.deepEqual(await focus(), ['Choose levels…']));
    await fold.click();
    await workbench().press('F1');
    await closeBox();
    await eventually(async () => assert.deepEqual(await focus(), ['Systems and Scale']));
    // Left for the text, it is not given back.
    await comparison.page.locator('main').click({ position: { x: 2, y: 2 } });
    await workbench().press('F1');
    await closeBox();
    await eventually(async () =>
      assert.equal(await choose.evaluate(({ ownerDocument }) => ownerDocument.hasFocus()), true),
    );
    assert.deepEqual(await focus(), []);
  });

  async function closeBox(): Promise<void> {
    await workbench().quickInput.waitFor();
    await new Comparison(workbench()).looked();
    await workbench().press('Escape');
    await workbench().quickInput.waitFor({ state: 'hidden' });
  }

  test('stacks where there is little room, without anything cut off', async () => {
    await workbench().runCommand('View: Close All Editors');
    await workbench().runCommand('View: Toggle Primary Side Bar Visibility');
    const comparison = new Comparison(workbench());
    await comparison.open('M1', 'M3');
    await comparison.columns(['M1', 'M2', 'M3']);
    await workbench().page.setViewportSize({ width: 440, height: 800 });
    await eventually(async () => {
      const [width, whole] = await comparison.page
        .locator('html')
        .evaluate((html) => [html.clientWidth, html.scrollWidth]);
      assert.ok(width !== undefined && width <= 440 && whole === width, `${whole} in ${width}`);
    });
    await workbench().screenshot(path.join(scratch, 'screenshots', 'compare-narrow.png'));
    assert.deepEqual(await faults(workbench()), []);
    await workbench().page.setViewportSize({ width: 1000, height: 800 });
  });

  test('shows what a hostile guide says, and does nothing of it', async () => {
    await workbench().watching();
    await workbench().write('guides/hostile.md', hostileGuide);
    await workbench().openView('Career Ladder');
    await workbench()
      .treeItem(/^Level H2/)
      .waitFor();
    const comparison = new Comparison(workbench());
    await comparison.page.getByText('The ladder says nothing of these levels any more.').waitFor();
    await comparison.open('H1', 'H2');
    const frame = await activeFrame(workbench());
    const text = await frame.locator('table').innerText();
    for (const said of [
      '<script>top.hacked = 1</script>',
      '<img src=x onerror="hacked=1">',
      '</td></table><b>',
      '" onclick="hacked=1',
      '<!-- no comment',
    ]) {
      assert.ok(text.includes(said), said);
    }
    assert.equal(await frame.locator(`table :is(script, img, iframe, b, [onclick], [onerror])`).count(), 0);
    assert.deepEqual(await frame.locator('table a').allInnerTexts(), ['the notes', 'the site']);
    await frame.getByRole('button', { name: /^Copy citation/ }).click();
    for (const said of [
      'javascript:hacked=1',
      'command:x',
      'data:x',
      'an open bracket](javascript:hacked=1',
    ]) {
      await frame.getByText(said).first().click();
    }
    assert.equal(await frame.evaluate('typeof hacked'), 'undefined');
    assert.equal(await workbench().page.evaluate('typeof hacked'), 'undefined');
  });

  test('shows emphasis and code of a guide, and follows its links by VS Code', async () => {
    const { page } = new Comparison(workbench());
    assert.equal(await page.locator('td em').innerText(), 'so');
    assert.equal(await page.locator('td strong').innerText(), 'it');
    await page
      .locator('td code')
      .filter({ hasText: /^<\/td><\/table><b>$/ })
      .waitFor();
    const window = workbench().page;
    await window.context().route('https://career-ladder.example/', (route) => route.fulfill({ body: '' }));
    const opening = window.context().waitForEvent('page');
    await page.getByRole('link', { name: 'the site' }).click();
    const site = await opening;
    await site.waitForURL('https://career-ladder.example/');
    await site.close();
    await page.getByRole('link', { name: 'the notes' }).focus();
    await workbench().press('Enter');
    await workbench().tab('README.md').waitFor();
    await workbench().selection.getByText('Ln 5').waitFor();
  });
});

const hostileGuide = [
  '# Progression Guide: H1 to H2',
  'One `<b>` → Two `" onclick="hacked=1`',
  '## Core Shift',
  '| H1 | H2 |\n|---|---|\n| `<script>top.hacked = 1</script>` | `<img src=x onerror="hacked=1">` |',
  '| `</td></table><b>` | [javascript:hacked=1](javascript:hacked=1) |',
  '## Key Capabilities',
  '### 1. `<script>top.hacked = 1</script>`',
  'At H1, [command:x](command:workbench.action.closeWindow). At H2, `<!-- no comment`.',
  '**What this looks like:**',
  '- `"><svg onload=hacked=1>` <b onclick="hacked=1">x',
  '- [data:x](data:text/html,<script>hacked=1</script>) and [an open bracket](javascript:hacked=1',
  '- *so* **it** is, by [the notes](../README.md#where-to-look-first) and [the site](https://career-ladder.example/)',
]
  .join('\n\n')
  .replace('|\n\n| `</td>', '|\n| `</td>');

/** What a screen reader calls the element with the focus. */
async function focused({ page }: Comparison): Promise<string> {
  return page.locator('body').evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined;
    return (element?.getAttribute('aria-label') ?? label ?? element?.innerText ?? '').trim();
  });
}

/** What axe finds wrong with the comparison. */
async function faults(workbench: Workbench): Promise<unknown> {
  const frame = await activeFrame(workbench);
  await frame.evaluate(axe);
  return frame.evaluate(
    "axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))",
  );
}

/** The frame in which the page of the comparison runs. */
async function activeFrame(workbench: Workbench): Promise<Frame> {
  return eventually(async () => {
    for (const frame of workbench.page.frames()) {
      // Frames come and go while a page is made.
      const tables = await frame
        .locator('table.comparison:visible')
        .count()
        .catch(() => 0);
      if (tables > 0) {
        return frame;
      }
    }
    throw new Error('no comparison is open');
  });
}
