import assert from 'node:assert/strict';
import {
  commands,
  type DefinitionLink,
  type DocumentLink,
  type Hover,
  type Location,
  MarkdownString,
  type Position,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { messages } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const guide = 'career-ladder:/m1-to-m2%20%28built-in%29.md';

/** The place of a text in a document, some characters into it. */
function placeOf(document: TextDocument, text: string, into = 1): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  return document.positionAt(offset + into);
}

async function hover(document: TextDocument, position: Position): Promise<readonly MarkdownString[]> {
  const hovers: readonly Hover[] = await commands.executeCommand(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents).filter((content) => content instanceof MarkdownString);
}

async function targets(document: TextDocument, position: Position): Promise<readonly string[]> {
  const found: readonly (Location | DefinitionLink)[] = await commands.executeCommand(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return found.map((one) =>
    'targetUri' in one
      ? `${one.targetUri}:${one.targetRange.start.line + 1}`
      : `${one.uri}:${one.range.start.line + 1}`,
  );
}

suite('looking up what a document names', () => {
  let document: TextDocument;

  suiteSetup(async () => {
    document = await untitled(
      [
        '---',
        'promotion: M1 to M2',
        '---',
        '',
        '## [M2: Systems and Scale]',
        '',
        'Three weeks off in 2025 [M2: Systems and Scale #2], and building',
        'high-performing teams besides.',
        '',
        '`[M2: Systems and Scale]` is code.',
        '',
      ].join('\n'),
    );
  });

  test('a citation shows the card of its capability, in an untitled document too', async () => {
    const [card, links] = await hover(document, placeOf(document, '[M2: Systems and Scale]', 6));
    assert.match(card?.value ?? '', /\*\*Systems and Scale\*\*/);
    assert.match(card?.value ?? '', /At M1/);
    assert.equal(card?.isTrusted, undefined);
    assert.match(links?.value ?? '', /command:careerLadder\.openGuide/);
    assert.deepEqual(links?.isTrusted, {
      enabledCommands: ['careerLadder.openGuide', 'careerLadder.copyCitation', 'careerLadder.compareLevels'],
    });
  });

  test('a name in prose shows it as well, across a line break', async () => {
    const [card] = await hover(document, placeOf(document, 'high-performing teams'));
    assert.match(card?.value ?? '', /Building/);
  });

  test('the id of a level shows what the level asks for', async () => {
    const [card, links] = await hover(document, placeOf(document, 'M1 to M2', 6));
    assert.match(card?.value ?? '', /Senior Engineering Manager[\s\S]*From M1[\s\S]*1\. /);
    assert.match(links?.value ?? '', /command:careerLadder\.openGuide/);
  });

  test('code and other words show nothing', async () => {
    assert.deepEqual(await hover(document, placeOf(document, '`[M2', 8)), []);
    assert.deepEqual(await hover(document, placeOf(document, 'Three weeks')), []);
  });

  test('a citation leads to the heading, its signal to the signal', async () => {
    // VS Code's own Markdown support answers too, with the heading that the citation stands in.
    const heading = await targets(document, placeOf(document, '[M2: Systems and Scale]', 6));
    assert.equal(heading[0], `${guide}:70`, String(heading));
    const signal = await targets(document, placeOf(document, ' #2]', 2));
    assert.equal(signal[0], `${guide}:77`, String(signal));
  });

  test('citations are links', async () => {
    const links: readonly DocumentLink[] = await commands.executeCommand(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.deepEqual(
      links.map(({ target }) => target?.toString()),
      [`${guide}#L70%2C1`, `${guide}#L77%2C3`],
    );
  });

  test('none of it reads a guide again, nor does typing', async () => {
    const read = performance.getEntriesByName('careerLadder/read').length;
    assert.ok(read > 0);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, placeOf(document, 'Three weeks', 0), '[M2: Nothing] ');
    await workspace.applyEdit(edit);
    await eventually(() => assert.equal(messages(document.uri, 'unknown-capability').length, 1));
    const cited = placeOf(document, '[M2: Systems and Scale]', 6);
    assert.ok((await hover(document, cited)).length > 0);
    assert.ok((await targets(document, cited)).length > 0);
    await commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, cited);
    assert.equal(performance.getEntriesByName('careerLadder/read').length, read);
  });

  test('ordinary Markdown is left alone while the ladder is the built-in one', async () => {
    const readme = await workspace.openTextDocument(Uri.joinPath(folder, 'README.md'));
    const links: readonly DocumentLink[] = await commands.executeCommand(
      'vscode.executeLinkProvider',
      readme.uri,
    );
    assert.ok(links.every(({ target }) => target?.scheme !== 'career-ladder'));
  });
});
