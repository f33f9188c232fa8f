import assert from 'node:assert/strict';
import {
  commands,
  type Hover,
  MarkdownString,
  Selection,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { eventually } from '../lib/eventually';

const head = '---\npromotion: M1 to M2\n---\n\n';
const target = { level: 'M2', name: 'Systems and Scale', signal: 3 };

async function shown(text: string): Promise<TextEditor> {
  const document = await workspace.openTextDocument({ language: 'markdown', content: head + text });
  return window.showTextDocument(document);
}

/** A selection from one text to another, both included; of nothing, behind a text. */
function selection(document: TextDocument, from: string, to?: string): Selection {
  const start = document.getText().indexOf(from);
  const end = to === undefined ? start + from.length : document.getText().indexOf(to) + to.length;
  return new Selection(document.positionAt(to === undefined ? end : start), document.positionAt(end));
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
  test('puts one at every cursor, in the place of what is selected', async () => {
    const editor = await shown('One (see below).\n\nSecond thing.\n\nThird: x\n\nWell done!\n');
    const { document } = editor;
    editor.selections = [
      selection(document, 'One '),
      selection(document, 'Second', 'Second'),
      selection(document, 'Third'),
      selection(document, 'done!'),
    ];
    await commands.executeCommand('careerLadder.insertCitation', target);
    const citation = '[M2: Systems and Scale #3]';
    assert.equal(
      document.getText(),
      `${head}One ${citation} (see below).\n\n${citation} thing.\n\nThird${citation} : x\n\nWell done! ${citation}\n`,
    );
    assert.ok(editor.selections.length === 4 && editor.selections.every(({ isEmpty }) => isEmpty));
  });

  test('escapes what would end a table’s cell', async () => {
    const editor = await shown('| a | b |\n|---|---|\n| x | y |\n');
    editor.selections = [selection(editor.document, 'y', 'y')];
    await commands.executeCommand('careerLadder.insertCitation', { level: 'M2', name: 'A | B [c]' });
    assert.ok(editor.document.getText().endsWith('| x | [M2: A \\| B \\[c\\]] |\n'));
  });

  test('leaves everything as it is where there is nothing to insert into', async () => {
    const document = await workspace.openTextDocument({ language: 'plaintext', content: 'x' });
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
