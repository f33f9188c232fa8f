import assert from 'node:assert/strict';
import { DiagnosticSeverity, languages, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { messages, problems } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';
import { watching } from '../lib/watching';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const first = Uri.joinPath(folder, 'guides/m1-to-m2.md');
const second = Uri.joinPath(folder, 'guides/m2-to-m3.md');

async function write(uri: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

suite('problems in guides', () => {
  suiteSetup(async () => {
    await window.showTextDocument(await workspace.openTextDocument(first));
  });

  test('stand at their place, with rule, severity and source', async () => {
    const [outOfOrder, empty] = await eventually(() => {
      const found = problems(first, 'guide-capability');
      assert.equal(found.length, 2);
      return found;
    });
    assert.deepEqual(outOfOrder?.range, new Range(14, 0, 14, 22));
    assert.equal(outOfOrder?.severity, DiagnosticSeverity.Warning);
    assert.equal(outOfOrder?.source, 'Career Ladder');
    assert.match(`${outOfOrder?.message}\n${empty?.message}`, /no signals/);
    assert.match(`${outOfOrder?.message}\n${empty?.message}`, /numbered 3 where 2 is next/);
    assert.ok(
      problems(first, 'guide-section').every(({ severity }) => severity === DiagnosticSeverity.Information),
    );
  });

  test('between guides are told too, with the other place, also where the guide is not open', async () => {
    const [conflict] = await eventually(() => {
      const found = problems(second, 'guide-conflict');
      assert.equal(found.length, 1);
      return found;
    });
    assert.match(conflict?.message ?? '', /M2 is “Principal Lead” here and “Senior Lead” in m1-to-m2\.md/);
    const [related] = conflict?.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), first.toString());
    assert.equal(related?.location.range.start.line, 2);
  });

  test('are not sought in other files', () => {
    assert.deepEqual(languages.getDiagnostics(Uri.joinPath(folder, 'notes.md')), []);
  });

  test('follow what is typed, before it is saved', async () => {
    const edit = new WorkspaceEdit();
    edit.replace(first, new Range(14, 4, 14, 5), '2');
    edit.insert(first, new Range(15, 0, 15, 0).start, '\n**What this looks like:**\n\n- Nobody shouts\n');
    await workspace.applyEdit(edit);
    await eventually(() => assert.deepEqual(messages(first, 'guide-capability'), []));
  });

  test('go back to the file when the editor is closed without saving', async () => {
    const { commands } = await import('vscode');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(() => assert.equal(messages(first, 'guide-capability').length, 2));
  });

  test('are as loud as the setting says', async () => {
    const settings = workspace.getConfiguration('careerLadder', folder);
    await settings.update('rules', { 'guide-capability': 'off', 'guide-conflict': 'hint' });
    await eventually(() => {
      assert.deepEqual(messages(first, 'guide-capability'), []);
      assert.equal(problems(second, 'guide-conflict')[0]?.severity, DiagnosticSeverity.Hint);
    });
    await settings.update('rules', undefined);
    await eventually(() => assert.equal(messages(first, 'guide-capability').length, 2));
  });
});

suite('guides that come and go', () => {
  const third = Uri.joinPath(folder, 'guides/deep/er/m1-to-m2-again.md');

  suiteSetup(() => watching(folder));

  test('a new file counts', async () => {
    await write(third, '# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n### Depth\n');
    await eventually(() =>
      // Of two guides for one step the first by path counts, and the deeper folder comes first.
      assert.match(
        messages(first, 'guide-conflict').join(),
        /M1 to M2 is also described in m1-to-m2-again\.md/,
      ),
    );
  });

  test('a changed file counts', async () => {
    await write(second, `${(await workspace.openTextDocument(second)).getText()}\n### 2. Short Views\n`);
    await eventually(() => assert.equal(messages(second, 'guide-capability').length, 1));
  });

  test('files in a folder that is renamed move with it', async () => {
    await eventually(() => assert.equal(messages(third, 'guide-capability').length, 1));
    const moved = Uri.joinPath(folder, 'guides/shallow/er/m1-to-m2-again.md');
    await workspace.fs.rename(Uri.joinPath(folder, 'guides/deep'), Uri.joinPath(folder, 'guides/shallow'));
    await eventually(() => {
      assert.deepEqual(messages(third, 'guide-capability'), []);
      assert.equal(messages(moved, 'guide-capability').length, 1);
    });
  });

  test('a folder that is deleted takes its guides along', async () => {
    await workspace.fs.delete(Uri.joinPath(folder, 'guides/shallow'), { recursive: true });
    await eventually(() => {
      const all = languages
        .getDiagnostics()
        .filter(([uri, found]) => uri.path.includes('/er/') && found.length > 0);
      assert.deepEqual(all, []);
    });
  });

  test('a file that cannot be read does not take the others down', async () => {
    // A folder with a guide's name: found by its name, unreadable as a file.
    await workspace.fs.createDirectory(Uri.joinPath(folder, 'guides/folder.md'));
    await write(third, '# Progression Guide: M7 to M8\n\n## Key Capabilities\n\n### Depth\n');
    await eventually(() => {
      assert.equal(messages(third, 'guide-capability').length, 1);
      assert.equal(messages(first, 'guide-capability').length, 2);
    });
  });

  test('the setting leads elsewhere', async () => {
    const settings = workspace.getConfiguration('careerLadder', folder);
    await settings.update('guides', ['guides/deep']);
    await eventually(() => {
      assert.deepEqual(messages(first, 'guide-capability'), []);
      assert.equal(messages(third, 'guide-capability').length, 1);
    });
    await settings.update('guides', undefined);
    await eventually(() => assert.equal(messages(first, 'guide-capability').length, 2));
  });

  test('a setting that leads nowhere, or cannot be a path at all, breaks nothing', async () => {
    const settings = workspace.getConfiguration('careerLadder', folder);
    await settings.update('guides', ['//server/share/guides', '\u0000', 'nowhere']);
    await eventually(() => assert.deepEqual(messages(first, 'guide-capability'), []));
    await settings.update('guides', undefined);
    await eventually(() => assert.equal(messages(first, 'guide-capability').length, 2));
  });

  test('a comment in a guide silences what it names, and is told when it silences nothing', async () => {
    const text = (await workspace.openTextDocument(second)).getText();
    await write(
      second,
      text
        .replace(
          'Principal Lead → Director',
          'Principal Lead → Director <!-- career-ladder-disable-line guide-conflict -->',
        )
        .concat('\n<!-- career-ladder-disable-line guide-levels -->\n'),
    );
    await eventually(() => {
      assert.deepEqual(messages(second, 'guide-conflict'), []);
      assert.equal(messages(second, 'unused-disable').length, 1);
    });
  });

  test('a file far larger than any guide is left alone, and the others are not', async () => {
    const other = Uri.joinPath(folder, 'guides/other.md');
    const huge = Uri.joinPath(folder, 'guides/huge.md');
    const head = '# Progression Guide: M7 to M8\n\n## Key Capabilities\n\n### Depth\n\n';
    await write(huge, head + 'A line of prose.\n'.repeat(130_000));
    await write(other, head.replace('M7 to M8', 'M8 to M9'));
    await eventually(() => assert.equal(messages(other, 'guide-capability').length, 1));
    assert.deepEqual(languages.getDiagnostics(huge), []);
    await workspace.fs.delete(huge);
    await workspace.fs.delete(other);
  });
});
