// Drives the workbench of a running VS Code as a person would: what they see, press and type.
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { provideCodeServer } from '../../scripts/lib/codeServer.mjs';
import { samples } from '../../scripts/lib/paths.mjs';
import { type Server, startServer } from '../../scripts/lib/serverProcess.mjs';
import { installFromSource } from '../../scripts/lib/sourceExtension.mjs';
import { temporaryFolder } from '../../scripts/lib/temporaryFolder.mjs';
import { eventually } from './eventually';
import { storedValues } from './storedValues';

export interface WorkbenchOptions {
  /** The folder of test/samples to open a copy of; without one the folder is empty. */
  readonly sample?: string;
  /** Writes what else is in the folder. */
  readonly fill?: (folder: string) => Promise<unknown>;
  /** A workspace file in the folder, to open in place of the folder itself. */
  readonly workspaceFile?: string;
  /** The scheme under which the folder is opened, of a file system that an installed extension provides. */
  readonly scheme?: string;
  /** The user's settings, over those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly version?: 'newest' | 'oldest';
  /** Fills the folder of installed extensions; by default the checkout is linked into it. */
  readonly install?: (extensions: string) => Promise<void>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Physical pixels per pixel, for sharp screenshots. */
  readonly scale?: number;
}

/** One browser serves all suites of a run. */
let browser: Promise<Browser> | undefined;

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** A server of its own, a folder of its own, one window. */
export class Workbench {
  private constructor(
    readonly page: Page,
    /** The folder that is open: a copy, so tests may write. */
    readonly folder: string,
    /** Where extensions are installed. */
    readonly extensions: string,
    private readonly server: Server,
    private readonly scene: string,
  ) {}

  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const { sample, settings = {}, version = 'newest', install = installFromSource } = options;
    const scene = temporaryFolder('window');
    // Its name is in the window's title and in screenshots.
    const folder = path.join(scene, sample ?? 'empty');
    const extensions = path.join(scene, '.extensions');
    await (sample === undefined
      ? mkdir(folder)
      : cp(path.join(samples, sample), folder, { recursive: true }));
    await options.fill?.(folder);
    await install(extensions);
    const server = await startServer(await provideCodeServer(version), {
      data: path.join(scene, '.data'),
      extensions,
      ports: '0',
      settings: { 'workbench.reduceMotion': 'on', ...settings },
      log: `ui-${path.basename(scene)}`,
    });
    browser ??= launchBrowser();
    const context = await (await browser).newContext({
      viewport: options.viewport ?? { width: 1280, height: 800 },
      deviceScaleFactor: options.scale ?? 1,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const workbench = new Workbench(page, folder, extensions, server, scene);
    const opened =
      options.workspaceFile === undefined
        ? { folder: options.scheme === undefined ? folder : `${options.scheme}:${folder}` }
        : { workspace: path.join(folder, options.workspaceFile) };
    await page.goto(`http://127.0.0.1:${server.port}/?${new URLSearchParams(opened)}`);
    await workbench.ready();
    return workbench;
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await this.server.stop();
    await rm(this.scene, { recursive: true, force: true, maxRetries: 5 });
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** Reloads by the command, which saves first what the window keeps; a mere reload of the page may lose it. */
  async reloadByCommand(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.ready();
  }

  /** Until the window answers: its file tree stands and the extension host has registered itself. */
  private async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.editor').waitFor();
    await this.page.locator('.statusbar-item[id="status.host"]').waitFor();
  }

  // The workspace, beside the window.

  async read(file: string): Promise<string> {
    return readFile(path.join(this.folder, file), 'utf8');
  }

  /**
   * Until the window notices files that change beside it, which it does some seconds after its start. Opens
   * the Explorer to see that.
   */
  async watching(): Promise<void> {
    await this.openView('Explorer');
    let probes = 0;
    await eventually(async () => {
      // A new one each time: events of one file may cancel each other out.
      const probe = `probe-${probes}`;
      probes += 1;
      const item = this.treeItem(probe);
      await this.write(probe, '');
      try {
        await item.waitFor({ timeout: 1000 });
      } finally {
        await rm(path.join(this.folder, probe));
      }
      // The Explorer may show a file because it has just looked into the folder; that one is gone it has to be told.
      await item.waitFor({ state: 'hidden', timeout: 2000 });
    });
    // Those whose removal nobody told of would stand there to the end.
    await this.runCommand('Refresh Explorer');
    await this.treeItem(/^probe-/)
      .first()
      .waitFor({ state: 'hidden' });
  }

  async write(file: string, text: string): Promise<void> {
    const target = path.join(this.folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }

  // Keys, commands, files.

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** The box that opens for commands, files and quick picks. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** A line of the box, by part of what it says. */
  quickPick(label: string | RegExp): Locator {
    return this.quickInput.locator('.monaco-list-row').filter({ hasText: label });
  }

  /** Types into the box in place of what is there. */
  async fillQuickInput(text: string, options?: { readonly timeout: number }): Promise<void> {
    await this.quickInput.locator('input[type="text"]').fill(text, options);
  }

  /** Runs a command by its full title, category included, from the palette. */
  async runCommand(title: string): Promise<void> {
    const command = this.quickInput.getByRole('option', { name: title }).first();
    // Soon after the start the palette does not hold every command yet, and a key that meets a page on its
    // way in or out is lost.
    await eventually(async () => {
      await this.press('Escape', 'F1');
      await this.fillQuickInput(`>${title}`, { timeout: 1000 });
      await command.waitFor({ timeout: 1000 });
      // A click may still be under way when its time is up, and a second one would run the command twice.
      await command.click({ timeout: 10_000 });
    });
  }

  /** Opens a file from the box, and waits until it is the one that keys go to. */
  async openFile(file: string): Promise<void> {
    const name = path.basename(file);
    // Keys may be lost while the focus is on its way from one part of the window to another.
    await eventually(async () => {
      await this.press('ControlOrMeta+p');
      await this.fillQuickInput(file, { timeout: 2000 });
      const line = this.quickPick(name).first();
      await line.waitFor({ timeout: 2000 });
      await line.click({ timeout: 10_000 });
      await this.activeTab(name).waitFor({ timeout: 5000 });
      await this.quickInput.waitFor({ state: 'hidden', timeout: 2000 });
    });
  }

  tab(name: string): Locator {
    return this.page.locator('.tabs-container .tab').filter({ hasText: name });
  }

  /** The tab of what a group of editors shows. */
  shownTab(name: string): Locator {
    return this.page.locator('.tabs-container .tab.active').filter({ hasText: name });
  }

  /** The tab of what keys go to, among all groups of editors. */
  activeTab(name: string): Locator {
    return this.page.locator('.editor-group-container.active .tab.active').filter({ hasText: name });
  }

  /** What stands above a line of the editor. */
  lens(text: string | RegExp): Locator {
    return this.page.locator('.codelens-decoration').filter({ hasText: text }).first();
  }

  async goToLine(line: number, column = 1): Promise<void> {
    await eventually(async () => {
      await this.press('ControlOrMeta+g');
      await this.fillQuickInput(`:${line}:${column}`, { timeout: 2000 });
      // Enter means nothing before the box has read the number.
      await this.quickPick(new RegExp(`line ${line}\\b`, 'i'))
        .first()
        .waitFor({ timeout: 2000 });
      await this.press('Enter');
      await this.quickInput.waitFor({ state: 'hidden', timeout: 2000 });
    });
    await this.selection.getByText(`Ln ${line},`).waitFor();
  }

  // The editor.

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** Until the lines of the editor that are scrolled into sight have text of these patterns. */
  async shows(...patterns: readonly RegExp[]): Promise<void> {
    await eventually(async () => {
      const text = await this.#visibleText();
      for (const pattern of patterns) {
        assert.match(text, pattern);
      }
    });
  }

  /** What "Ln 3, Col 7" or "(12 selected)" in the status bar says. */
  get selection(): Locator {
    return this.page.locator('.statusbar-item[id="status.editor.selection"]');
  }

  /** The lines of the editor that the extension has lit up. */
  get highlighted(): Locator {
    return this.page.locator('.monaco-editor .view-overlays [class*="TextEditorDecorationType"]');
  }

  /** The hover card over a text of the editor. */
  async hover(text: string): Promise<Locator> {
    const target = this.editor.locator('.view-line span span').filter({ hasText: text }).first();
    const card = this.page
      .locator('.monaco-hover:not(.hidden)')
      .filter({ has: this.page.locator('.hover-row') });
    // Whoever has something to say may not be up yet when the pointer first rests.
    await eventually(async () => {
      await this.page.mouse.move(0, 0);
      await target.hover();
      await card.first().waitFor({ timeout: 2000 });
    });
    return card.first();
  }

  async #visibleText(): Promise<string> {
    const lines = await this.editor.locator('.view-line').evaluateAll((found) =>
      found
        .map((line) => ({
          top: Number.parseFloat(line.style.top),
          text: line.textContent ?? '',
        }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  // Side bar and panel.

  /** Opens a view container from the Activity Bar, where it is not open yet. */
  async openView(container: string): Promise<void> {
    const icon = this.page.locator('.activitybar').getByRole('tab', { name: container });
    const title = this.sideBar.locator('.composite.title').filter({ hasText: container });
    await icon.waitFor();
    // While a window is being restored, the view may open by itself just as the icon is clicked, which closes it.
    await eventually(async () => {
      if (!(await title.isVisible()) && (await icon.getAttribute('aria-selected')) !== 'true') {
        await icon.click();
      }
      await title.waitFor({ timeout: 1000 });
    });
  }

  get sideBar(): Locator {
    return this.page.locator('.part.sidebar');
  }

  /** A view of the side bar, by its title. */
  view(title: string): Locator {
    return this.sideBar.locator('.pane').filter({
      has: this.page.locator('.pane-header .title').filter({ hasText: new RegExp(`^${title}$`, 'i') }),
    });
  }

  /** A line of a tree in the side bar, by part of what it says to a screen reader. */
  treeItem(label: string | RegExp): Locator {
    return this.sideBar.getByRole('treeitem', { name: label });
  }

  /** Makes the side bar so many pixels wide, at its edge. */
  async resizeSideBar(width: number): Promise<void> {
    await eventually(async () => {
      const box = await this.sideBar.boundingBox();
      assert.ok(box !== null);
      const [edge, middle] = [box.x + box.width, box.y + box.height / 2];
      await this.page.mouse.move(edge, middle);
      await this.page.mouse.down();
      await this.page.mouse.move(box.x + width, middle, { steps: 5 });
      await this.page.mouse.up();
      const resized = await this.sideBar.boundingBox();
      assert.ok(Math.abs((resized?.width ?? 0) - width) <= 2, `${resized?.width} pixels`);
    });
  }

  /** Until the browser has stored that a line of a tree was opened or closed: that takes it some seconds. */
  async remembered(view: string, id: string, expanded: boolean): Promise<void> {
    const key = `${view}.expansion`;
    await eventually(async () => {
      const states = await this.page.evaluate(storedValues);
      const found = states.find((state) => state.includes(key)) ?? '{}';
      assert.equal(JSON.parse(found)[key]?.[id], expanded, `${id} in ${found}`);
    });
  }

  /** Brings the menu of a line of a tree to light and clicks an item of it. */
  async chooseFromMenu(line: Locator, item: string): Promise<void> {
    const menuItem = this.page.getByRole('menuitem', { name: item });
    // A card over another line may lie upon this one.
    await this.page.mouse.move(0, 0);
    await line.click({ button: 'right' });
    await menuItem.waitFor();
    // A menu ignores the mouse in its first moments, lest the click that opened it chooses.
    await eventually(async () => {
      if (await menuItem.isVisible()) {
        await menuItem.click({ timeout: 1000 });
      }
      await menuItem.waitFor({ state: 'hidden', timeout: 500 });
    });
  }

  /** The list of references that is open in an editor. */
  get references(): Locator {
    return this.page.locator('.reference-zone-widget');
  }

  /** The lines of the Problems panel, which this opens. */
  async problems(): Promise<Locator> {
    await this.runCommand('Problems: Focus on Problems View');
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  // Messages.

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text });
  }

  dialog(text: string | RegExp): Locator {
    return this.page.locator('.monaco-dialog-box').filter({ hasText: text });
  }

  /** The document inside a webview. */
  webview(title?: string): ReturnType<Locator['contentFrame']> {
    const outer = title === undefined ? 'iframe.webview' : `iframe.webview[title="${title}"]`;
    return this.page.locator(outer).contentFrame().locator('iframe#active-frame').contentFrame();
  }

  // Looks.

  async setTheme(name: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.fillQuickInput(name);
    await this.quickPick(name).first().click();
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  async screenshot(file: string): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }
}
