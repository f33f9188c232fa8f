import {
  commands,
  type Disposable,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  type TextEditorEdit,
  TextEditorSelectionChangeKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { CitationTarget } from '../core/citations/writeCitation';
import { isInCell } from '../core/document/isInCell';
import type { OpenDocument } from '../core/promotion/openDocument';
import { citationsAt } from '../core/writing/citationsAt';
import { citeAtEnd } from '../core/writing/citeAtEnd';
import { placeForCitations } from '../core/writing/placeForCitations';
import { nodeOfArgument, propertiesOf } from './commandArguments';
import { registerAll } from './disposables';
import type { Ladders } from './guides/ladders';
import { inform } from './messages';
import { pickCitation } from './pickFromLadder';
import type { Promotions } from './promotions/promotions';
import type { ShownPromotion } from './promotions/shownPromotion';
import { citationsToWrite } from './selectedLines';
import { bringToFront } from './tabs';
import { writeInEditor } from './writeInEditor';

const failure = 'The citation could not be inserted';

/** A stretch of a document, given as long as the text there is still the same, and what cites in its place. */
export interface CitedPlace {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly citation: string;
}

/**
 * Registers `careerLadder.insertCitation`: at the cursors of the document that is being written, from the
 * Evidence view of the one that it measures, or, where the argument says `at`, in the place of a capability's name.
 */
export function registerInsertCitation(
  ladders: Ladders,
  promotions: Promotions,
  shown: ShownPromotion,
): Disposable {
  const withOwnSelection = new WeakSet<TextEditor>();
  return registerAll([
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      if (kind === TextEditorSelectionChangeKind.Command) {
        withOwnSelection.delete(textEditor);
      } else {
        withOwnSelection.add(textEditor);
      }
    }),
    commands.registerCommand('careerLadder.insertCitation', async (argument: unknown, selected: unknown) => {
      const at = placeOfArgument(argument);
      if (at !== undefined) {
        await cite(at);
        return;
      }
      const document = isOfEvidence(argument)
        ? shown.current?.document
        : await writtenDocument(ladders, promotions, shown);
      if (document === undefined) {
        inform('Open the document first that the citation goes into: a Markdown file that is no guide.');
        return;
      }
      const targets = await citationsToWrite(argument, selected, ladders, async () =>
        pickCitation(ladders, 'Insert a Citation', await promotions.get(document)),
      );
      if (targets.length > 0) {
        const editor = await bringToFront(document);
        await insert(targets, editor, withOwnSelection.has(editor), promotions);
      }
    }),
  ]);
}

/** Whether a command was called in the Evidence view: on its own document, whatever else is in front. */
function isOfEvidence(argument: unknown): boolean {
  return nodeOfArgument(argument) !== undefined && 'state' in propertiesOf(argument);
}

/**
 * The Markdown document in the active editor, unless it is a guide or cannot be written, else the promotion
 * document that the views show: whoever looks something up in a guide goes on writing there.
 */
async function writtenDocument(
  ladders: Ladders,
  promotions: Promotions,
  shown: ShownPromotion,
): Promise<TextDocument | undefined> {
  const active = window.activeTextEditor?.document;
  if (
    active?.languageId === 'markdown' &&
    workspace.fs.isWritableFileSystem(active.uri.scheme) !== false &&
    !(await ladders.isGuide(active.uri))
  ) {
    return active;
  }
  const followed = shown.current?.document;
  return followed && (await promotions.get(followed)) && followed;
}

/**
 * Puts the citations at every cursor, and goes on in the editor.
 *
 * @param isOwnSelection Whether the user made the selection, who then wants it replaced; one that a command
 *   made, to show something, stays.
 */
async function insert(
  targets: readonly CitationTarget[],
  editor: TextEditor,
  isOwnSelection: boolean,
  promotions: Promotions,
): Promise<void> {
  const { document, viewColumn } = editor;
  const open = await promotions.read(document);
  const endOfFrontMatter = open?.document.frontMatter?.range.end ?? -1;
  // In front matter it would not be read as a citation.
  const selections = editor.selections.filter(({ start }) => document.offsetAt(start) > endOfFrontMatter);
  const done =
    open !== undefined && selections.length === 0
      ? await insertAtEnd(targets, editor, open)
      : await insertAt(selections, targets, editor, isOwnSelection, open);
  if (!done) {
    return;
  }
  editor.revealRange(editor.selection);
  await window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
}

async function insertAt(
  selections: readonly Selection[],
  targets: readonly CitationTarget[],
  editor: TextEditor,
  isOwnSelection: boolean,
  open: OpenDocument | undefined,
): Promise<boolean> {
  const { document } = editor;
  const written = open?.document.source.text ?? document.getText();
  const places = selections.map((selection) => {
    const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
    const range =
      isOwnSelection && !selection.isEmpty ? { start, end } : placeForCitations(open?.citations ?? [], end);
    const isInTable = open !== undefined && isInCell(open.document, range.start);
    const isBehindText = range.start > start;
    return {
      place: new Selection(document.positionAt(range.start), document.positionAt(range.end)),
      text: citationsAt(targets, written, range, { isInTable, isBehindText }),
    };
  });
  editor.selections = places.map(({ place }) => place);
  const change = (builder: TextEditorEdit): void => {
    for (const { place, text } of places) {
      builder.replace(place, text);
    }
  };
  const done = await writeInEditor(editor, change, failure, written);
  if (done) {
    editor.selections = editor.selections.map(({ end }) => new Selection(end, end));
  }
  return done;
}

async function insertAtEnd(
  targets: readonly CitationTarget[],
  editor: TextEditor,
  open: OpenDocument,
): Promise<boolean> {
  const { document } = editor;
  const { range, text } = citeAtEnd(targets, open);
  const start = document.positionAt(range.start);
  const written = open.document.source.text;
  const done = await writeInEditor(editor, (builder) => builder.insert(start, text), failure, written);
  if (done) {
    const behind = document.positionAt(range.start + text.trimEnd().length);
    editor.selection = new Selection(behind, behind);
  }
  return done;
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
  const editor = shown ?? (await window.showTextDocument(document));
  await writeInEditor(editor, (builder) => builder.replace(range, at.citation), failure);
}

function placeOfArgument(argument: unknown): CitedPlace | undefined {
  const { uri, start, end, text, citation } = propertiesOf(propertiesOf(argument).at);
  return typeof uri === 'string' &&
    typeof start === 'number' &&
    typeof end === 'number' &&
    typeof text === 'string' &&
    typeof citation === 'string'
    ? { uri, start, end, text, citation }
    : undefined;
}
