import assert from 'node:assert/strict';
import { cp, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { installFromSource } from '../../scripts/lib/sourceExtension.mjs';
import { makeWorkspace } from '../bench/workspace';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';
import type { Workbench } from './workbench';

/** What the output channel says, once it has told all of this. */
async function log(workbench: Workbench, ...told: readonly RegExp[]): Promise<string> {
  await workbench.runCommand('Output: Show Output Channels');
  await workbench.quickPick('Career Ladder').first().click();
  const output = workbench.page.locator('.output-view .view-lines');
  return eventually(async () => {
    // Long lines are wrapped.
    const text = (await output.innerText()).replaceAll(/\s+/gu, ' ');
    for (const pattern of told) {
      assert.match(text, pattern);
    }
    return text;
  });
}

/** The bar that runs in the Ladder view while something is going on. */
const progress = (workbench: Workbench) =>
  workbench.view('Ladder').locator('.monaco-progress-container.active');

suite('a large workspace', () => {
  let speaking = 0;
  const workbench = useWorkbench({
    scheme: 'held',
    fill: async (folder) => {
      const { guides, promotions } = await makeWorkspace(folder, 600);
      speaking = guides.length + promotions.length;
    },
    install: async (extensions) => {
      await installFromSource(extensions);
      await cp(
        path.join(import.meta.dirname, 'heldFiles'),
        path.join(extensions, 'career-ladder-tests.held-files-1.0.0'),
        { recursive: true },
      );
    },
    settings: { 'editor.minimap.enabled': false },
  });

  test('the tree stands and a card comes while files are still being read, which the view shows', async () => {
    await workbench().openView('Career Ladder');
    await workbench()
      .treeItem(/^Level L2/)
      .waitFor();
    await workbench().openView('Explorer');
    for (const line of [/^promotions/, /^0\b/, /^case-0\.md/]) {
      await workbench().treeItem(line).click();
    }
    await workbench().tab('case-0.md').waitFor();
    await workbench().openView('Career Ladder');
    const card = await workbench().hover('Hiring and Scale 1');
    await card.getByText('What this looks like').waitFor();
    await progress(workbench()).waitFor();
    assert.equal(await workbench().page.locator('.notification-toast').count(), 0);
  });

  test('references and lenses come when all is read, and the log tells what that was', async () => {
    await workbench().press('Escape');
    await workbench()
      .treeItem(/^Level L2/)
      .click();
    await workbench().tab('l1-to-l2.md').waitFor();
    const lens = workbench().page.locator('.codelens-decoration a').filter({ hasText: 'cited in' });
    assert.equal(await lens.count(), 0);
    await workbench().write('release', '');
    await lens.filter({ hasText: 'cited in 30 documents' }).first().click();
    await workbench().references.getByText('(30)').waitFor();
    await workbench().press('Escape');
    await progress(workbench()).waitFor({ state: 'detached' });
    const told = `Read 600 Markdown files in \\d+\\.\\d\\d s; ${speaking} files speak of the ladder\\.`;
    await log(workbench(), new RegExp(told, 'u'));
  });
});

suite('a workspace with links in circles', () => {
  const workbench = useWorkbench({
    sample: 'own-guides',
    fill: async (folder) => {
      await symlink('..', path.join(folder, 'promotions', 'loop'));
      await symlink('itself.md', path.join(folder, 'itself.md'));
      await symlink('nowhere.md', path.join(folder, 'dangling.md'));
      await writeFile(path.join(folder, 'huge.md'), '[IC5: Judgment]\n');
      await truncate(path.join(folder, 'huge.md'), 100_000_000);
    },
  });

  test('is read once, without what is huge, and the log says why', async () => {
    await workbench().openFile('ic4-to-ic5.md');
    await workbench().lens('cited in 1 document').waitFor();
    const text = await log(workbench(), /Read [2-9] Markdown files in/u, /huge\.md: it is larger than 2 MB/u);
    assert.doesNotMatch(text, /loop|itself/u);
  });
});
