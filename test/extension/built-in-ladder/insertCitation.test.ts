import assert from 'node:assert/strict';
import {
  commands,
  type Hover,
  MarkdownString,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { readGuide } from '../../../src/core/guide/readGuide';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { ladderTree } from '../../../src/core/tree/ladderTree';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';

const head = '---\npromotion: M1 to M2\n---\n\n';
const target = { level: 'M2', name: 'Systems and Scale', signal: 3 };
const citation = '[M2: Systems and Scale #3]';

async function shown(text: string): Promise<TextEditor> {
  const document = await untitled(head + text);
  return window.showTextDocument(document);
}

/** A cursor behind a text. */
function behind(document: TextDocument, text: string): Selection {
  const place = document.positionAt(document.getText().indexOf(text) + text.length);
  return new Selection(place, place);
}

/** Selects words as a user does from the keyboard, each behind a text. */
async function selectWords(editor: TextEditor, ...before: readonly string[]): Promise<void> {
  editor.selections = before.map((text) => behind(editor.document, text));
  await commands.executeCommand('cursorWordEndRightSelect');
}

/** The argument of the link in the card over a name. */
async function citeLink(document: TextDocument): Promise<string> {
  const hovers: readonly Hover[] = await commands.executeCommand(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(document.getText().indexOf('scale')),
  );
  const links = hovers
    .flatMap(({ contents }) => contents)
    .flatMap((content) => (content instanceof MarkdownString ? content.value : []))
    .join('\n');
  const link = /\[Cite It\]\(command:careerLadder\.insertCitation\?([^)]*)\)/u.exec(links);
  assert.ok(link?.[1] !== undefined, links);
  return link[1];
}

