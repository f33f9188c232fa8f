import assert from 'node:assert/strict';
import { CodeActionKind, commands, languages, type TextDocument, window, workspace } from 'vscode';
import { codeActionsAt } from '../lib/codeActions';
import { messages, problems } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';

const content = [
  '---',
  'promotion: M1 to M2',
  '---',
  '',
  '## [M2: Independent People Management]',
  '',
  'Two cases in 2025.',
  '',
  '## [M2: Systems and Scale]',
  '',
  'Three weeks off in 2025.',
  '',
].join('\n');

async function shown(text = content): Promise<TextDocument> {
  const document = await untitled(text);
  await window.showTextDocument(document);
  return document;
}

function headings(document: TextDocument): readonly string[] {
  return document.getText().match(/^## .*$/gmu) ?? [];
}

suite('sections for missing capabilities', () => {
  test('the command adds the one it is told, in the guide’s order, its first prompt selected', async () => {
    const document = await shown();
    await commands.executeCommand('careerLadder.addSection', {
      level: 'M2',
      name: 'Building High-Performing Teams',
    });
    assert.deepEqual(headings(document), [
      '## [M2: Independent People Management]',
      '## [M2: Building High-Performing Teams]',
      '## [M2: Systems and Scale]',
    ]);
    const editor = window.activeTextEditor;
    assert.equal(editor?.document, document);
    assert.match(document.getText(editor?.selection), /^Asked separately, .* first month$/u);
    await eventually(() => {
      assert.equal(messages(document.uri, 'missing-capability').length, 1);
      assert.equal(messages(document.uri, 'no-evidence').length, 1);
      assert.deepEqual(messages(document.uri, 'unlinked-mention'), []);
    });
  });

  test('one quick fix adds them all', async () => {
    const document = await shown();
    const missing = await eventually(() => {
      const found = problems(document.uri, 'missing-capability');
      assert.equal(found.length, 2);
      return found;
    });
    // VS Code's own Markdown support may offer to insert this and that.
    const actions = await codeActionsAt(
      document.uri,
      missing[0]?.range,
      /^Add sections/u,
      CodeActionKind.QuickFix,
    );
    const titles = actions.map(({ title }) => title);
    // Each finding's own, and what they share once.
    assert.deepEqual(titles, [
      'Add a section for “Building High-Performing Teams”',
      'Add a section for “Strategic Alignment and Stakeholder Management”',
      'Add sections for all 2 missing capabilities',
      'Silence “missing-capability” for “Building High-Performing Teams” here',
      'Silence “missing-capability” for “Strategic Alignment and Stakeholder Management” here',
    ]);
    const all = actions.find(({ title }) => title === 'Add sections for all 2 missing capabilities');
    assert.ok(all?.edit !== undefined && (await workspace.applyEdit(all.edit)));
    assert.deepEqual(headings(document).slice(1), [
      '## [M2: Building High-Performing Teams]',
      '## [M2: Systems and Scale]',
      '## [M2: Strategic Alignment and Stakeholder Management]',
    ]);
    await eventually(() => {
      const rules = languages
        .getDiagnostics(document.uri)
        .map(({ code }) => (typeof code === 'object' ? code.value : code));
      assert.deepEqual(rules, ['no-evidence', 'no-evidence']);
    });
  });
});
