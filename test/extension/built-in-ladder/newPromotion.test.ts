import assert from 'node:assert/strict';
import { commands, languages, window } from 'vscode';
import { ruleOf } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';

suite('a new promotion document', () => {
  test('is built from the guide, and lacks nothing but evidence', async () => {
    await commands.executeCommand('careerLadder.newPromotion', { from: 'M1', to: 'M2' });
    const { document } = window.activeTextEditor ?? assert.fail('no editor is open');
    assert.ok(document.isUntitled && document.languageId === 'markdown');
    assert.match(document.getText(), /^---\npromotion: M1 to M2\n---\n\n# ‹Your name›: promotion to M2/u);
    await eventually(() => {
      const rules = languages.getDiagnostics(document.uri).map(ruleOf);
      assert.deepEqual(rules, ['no-evidence', 'no-evidence', 'no-evidence', 'no-evidence']);
    });
  });

  test('is filled in from tab stop to tab stop, and counts what is written', async () => {
    await commands.executeCommand('careerLadder.newPromotion', { to: 'M3' });
    const { document } = window.activeTextEditor ?? assert.fail('no editor is open');
    for (const text of ['Ada', 'Done.', 'Two directors since 2024.']) {
      await commands.executeCommand('type', { text });
      await commands.executeCommand('jumpToNextSnippetPlaceholder');
    }
    assert.match(
      document.getText(),
      /^---\npromotion: M3\n---\n\n# Ada: [^\n]*\n\n## Summary\n\nDone\.\n\n## \[M3: [^\n]*\n\n- Two directors since 2024\.\n- /u,
    );
    await eventually(() => assert.equal(languages.getDiagnostics(document.uri).length, 4));
  });
});
