import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

/** Tall enough for the whole tree: lines out of sight are not in the page. */
const viewport = { width: 1280, height: 1200 };

suite('the ladder in the sidebar', () => {
  const workbench = useWorkbench({ sample: 'built-in-ladder', viewport });

  function clipboard(): Promise<string> {
    return workbench().page.evaluate('navigator.clipboard.readText()');
  }

  async function settings(value: Readonly<Record<string, unknown>>): Promise<void> {
    await workbench().write('.vscode/settings.json', JSON.stringify(value));
  }

  test('shows tracks, levels and capabilities, and says that the ladder is the built-in one', async () => {
    await workbench().openView('Career Ladder');
    await workbench().treeItem('Track M, 3 levels, built-in').waitFor();
    await workbench().treeItem('Level M2 (Senior Engineering Manager), 4 capabilities').waitFor();
    await workbench().treeItem('Capability Systems and Scale of M2, 5 signals, 5 practices').waitFor();
    await workbench().treeItem('Step from M2 to M3, typically 4-8+ years').waitFor();
    assert.match(
      await workbench()
        .treeItem(/^Track M/)
        .innerText(),
      /M1 to M3 · built-in/,
    );
  });

  test('a click opens the guide with the line selected, read-only and named as built in', async () => {
    await workbench()
      .treeItem(/^Capability Systems and Scale/)
      .click();
    await workbench().tab('m1-to-m2 (built-in).md').waitFor();
    await eventually(async () => {
      assert.match(await workbench().selection.innerText(), /^Ln 70, Col 25 \(24 selected\)$/);
    });
    await workbench().shows(/^### 3\. Systems and Scale$/m);
    await workbench().editor.click();
    await workbench().type('x');
    await workbench().page.getByText('Cannot edit in read-only editor').first().waitFor();
  });

  test('leads by keyboard from the view to a signal in the guide', async () => {
    await workbench().runCommand('Career Ladder: Focus on Ladder View');
    const focused = workbench().view('Ladder').locator('.monaco-list-row.focused');
    await eventually(async () => {
      await workbench().press('Home');
      assert.match(await focused.innerText({ timeout: 1000 }), /^Track M/);
    });
    await workbench().press(...Array.from({ length: 5 }, () => 'ArrowDown'), 'ArrowRight');
    await workbench().treeItem('What this looks like, 5 items').waitFor();
    await workbench().press('ArrowRight', 'ArrowRight');
    await workbench()
      .treeItem(/^Signal 1: /)
      .waitFor();
    await workbench().press('ArrowRight');
    await workbench().press('Enter');
    await eventually(async () => {
      assert.match(await workbench().selection.innerText(), /^Ln 56, Col \d+ \(\d+ selected\)$/);
    });
  });

  test('offers to copy a citation and the text', async () => {
    await workbench().chooseFromMenu(workbench().treeItem(/^Signal 2: /), 'Copy Citation');
    await eventually(async () => assert.equal(await clipboard(), '[M2: Building High-Performing Teams #2]'));
    await workbench().chooseFromMenu(workbench().treeItem(/^Capability Systems and Scale/), 'Copy Text');
    await eventually(async () => assert.match(await clipboard(), /^Systems and Scale\n\nAt M1, /));
  });

  test('copies what is selected, from top to bottom', async () => {
    await workbench()
      .treeItem(/^Signal 3: /)
      .click();
    for (const other of [/^Capability Systems and Scale/, /^Signal 1: /]) {
      await workbench()
        .treeItem(other)
        .click({ modifiers: ['ControlOrMeta'] });
    }
    await workbench().chooseFromMenu(workbench().treeItem(/^Signal 3: /), 'Copy Citation');
    await eventually(async () =>
      assert.equal(
        await clipboard(),
        '[M2: Building High-Performing Teams #1]\n[M2: Building High-Performing Teams #3]\n[M2: Systems and Scale]',
      ),
    );
    // A line beside the selection stands for itself.
    await workbench().chooseFromMenu(workbench().treeItem(/^Signal 2: /), 'Copy Citation');
    await eventually(async () => assert.equal(await clipboard(), '[M2: Building High-Performing Teams #2]'));
  });

  test('keeps what was opened and closed over a reload', async () => {
    await workbench()
      .treeItem(/^Level M3/)
      .locator('.monaco-tl-twistie')
      .click();
    await workbench()
      .treeItem(/^Capability Strategic Leadership/)
      .waitFor({ state: 'detached' });
    await workbench().remembered('careerLadder.ladder', 'built-in/M3', false);
    await workbench().reload();
    await workbench().openView('Career Ladder');
    await workbench()
      .treeItem(/^Signal 2: /)
      .first()
      .waitFor();
    assert.equal(
      await workbench()
        .treeItem(/^Capability Strategic Leadership/)
        .count(),
      0,
    );
    assert.equal(
      await workbench()
        .treeItem(/^Level M3/)
        .getAttribute('aria-expanded'),
      'false',
    );
  });

  test('collapses all at once, and remembers that too', async () => {
    // The actions of a view that shares the side bar show under the pointer.
    await workbench().view('Ladder').hover();
    await workbench().view('Ladder').getByRole('button', { name: 'Collapse All' }).click();
    await workbench()
      .treeItem(/^Level M2/)
      .waitFor({ state: 'detached' });
    await workbench().remembered('careerLadder.ladder', 'built-in/track M', false);
    await workbench().reload();
    await workbench().openView('Career Ladder');
    await workbench()
      .treeItem(/^Track M/)
      .waitFor();
    assert.equal(
      await workbench()
        .treeItem(/^Track M/)
        .getAttribute('aria-expanded'),
      'false',
    );
  });

  test('finds a capability by words in any order and opens it on Enter', async () => {
    await workbench().runCommand('Career Ladder: Find Capability…');
    await workbench().quickPick('Systems and Scale').first().waitFor();
    await workbench().type('scale m3 technical');
    const [first] = await eventually(async () => {
      const rows = await workbench().quickInput.locator('.monaco-list-row').allInnerTexts();
      assert.match(rows[0] ?? '', /Technical Credibility at Scale/);
      return rows;
    });
    assert.match(first ?? '', /M3 · Head of Engineering/);
    await workbench().press('Enter');
    await workbench().tab('m2-to-m3 (built-in).md').waitFor();
    await workbench().shows(/^### 5\. Technical Credibility at Scale$/m);
  });

  test('is empty where the setting matches nothing, and says why with a link to the setting', async () => {
    await workbench().watching();
    await workbench().openView('Career Ladder');
    await settings({ 'careerLadder.guides': ['nowhere/*.md'] });
    await workbench().sideBar.getByText('matches no Markdown file here').waitFor();
    const link = workbench().view('Ladder').getByRole('button', { name: 'Change the Setting' });
    await link.click();
    const editor = workbench().page.locator('.settings-editor');
    await editor.getByText('Where the guides of your ladder are').waitFor();
    // Among the settings of the workspace, where the value stands.
    await editor.getByText('nowhere/*.md').waitFor();
    await eventually(async () => {
      await workbench().press('Escape');
      await editor.waitFor({ state: 'hidden', timeout: 1000 });
    });
    await settings({ 'careerLadder.guides': ['*.md'] });
    await workbench().sideBar.getByText('none of them is a guide').waitFor();
    await settings({ 'careerLadder.guides': 'docs' });
    await workbench().sideBar.getByText('must be a list of folders or patterns').waitFor();
    await settings({});
    await workbench().treeItem('Track M, 3 levels, built-in').waitFor();
  });

  test('becomes one’s own when the built-in guides are copied', async () => {
    await workbench().runCommand('Career Ladder: Copy the Built-in Guides into the Workspace');
    await workbench().notification('Copied 2 guides into “guides”.').waitFor();
    await workbench()
      .treeItem(/^Track M, 3 levels$/)
      .waitFor();
    assert.match(await workbench().read('guides/m2-to-m3.md'), /^# Progression Guide: M2 to M3\n/);
  });

  test('says so when a copied guide cannot be opened any more', async () => {
    await rm(path.join(workbench().folder, 'guides'), { recursive: true });
    await workbench().notification('Copied 2 guides').getByRole('button', { name: 'Open' }).click();
    await workbench().notification('The guide could not be opened').waitFor();
  });
});

suite('the ladder of a workspace', () => {
  const workbench = useWorkbench({ sample: 'own-guides', viewport });

  function file(name: string): string {
    return path.join(workbench().folder, 'guides', name);
  }

  test('is shown in place of the built-in one', async () => {
    await workbench().openView('Career Ladder');
    await workbench().treeItem('Track IC, 3 levels').waitFor();
    await workbench().treeItem('Track M, 1 level').waitFor();
    assert.equal(
      await workbench()
        .treeItem(/built-in/)
        .count(),
      0,
    );
  });

  test('a look at a guide and a click later, what is cited stands at the cursor of the promotion document', async () => {
    const text = await workbench().read('promotions/ada-ic5.md');
    await workbench().openFile('ada-ic5.md');
    await workbench().goToLine(text.split('\n').indexOf('## Deciding') + 1, '## Deciding'.length + 1);
    const capability = workbench().treeItem(/^Capability Judgment of IC5/);
    await capability.click();
    await workbench().shows(/^### 3\. Judgment$/m);
    await capability.hover();
    await capability.getByRole('button', { name: 'Insert Citation' }).click();
    await workbench().activeTab('ada-ic5.md').waitFor();
    await workbench().shows(/^## Deciding \[IC5: Judgment\]$/m);
    await workbench().openFile('ic4-to-ic5.md');
    await workbench().shows(/^### 3\. Judgment$/m);
  });

  test('follows what is typed into a guide before it is saved, and keeps open and selected what is renamed', async () => {
    await workbench()
      .treeItem(/^Capability Judgment of IC5/)
      .click();
    await workbench()
      .treeItem(/^Capability Judgment of IC5/)
      .locator('.monaco-tl-twistie')
      .click();
    const list = workbench().treeItem(/^What this looks like/);
    await list.waitFor();
    const lines = (await workbench().read('guides/ic4-to-ic5.md')).split('\n');
    await workbench().openFile('ic4-to-ic5.md');
    await workbench().goToLine(lines.indexOf('### 3. Judgment') + 1);
    await workbench().press('End');
    await workbench().type(' and Taste');
    await workbench()
      .treeItem(/^Capability Judgment and Taste of IC5/)
      .and(workbench().page.locator('[aria-expanded=true][aria-selected=true]'))
      .waitFor();
    assert.equal(await list.count(), 1);
    await workbench().press('ControlOrMeta+z', 'ControlOrMeta+z', 'ControlOrMeta+z');
    await workbench()
      .treeItem(/^Capability Judgment of IC5/)
      .and(workbench().page.locator('[aria-expanded=true][aria-selected=true]'))
      .waitFor();
  });

  test('follows guides that are created, renamed and deleted outside', async () => {
    await workbench().watching();
    await workbench().openView('Career Ladder');
    await mkdir(file('more'));
    await writeFile(
      file('more/m1-to-m2.md'),
      '# Progression Guide: M1 to M2\n\n## Key Skills\n\n### Poise\n\n- It shows\n',
    );
    await workbench()
      .treeItem(/^Capability Poise of M2/)
      .waitFor();
    await rename(file('more'), file('fewer'));
    // Until the tree has noticed, its line leads to where the guide was.
    await eventually(async () => {
      await workbench()
        .treeItem(/^Capability Poise of M2/)
        .click({ timeout: 1000 });
      await workbench()
        .page.locator('.breadcrumbs-control')
        .filter({ hasText: 'fewer' })
        .first()
        .waitFor({ timeout: 1000 });
    });
    await rm(file('fewer'), { recursive: true });
    await workbench()
      .treeItem(/^Capability Poise of M2/)
      .waitFor({ state: 'detached' });
  });

  test('shows problems in its guides in the Problems panel, at their place', async () => {
    await writeFile(
      file('m1-to-m2.md'),
      '# Progression Guide: M1 to M2\n\n## Key Skills\n\n### 2. Poise\n\nAt M1, no. At M2, yes.\n',
    );
    const problems = await workbench().problems();
    const problem = problems.filter({ hasText: '“Poise” has no signals' });
    await problem.waitFor();
    assert.match(await problem.innerText(), /Career Ladder.*guide-capability.*\[?Ln 5, Col 1/s);
    await problem.dblclick();
    await workbench().tab('m1-to-m2.md').waitFor();
    await rm(file('m1-to-m2.md'));
    await problem.waitFor({ state: 'detached' });
  });
});
