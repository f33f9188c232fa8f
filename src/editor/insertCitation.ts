import {
  commands,
  type Disposable,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  type TextEditorEdit,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type CitationTarget, writeCitation } from '../core/citations/writeCitation';
import { isInCell } from '../core/document/isInCell';
import { citationOfArgument } from './commandArguments';
import { BuiltInGuides } from './guides/builtInGuides';
import type { Ladders } from './guides/ladders';
import { inform, warn } from './messages';
import { pickCitation } from './pickFromLadder';
import type { Promotions } from './promotions/promotions';

/** A stretch of a document, given as long as the text there is still the same, and what cites in its place. */
export interface CitedPlace {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly citation: string;
}

/**
 * Registers `careerLadder.insertCitation`: at the cursors of the active editor or, where its argument says
 * `at`, in the place of a capability's name.
 */
export function registerInsertCitation(ladders: Ladders, promotions: Promotions): Disposable {
  return commands.registerCommand('careerLadder.insertCitation', async (argument: unknown) => {
    const at = placeOfArgument(argument);
    if (at !== undefined) {
      await cite(at);
      return;
    }
    const editor = markdownEditor();
    if (editor === undefined) {
      inform('Open the Markdown document first that the citation goes into.');
      return;
    }
    const target = citationOfArgument(argument) ?? (await pickCitation(ladders, 'Insert a citation'));
    if (target !== undefined) {
      await insert(target, editor, promotions);
    }
  });
}

/** The active editor, if it is one for Markdown that can be written in. */
function markdownEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === 'markdown' && !BuiltInGuides.has(editor.document.uri)
    ? editor
    : undefined;
}

/** Puts the citation in the place of what is selected, at every cursor, and goes on in the editor. */
async function insert(target: CitationTarget, editor: TextEditor, promotions: Promotions): Promise<void> {
  const { document, viewColumn } = editor;
  const write = await writer(target, document, promotions);
  const done = await edit(editor, (builder) => {
    for (const selection of editor.selections) {
      builder.replace(selection, apart(write(selection), document, selection));
    }
  });
  if (!done) {
    return;
  }
  editor.selections = editor.selections.map(({ end }) => new Selection(end, end));
  await window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
}

/** Puts the citation for a name, unless the document has changed since. */
async function cite(at: CitedPlace): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(at.uri, true));
  const range = new Range(document.positionAt(at.start), document.positionAt(at.end));
  if (document.getText(range) !== at.text) {
    inform('The text has changed meanwhile. Hover the name again to cite it.');
    return;
  }
  // The card hangs over an editor, in which what is read-only stays so.
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  await edit(shown ?? (await window.showTextDocument(document)), (builder) =>
    builder.replace(range, at.citation),
  );
}

/** Changes a document in its editor; tells the user where that cannot be done. */
async function edit(editor: TextEditor, change: (builder: TextEditorEdit) => void): Promise<boolean> {
  const { version } = editor.document;
  // VS Code says that it is done in a read-only editor as well.
  const done = (await editor.edit(change)) && editor.document.version !== version;
  if (!done) {
    warn('The citation could not be inserted: the document cannot be edited.');
  }
  return done;
}

/** Writes the citation for a place of a document: in a table otherwise than elsewhere. */
async function writer(
  target: CitationTarget,
  document: TextDocument,
  promotions: Promotions,
): Promise<(range: Range) => string> {
  const open = await promotions.read(document);
  return ({ start }) =>
    writeCitation(target, open !== undefined && isInCell(open.model, document.offsetAt(start)));
}

/** A citation apart from what would make it an image or plain text, a link, or the definition of one. */
function apart(citation: string, document: TextDocument, { start, end }: Range): string {
  const before = document.getText(
    new Range(start.line, Math.max(0, start.character - 1), start.line, start.character),
  );
  const behind = document.getText(new Range(end, end.translate(0, 1)));
  return `${/[!\\]/u.test(before) ? ' ' : ''}${citation}${/[([:]/u.test(behind) ? ' ' : ''}`;
}

function placeOfArgument(argument: unknown): CitedPlace | undefined {
  if (typeof argument !== 'object' || argument === null || !('at' in argument)) {
    return undefined;
  }
  const { at } = argument;
  return typeof at === 'object' &&
    at !== null &&
    'uri' in at &&
    typeof at.uri === 'string' &&
    'start' in at &&
    typeof at.start === 'number' &&
    'end' in at &&
    typeof at.end === 'number' &&
    'text' in at &&
    typeof at.text === 'string' &&
    'citation' in at &&
    typeof at.citation === 'string'
    ? { uri: at.uri, start: at.start, end: at.end, text: at.text, citation: at.citation }
    : undefined;
}
