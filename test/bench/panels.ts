import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../ui/eventually';
import { closeBrowser, Workbench } from '../ui/workbench';
import { type Pair, pairsRow, type Row } from './rows';

const rounds = 9;
const guide = 'guides/m1-to-m2.md';
/** The last question of the guide, which both views show; digits are typed behind it. */
const edited = 'the question that changes it?';
/** How the guide ends. */
const ending = 'for no other reason.';

/** The ways to look at a guide that are compared, by the keys that open them. */
const keys = { ours: 'Control+Alt+1', theirs: 'Control+Alt+2' } as const;
type Way = keyof typeof keys;

/**
 * The comparison panel against VS Code's built-in Markdown preview of the same guide, in a real window: from the
 * key that opens it, and from a key in the guide, until the page is painted with all there is to show.
 */
export async function panels(root: string): Promise<readonly Row[]> {
  const workbench = await Workbench.open({
    settings: { 'editor.minimap.enabled': false },
    viewport: { width: 1600, height: 900 },
  });
  try {
    const text = await readFile(path.join(root, guide), 'utf8');
    await workbench.write(guide, text);
    const watch = await Watch.over(workbench);
    const line = text.split('\n').findIndex((one) => one.endsWith(edited)) + 1;
    await workbench.openFile(guide);
    await workbench.goToLine(line, 1000);
    const said = { ours: await watch.texts('ours'), theirs: await watch.texts('theirs') };
    const preview = said.theirs.join('');
    assert.ok(said.ours.length > 60);
    assert.deepEqual(
      said.ours.filter((one) => !preview.includes(one)),
      [],
    );
    const opened: Pair[] = [];
    const updated: Pair[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const times: Record<Way, { readonly open: number; readonly update: number }> = {
        ours: { open: Number.NaN, update: Number.NaN },
        theirs: { open: Number.NaN, update: Number.NaN },
      };
      for (const way of round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)) {
        const open = await watch.open(way);
        const update = await watch.type(way);
        await watch.close();
        times[way] = { open, update };
      }
      opened.push({ ours: times.ours.open, theirs: times.theirs.open });
      updated.push({ ours: times.ours.update, theirs: times.theirs.update });
    }
    return [
      pairsRow('open the comparison of a guide, to the last row / Markdown preview', opened, 1),
      pairsRow('follow an edit in the guide / Markdown preview', updated, 1),
    ];
  } finally {
    await workbench.close();
    await closeBrowser();
  }
}

/** What the window reports: a key that was pressed, or what a view shows now. */
interface Report {
  readonly what: 'key' | Way;
  /** The digits that the view shows behind the question. */
  readonly digits: string;
  readonly time: number;
}

/** A window with a guide, in which views of it open beside it. */
class Watch {
  readonly #workbench: Workbench;
  readonly #reports: Report[] = [];
  #typed = '';

  private constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  static async over(workbench: Workbench): Promise<Watch> {
    const watch = new Watch(workbench);
    const scene = path.dirname(workbench.folder);
    await writeFile(
      path.join(scene, '.data', 'data', 'User', 'keybindings.json'),
      JSON.stringify([
        { key: 'ctrl+alt+1', command: 'careerLadder.compareLevels', args: { levels: ['M1', 'M2'] } },
        { key: 'ctrl+alt+2', command: 'markdown.showPreview' },
        { key: 'ctrl+alt+3', command: 'workbench.action.splitEditorRight' },
        { key: 'ctrl+alt+4', command: 'workbench.action.focusFirstEditorGroup' },
        { key: 'ctrl+alt+5', command: 'workbench.action.closeEditorsInOtherGroups' },
      ]),
    );
    workbench.page.on('console', (message) => {
      const [, json] = /^bench (\{.*\})$/.exec(message.text()) ?? [];
      if (json !== undefined) {
        watch.#reports.push(JSON.parse(json));
      }
    });
    await workbench.page.addInitScript(reporting);
    await workbench.reload();
    return watch;
  }

  /** Opens a view beside the guide; tells how long that took, in milliseconds. */
  async open(way: Way): Promise<number> {
    const { page } = this.#workbench;
    await this.#toGuide();
    await this.#workbench.press('Control+Alt+3');
    // The guide once more, in a group of its own, in which the view opens.
    await page.locator('.editor-group-container').nth(1).waitFor();
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    return this.#timed(keys[way], way);
  }

  /** Types a digit in the guide; tells how long the view took to show it. */
  async type(way: Way): Promise<number> {
    await this.#toGuide();
    this.#typed += '1';
    return this.#timed('1', way);
  }

  async close(): Promise<void> {
    await this.#toGuide();
    await this.#workbench.press('Control+Alt+5');
    await this.#workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
    await this.#workbench.page.locator('.editor-group-container').nth(1).waitFor({ state: 'detached' });
  }

  /** What a view says, block by block, without anything but letters and digits. */
  async texts(way: Way): Promise<readonly string[]> {
    await this.open(way);
    const blocks = this.#workbench
      .webview()
      .locator(way === 'ours' ? 'table.comparison td :is(p, li):not(:has(p))' : '.markdown-body');
    const texts = await blocks.allTextContents();
    await this.close();
    return texts.map((text) => text.replace(/[^\p{L}\p{N}]+/gu, ''));
  }

  /** Puts the focus into the guide's own editor; keys are lost on a page that has just been opened. */
  async #toGuide(): Promise<void> {
    const editor = this.#workbench.page.locator('.editor-group-container').first().locator('.monaco-editor');
    await eventually(async () => {
      await this.#workbench.press('Control+Alt+4');
      await editor.and(this.#workbench.page.locator('.focused')).waitFor({ timeout: 500 });
    });
  }

  async #timed(key: string, way: Way): Promise<number> {
    const before = this.#reports.length;
    await this.#workbench.press(key);
    return eventually(() => {
      const reports = this.#reports.slice(before);
      const pressed = reports.find(({ what }) => what === 'key');
      const shown = reports.find(({ what, digits }) => what === way && digits === this.#typed);
      assert.ok(pressed && shown, `${way} does not show all`);
      return shown.time - pressed.time;
    }, 20_000);
  }
}

/** Runs in every frame of the window: reports keys, and once it is painted what the page in the frame shows. */
const reporting = `(() => {
  const report = (what, digits) => console.debug('bench ' + JSON.stringify({
    what, digits, time: performance.timeOrigin + performance.now(),
  }));
  if (window === top) {
    addEventListener('keydown', ({ key }) => key === '1' || key === '2' ? report('key', '') : undefined, true);
    return;
  }
  let shown;
  const look = () => {
    const frame = document.querySelector('#active-frame');
    const page = frame?.style.visibility === 'hidden' ? undefined : frame?.contentDocument;
    const text = page?.body?.textContent ?? '';
    const what = page?.querySelector('table.comparison') ? 'ours' : 'theirs';
    const [, digits] = /${edited.replace('?', '\\?')}(\\d*)/.exec(text) ?? [];
    const isWhole = digits !== undefined && (what === 'ours' || text.includes('${ending}'));
    if (isWhole && shown !== digits) {
      shown = digits;
      // What is in the page in this frame is painted by the next.
      requestAnimationFrame(() => report(what, digits));
    }
    requestAnimationFrame(look);
  };
  look();
})()`;
