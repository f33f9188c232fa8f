import assert from 'node:assert/strict';
import { commands, extensions, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import { ComparePanel } from '../../../src/editor/compare/comparePanel';
import { Ladders } from '../../../src/editor/guides/ladders';
import { Promotions } from '../../../src/editor/promotions/promotions';
import { ShownPromotion } from '../../../src/editor/promotions/shownPromotion';
import { RangeHighlight } from '../../../src/editor/rangeHighlight';
import { eventually } from '../lib/eventually';
import { mementoInMemory } from '../lib/mementoInMemory';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');

suite('a comparison behind another tab', () => {
  test('follows its guides once it is seen again, and not before', async () => {
    const { extensionUri } = extensions.getExtension('career-ladder.career-ladder') ?? assert.fail();
    const guide = await workspace.openTextDocument(Uri.joinPath(folder, 'guides/ic4-to-ic5.md'));
    const ladders = new Ladders({ extensionUri });
    const promotion = new ShownPromotion(new Promotions(ladders), ladders, mementoInMemory());
    const view = window.createWebviewPanel('careerLadder.compare', 'Compare', ViewColumn.Active);
    const levels = { levels: ['IC4', 'IC5'], ladder: folder.toString() };
    const highlight = new RangeHighlight();
    const surroundings = { extensionUri, ladders, promotion, highlight, onPick: () => {} };
    const panel = new ComparePanel(view, levels, surroundings);
    try {
      await eventually(() => assert.ok(view.webview.html.includes('Judgment')));
      const before = view.webview.html;
      await window.showTextDocument(guide, ViewColumn.Active);
      await eventually(() => assert.ok(!view.visible));
      const place = guide.positionAt(guide.getText().indexOf('### 3. Judgment') + '### 3. '.length);
      const edit = new WorkspaceEdit();
      edit.insert(guide.uri, place, 'Good ');
      await workspace.applyEdit(edit);
      await eventually(async () => {
        const { shown } = await ladders.get();
        assert.ok(shown[0]?.ladder.guides.some(({ source }) => source.text === guide.getText()));
      });
      await panel.refresh();
      assert.ok(view.webview.html === before);
      panel.reveal();
      await eventually(() => assert.ok(view.webview.html.includes('Good Judgment')));
    } finally {
      await window.showTextDocument(guide);
      await commands.executeCommand('workbench.action.files.revert');
      panel.dispose();
      view.dispose();
      promotion.dispose();
      ladders.dispose();
    }
  });
});
