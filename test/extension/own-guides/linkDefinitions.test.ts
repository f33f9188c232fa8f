import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type DocumentLink,
  Range,
  Selection,
  Uri,
  window,
  workspace,
} from 'vscode';
import { codeActionsAt } from '../lib/codeActions';
import { eventually } from '../lib/eventually';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const uri = Uri.joinPath(folder, 'promotions/new case.md');
const text = [
  '---',
  'promotion: IC4 to IC5',
  '---',
  '',
  '## [IC5: Judgment]',
  '',
  'Two calls in 2025. [IC5: Judgment #1]',
  '',
  '[IC5: Judgment]: old.md',
  '[IC5: Gone]: old.md',
  '',
].join('\n');
const expected = text.replace(
  '[IC5: Judgment]: old.md\n[IC5: Gone]: old.md\n',
  '[IC5: Judgment]: ../guides/ic4-to-ic5.md#3-judgment\n[IC5: Judgment #1]: ../guides/ic4-to-ic5.md#3-judgment\n',
);

suite('link definitions', () => {
  setup(async () => {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  });

  teardown(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.fs.delete(uri);
  });

  test('are written, corrected and removed by the command, and lead to the guide', async () => {
    const { document } = await window.showTextDocument(uri);
    await commands.executeCommand('careerLadder.updateLinkDefinitions');
    assert.equal(document.getText(), expected);
    const { version } = document;
    await commands.executeCommand('careerLadder.updateLinkDefinitions');
    assert.equal(document.version, version);
    // VS Code's own Markdown support follows the definition.
    const links: readonly DocumentLink[] = await commands.executeCommand(
      'vscode.executeLinkProvider',
      document.uri,
      100,
    );
    const targets = links.map(({ target }) => String(target));
    assert.ok(
      targets.some((target) => /guides\/ic4-to-ic5\.md#/u.test(target)),
      String(targets),
    );
  });

  test('leave the cursor at the end of the text', async () => {
    const workbench = workspace.getConfiguration('workbench');
    const byDefault = { '*.md': 'vscode.markdown.preview.editor' };
    await workbench.update('editorAssociations', byDefault, ConfigurationTarget.Global);
    try {
      const editor = await window.showTextDocument(uri);
      const { document } = editor;
      // As VS Code does on saving.
      const save = async (): Promise<void> => {
        const { edit, command } = await updateAt(new Range(0, 0, 0, 0), CodeActionKind.Source);
        assert.ok(edit !== undefined && command !== undefined);
        await workspace.applyEdit(edit);
        await commands.executeCommand(command.command, ...(command.arguments ?? []));
      };
      for (const update of [save, () => commands.executeCommand('careerLadder.updateLinkDefinitions')]) {
        await editor.edit((builder) => builder.delete(new Range(6, 37, 10, 0)));
        const { end } = document.lineAt(6).range;
        editor.selection = new Selection(end, end);
        await update();
        assert.equal(document.getText(), expected);
        await eventually(() => assert.deepEqual(editor.selection.active, end));
        assert.equal(window.activeTextEditor, editor);
      }
    } finally {
      await workbench.update('editorAssociations', undefined, ConfigurationTarget.Global);
    }
  });

  test('are offered as a fix on a citation, and on saving', async () => {
    const { document } = await window.showTextDocument(uri);
    for (const [range, kind] of [
      [new Range(4, 5, 4, 5), CodeActionKind.QuickFix],
      [new Range(0, 0, 0, 0), CodeActionKind.Source],
    ] as const) {
      const action = await updateAt(range, kind);
      assert.ok(action.edit !== undefined, kind.value);
      await workspace.applyEdit(action.edit);
      assert.equal(document.getText(), expected);
      await commands.executeCommand('undo');
    }
  });
});

async function updateAt(range: Range, kind: CodeActionKind): Promise<CodeAction> {
  const actions = await codeActionsAt(uri, range, /^Update Link Definitions$/u, kind);
  return actions.find(({ title }) => title === 'Update Link Definitions') ?? assert.fail(kind.value);
}
