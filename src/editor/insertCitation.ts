import {
  commands,
  type Disposable,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type CitationTarget, writeCitation } from '../core/citations/writeCitation';
import { isInCell } from '../core/document/isInCell';
import { citationOfArgument } from './commandArguments';
import { BuiltInGuides } from './guides/builtInGuides';
import type { Ladders } from './guides/ladders';
import { pickCitation } from './pickFromLadder';
import type { Promotions } from './promotions/promotions';

/** A stretch of a document, given as long as the text there is still the same. */
export interface CitedPlace {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Registers `careerLadder.insertCitation`: at the cursors of the active editor or, where its argument says
 * `at`, in the place of a capability's name.
 */
export function registerInsertCitation(ladders: Ladders, promotions: Promotions): Disposable {
  return commands.registerCommand('careerLadder.insertCitation', async (argument: unknown) => {
    const at = placeOfArgument(argument);
    const editor = at === undefined ? markdownEditor() : undefined;
    if (at === undefined && editor === undefined) {
      window.showInformationMessage('Open the Markdown document first that the citation goes into.');
      return;
    }
    const target = citationOfArgument(argument) ?? (await pickCitation(ladders, 'Insert a citation'));
    if (target !== undefined && at !== undefined) {
      await cite(target, at, promotions);
    } else if (target !== undefined && editor !== undefined) {
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
  const done = await editor.edit((builder) => {
    for (const selection of editor.selections) {
      builder.replace(selection, write(selection) + separator(document, selection));
    }
  });
  if (!done) {
    window.showWarningMessage('The citation could not be inserted: the document cannot be edited.');
    return;
  }
  editor.selections = editor.selections.map(({ end }) => new Selection(end, end));
  await window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
}

/** Puts the citation for a name, unless the document has changed since. */
async function cite(target: CitationTarget, at: CitedPlace, promotions: Promotions): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(at.uri, true));
  const range = new Range(document.positionAt(at.start), document.positionAt(at.end));
  if (document.getText(range) !== at.text) {
    window.showInformationMessage('The text has changed meanwhile. Hover the name again to cite it.');
    return;
  }
  const edit = new WorkspaceEdit();
  const write = await writer(target, document, promotions);
  edit.replace(document.uri, range, write(range));
  await workspace.applyEdit(edit);
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

/** What keeps a citation from becoming a link, or the definition of one, with what stands behind it. */
function separator(document: TextDocument, { end }: Range): string {
  return /[([:]/u.test(document.getText(new Range(end, end.translate(0, 1)))) ? ' ' : '';
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
    typeof at.text === 'string'
    ? { uri: at.uri, start: at.start, end: at.end, text: at.text }
    : undefined;
}