suite('inserting citations', () => {
  test('puts one at every cursor', async () => {
    const editor = await shown('One (see below).\n\nThird: x\n\nWell done!\n');
    const { document } = editor;
    editor.selections = ['One ', 'Third', 'done!'].map((text) => behind(document, text));
    await commands.executeCommand('careerLadder.insertCitation', target);
    assert.equal(
      document.getText(),
      `${head}One ${citation} (see below).\n\nThird ${citation} : x\n\nWell done! ${citation}\n`,
    );
    assert.ok(editor.selections.length === 3 && editor.selections.every(({ isEmpty }) => isEmpty));
  });

  test('puts all that are selected in the tree at each, in its order, and on one line', async () => {
    const guide = Uri.from({ scheme: 'career-ladder', path: '/m1-to-m2 (built-in).md' });
    const text = (await workspace.openTextDocument(guide)).getText();
    const ladder = buildLadder([readGuide(guide.toString(), parseMarkdown(text)) ?? assert.fail('no guide')]);
    const level = ladderTree(ladder, 'built-in')[0]?.children.find(
      ({ citation: one, levels }) => one === undefined && levels.includes('M2'),
    );
    const [first, second] = level?.children.filter((line) => line.citation !== undefined) ?? [];
    const editor = await shown('## \n\nText.\n');
    const { document } = editor;
    editor.selection = behind(document, '## ');
    await commands.executeCommand('careerLadder.insertCitation', second, [second, level, first]);
    const both = '[M2: Independent People Management] [M2: Building High-Performing Teams]';
    assert.equal(document.getText(), `${head}## ${both}\n\nText.\n`);
    await commands.executeCommand('undo');
    editor.selection = new Selection(0, 0, 0, 0);
    await commands.executeCommand('careerLadder.insertCitation', first, [first, second]);
    assert.equal(document.getText(), `${head}## \n\nText.\n\n${both}\n`);
  });

  test('puts it in the place of what the user selects, and behind what a command selects', async () => {
    const editor = await shown('See first thing.\n\nSee second thing.\n');
    const { document } = editor;
    await selectWords(editor, '\n\nSee ', '.\n\nSee ');
    await commands.executeCommand('careerLadder.insertCitation', target);
    assert.equal(document.getText(), `${head}See ${citation} thing.\n\nSee ${citation} thing.\n`);
    await commands.executeCommand('undo');
    // As a click in the Evidence view does.
    const start = behind(document, '\n\nSee ').start;
    await window.showTextDocument(document, { selection: new Selection(start, start.translate(0, 5)) });
    await commands.executeCommand('careerLadder.insertCitation', target);
    assert.equal(document.getText(), `${head}See first ${citation} thing.\n\nSee second thing.\n`);
    const after = behind(document, citation);
    assert.deepEqual(editor.selections, [after]);
  });

  test('keeps a citation that a cursor is in whole, and fills in one that has still to be written', async () => {
    const editor = await shown('As [M2: Hiring #1] says.\n\n[M2: ] in 2025.\n\n[the text][M2: Poise]\n');
    const { document } = editor;
    editor.selections = ['Hiring #1', '\n\n[M2: ', 'the te'].map((text) => behind(document, text));
    await commands.executeCommand('careerLadder.insertCitation', target);
    assert.equal(
      document.getText(),
      `${head}As [M2: Hiring #1] ${citation} says.\n\n${citation} in 2025.\n\n[the text][M2: Poise] ${citation}\n`,
    );
    await commands.executeCommand('undo');
    assert.ok(document.getText().includes('[M2: ] in 2025.'));
  });

  test('leaves front matter as it is: from there the citation goes to the end of the text', async () => {
    const editor = await shown('Text.\n\n[a]: #b\n');
    const { document } = editor;
    editor.selections = [new Selection(0, 0, 0, 0), new Selection(2, 3, 2, 3)];
    await commands.executeCommand('careerLadder.insertCitation', target);
    assert.equal(document.getText(), `${head}Text.\n\n${citation}\n\n[a]: #b\n`);
    assert.deepEqual(editor.selections, [behind(document, citation)]);
  });

  test('escapes what would end a table’s cell', async () => {
    const editor = await shown('| a | b |\n|---|---|\n| x | y |\n');
    await selectWords(editor, '| x | ');
    await commands.executeCommand('careerLadder.insertCitation', { level: 'M2', name: 'A | B [c]' });
    assert.ok(editor.document.getText().endsWith('| x | [M2: A \\| B \\[c\\]] |\n'));
  });

  test('leaves a guide as it is, and goes into the promotion document that was written last', async () => {
    const { document } = await shown('Cited: .\n\nMore.\n');
    const cursor = behind(document, 'Cited: ');
    (window.activeTextEditor ?? assert.fail()).selection = cursor;
    // As soon as the document is the one that the views follow.
    await eventually(async () => {
      await window.showTextDocument(document, { preview: false });
      await commands.executeCommand('careerLadder.openGuide', target);
      assert.equal(window.activeTextEditor?.document.uri.scheme, 'career-ladder');
      await commands.executeCommand('careerLadder.insertCitation', target);
      assert.equal(document.getText(), `${head}Cited: ${citation}.\n\nMore.\n`);
    });
    assert.equal(window.activeTextEditor?.document, document);
  });

  test('leaves everything as it is where there is nothing to insert into', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const document = await untitled('x', 'plaintext');
    await window.showTextDocument(document);
    await commands.executeCommand('careerLadder.insertCitation', target);
    assert.equal(document.getText(), 'x');
  });

  test('the card over a name turns it into its citation, unless the text has changed', async () => {
    const { document } = await shown('My work on systems and scale in 2025.\n');
    const argument = await eventually(() => citeLink(document));
    const [parsed]: readonly unknown[] = JSON.parse(decodeURIComponent(argument));
    await commands.executeCommand('careerLadder.insertCitation', parsed);
    const cited = `${head}My work on [M2: Systems and Scale] in 2025.\n`;
    assert.equal(document.getText(), cited);
    await commands.executeCommand('careerLadder.insertCitation', parsed);
    assert.equal(document.getText(), cited);
  });

  test('the card over a name keeps the citation apart from what a bracket would join, and comments', async () => {
    const { document } = await shown('Good!systems <!-- (x) :) -->\nand scale[^1].\n\n[^1]: 2025\n');
    const argument = await eventually(() => citeLink(document));
    await commands.executeCommand('careerLadder.insertCitation', ...JSON.parse(decodeURIComponent(argument)));
    assert.equal(
      document.getText(),
      `${head}Good! [M2: Systems and Scale] <!-- (x) :) --> [^1].\n\n[^1]: 2025\n`,
    );
  });
});
