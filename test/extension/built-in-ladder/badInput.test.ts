import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  type DocumentLink,
  languages,
  Position,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { ruleOf } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';

const head = '---\npromotion: M1 to M2\n---\n\n';

function reported({ uri }: TextDocument): readonly string[] {
  return languages.getDiagnostics(uri).map((diagnostic) => String(ruleOf(diagnostic) ?? diagnostic.message));
}

suite('documents of an unusual kind', () => {
  test('one of five million characters is said to be too long, until it is shorter', async () => {
    const document = await untitled(
      `${head}[M2: Nothing Like It]\n\n${'Words and words.\n'.repeat(300_000)}`,
    );
    await eventually(() => {
      const [only, ...others] = reported(document);
      assert.match(only ?? '', /longer than 2 million characters/);
      assert.deepEqual(others, []);
    });
    const edit = new WorkspaceEdit();
    edit.delete(
      document.uri,
      new Range(new Position(7, 0), document.lineAt(document.lineCount - 1).range.end),
    );
    await workspace.applyEdit(edit);
    await eventually(() => assert.ok(reported(document).includes('unknown-capability')));
  });

  test('one with thousands of citations is checked', async () => {
    const document = await untitled(head + 'In 2025 [M2: Systems and Scale #9].\n\n'.repeat(10_000));
    await eventually(() => {
      assert.ok(reported(document).filter((rule) => rule === 'unknown-signal').length > 500);
    }, 30_000);
  });

  test('front matter that is no YAML is said to be so once, at its place', async () => {
    const document = await untitled('---\npromotion: M1 to M2\ntags: [a, b\n---\n\nText\n');
    await eventually(() => {
      const found = languages.getDiagnostics(document.uri).filter((one) => ruleOf(one) === 'front-matter');
      assert.deepEqual(
        found.map(({ range }) => range.start.line),
        [2],
      );
    });
  });
});

suite('a setting that is no list', () => {
  for (const value of ['docs', null, {}]) {
    test(`names nothing: ${JSON.stringify(value)}`, async () => {
      const { uri } = await untitled(`${head}[M2: Systems and Scale]\n`);
      const linked = (count: number): Promise<void> =>
        eventually(async () => {
          const links: readonly DocumentLink[] = await commands.executeCommand(
            'vscode.executeLinkProvider',
            uri,
          );
          assert.equal(links.length, count);
        });
      await linked(1);
      const setting = workspace.getConfiguration('careerLadder');
      await setting.update('guides', value, ConfigurationTarget.Workspace);
      await linked(0);
      await setting.update('guides', undefined, ConfigurationTarget.Workspace);
      await linked(1);
    });
  }
});
