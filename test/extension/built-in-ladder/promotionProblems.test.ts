import assert from 'node:assert/strict';
import {
  commands,
  languages,
  type Range,
  TabInputText,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { codeActionsAt } from '../lib/codeActions';
import { messages, problems, ruleOf } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';
import { MemoryFiles } from '../lib/memoryFiles';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const uri = Uri.joinPath(folder, 'promotion-m2.md');

function rules(): readonly string[] {
  return languages.getDiagnostics(uri).map((diagnostic) => String(ruleOf(diagnostic)));
}

async function apply(title: RegExp, range: Range): Promise<void> {
  const found = (await codeActionsAt(uri, range, title)).find((action) => title.test(action.title));
  assert.ok(found?.edit, `no fix like ${title}`);
  assert.ok(await workspace.applyEdit(found.edit));
}

suite('a half-written promotion document', () => {
  let document: TextDocument;

  suiteSetup(async () => {
    document = await workspace.openTextDocument(uri);
  });

  suiteTeardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('is told what is wrong and what is missing, and nothing else', async () => {
    await eventually(() =>
      assert.deepEqual([...rules()].sort(), [
        'missing-capability',
        'no-evidence',
        'unknown-capability',
        'unknown-signal',
        'unlinked-mention',
        'unsupported-evidence',
      ]),
    );
    const [unknown] = problems(uri, 'unknown-capability');
    assert.equal(document.getText(unknown?.range), 'Independant People Management');
    const [missing] = problems(uri, 'missing-capability');
    assert.equal(document.lineAt(missing?.range.start.line ?? 0).text, 'promotion: M1 to M2');
  });

  test('is judged by the defaults where the setting is nothing that can be read', async () => {
    const settings = workspace.getConfiguration('careerLadder', uri);
    try {
      for (const value of [{ 'unknown-signal': 'off' }, null]) {
        await settings.update('rules', value);
        await eventually(() =>
          assert.equal(messages(uri, 'unknown-signal').length, value === null ? 1 : 0, JSON.stringify(value)),
        );
      }
    } finally {
      await settings.update('rules', undefined);
    }
  });

  test('links each finding to its rule in the README', () => {
    const [unknown] = problems(uri, 'unknown-capability');
    const target = typeof unknown?.code === 'object' ? unknown.code.target : undefined;
    assert.match(target?.toString() ?? '', /README\.md#unknown-capability$/);
  });

  test('is mended by the quick fix', async () => {
    const [unknown] = problems(uri, 'unknown-capability');
    await apply(/Independent People Management/, unknown?.range ?? assert.fail());
    await eventually(() => assert.deepEqual(messages(uri, 'unknown-capability'), []));
    assert.match(document.getText(), /\[M2: Independent People Management #5\]/);
  });

  test('is silenced where its author says so, in the front matter too', async () => {
    const [missing] = problems(uri, 'missing-capability');
    await apply(/^Silence/, missing?.range ?? assert.fail());
    await eventually(() => assert.deepEqual(messages(uri, 'missing-capability'), []));
    assert.match(
      document.getText(),
      /^promotion: M1 to M2 # career-ladder-disable-line missing-capability\(Strategic/m,
    );
    const [signal] = problems(uri, 'unknown-signal');
    await apply(/^Silence/, signal?.range ?? assert.fail());
    await eventually(() => assert.deepEqual(messages(uri, 'unknown-signal'), []));
    assert.deepEqual(messages(uri, 'unused-disable'), []);
  });

  test('stops being one, and being judged, without its front matter', async () => {
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.startsWith('promotion:'));
    const edit = new WorkspaceEdit();
    edit.delete(uri, document.lineAt(line).rangeIncludingLineBreak);
    await workspace.applyEdit(edit);
    await eventually(() => assert.deepEqual(rules(), []));
  });

  const text = '---\npromotion: M1 to M2\n---\n';
  for (const { name, version, isNewer } of [
    {
      name: 'as it was committed',
      version: () => {
        const files = new MemoryFiles('committed', { isReadonly: true });
        files.put({ '/promotion-m2.md': text });
        return files.uri('/promotion-m2.md');
      },
      isNewer: false,
    },
    {
      name: 'as it is to be',
      version: () => {
        workspace.registerTextDocumentContentProvider('proposed', {
          provideTextDocumentContent: () => text,
        });
        return Uri.from({ scheme: 'proposed', path: '/promotion-m2.md' });
      },
      isNewer: true,
    },
  ]) {
    test(`is told what is wrong with it ${name} where that is opened, and not where it is compared`, async () => {
      const other = version();
      await window.showTextDocument(other, { preview: false });
      await eventually(() => assert.equal(problems(other, 'missing-capability').length, 4));
      const pair = isNewer ? [uri, other] : [other, uri];
      await commands.executeCommand('vscode.diff', ...pair, 'Changes', { preview: false });
      const alone = window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof TabInputText && input.uri.toString() === other.toString());
      assert.equal(alone.length, 1);
      await window.tabGroups.close(alone);
      await eventually(() => assert.deepEqual(languages.getDiagnostics(other), []));
      assert.ok(workspace.textDocuments.some((one) => one.uri.toString() === other.toString()));
    });
  }
});
