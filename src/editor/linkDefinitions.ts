import {
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  commands,
  type Disposable,
  languages,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  type TextEditorEdit,
  Uri,
  window,
} from 'vscode';
import type { Capability } from '../core/ladder/model';
import type { Promotion } from '../core/promotion/readPromotion';
import type { TextEdit } from '../core/text/textEdit';
import { endOfText } from '../core/writing/documentEnd';
import { updateDefinitions } from '../core/writing/updateDefinitions';
import { registerAll } from './disposables';
import { BuiltInGuides } from './guides/builtInGuides';
import { inform, notice } from './messages';
import { makeEdits, toRange, workspaceEdit } from './positions';
import { activePromotion } from './promotions/activePromotion';
import type { Promotions } from './promotions/promotions';
import type { ShownPromotion } from './promotions/shownPromotion';
import { writeInEditor } from './writeInEditor';

const title = 'Update Link Definitions';
const onSave = CodeActionKind.Source.append('careerLadder.updateLinkDefinitions');

/** Registers `careerLadder.updateLinkDefinitions`, and the same as a fix on citations and on saving. */
export function registerLinkDefinitions(promotions: Promotions, shown: ShownPromotion): Disposable {
  return registerAll([
    commands.registerCommand('careerLadder.updateLinkDefinitions', async () => {
      const active = await activePromotion(promotions, shown);
      if (active !== undefined) {
        await update(active.editor, active.promotion);
      }
    }),
    languages.registerCodeActionsProvider(
      { language: 'markdown' },
      {
        provideCodeActions: async (document, range, { only, triggerKind }) => {
          // Asked for only: a light bulb on every citation would be in the way.
          if (triggerKind !== CodeActionTriggerKind.Invoke && only === undefined) {
            return [];
          }
          const promotion = await promotions.get(document);
          if (promotion === undefined) {
            return [];
          }
          const { edits } = updateDefinitions(promotion);
          const { source } = promotion.document;
          const cursor = cursorAtEnd(document, promotion, edits);
          const isOnCitation = promotion.citations.some(
            ({ form, range: cited }) =>
              form === 'bracket' && range.intersection(toRange(source, cited)) !== undefined,
          );
          const kinds = [...(isOnCitation ? [CodeActionKind.QuickFix] : []), onSave];
          return edits.length === 0
            ? []
            : kinds
                .filter((kind) =>
                  only === undefined ? kind === CodeActionKind.QuickFix : only.contains(kind),
                )
                .map((kind) => {
                  const action = new CodeAction(title, kind);
                  action.edit = workspaceEdit(document.uri, edits, source);
                  if (cursor !== undefined) {
                    // By name, or another editor may be the one that the user has for Markdown.
                    action.command = {
                      title,
                      command: 'vscode.openWith',
                      arguments: [document.uri, 'default', { selection: new Range(cursor, cursor) }],
                    };
                  }
                  return action;
                });
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix, onSave] },
    ),
  ]);
}

async function update(editor: TextEditor, promotion: Promotion): Promise<void> {
  const { edits, unreachable } = updateDefinitions(promotion);
  const [first] = unreachable;
  const { source } = promotion.document;
  const cursor = cursorAtEnd(editor.document, promotion, edits);
  const change = (builder: TextEditorEdit): void => makeEdits(builder, edits, source);
  if (
    edits.length > 0 &&
    !(await writeInEditor(editor, change, 'The link definitions could not be updated', source.text))
  ) {
    return;
  }
  if (cursor !== undefined) {
    editor.selection = new Selection(cursor, cursor);
  }
  if (first !== undefined) {
    // Not awaited: what can be done is done, whether or not the message is ever answered.
    explain(first, editor.document);
  } else if (edits.length === 0) {
    inform('The link definitions are up to date.');
  } else {
    // They stand at the end of the document, mostly out of sight.
    notice('link', 'Updated the link definitions');
  }
}

/**
 * The end of the text, where the cursor is there: definitions that are written below would take it along, and
 * whoever goes on writing would do so below them.
 */
function cursorAtEnd(
  document: TextDocument,
  promotion: Promotion,
  edits: readonly TextEdit[],
): Position | undefined {
  const editor = window.activeTextEditor;
  const end = endOfText(promotion.document, promotion.index);
  if (editor?.document !== document || edits.some(({ range }) => range.start < end)) {
    return undefined;
  }
  const place = document.positionAt(end);
  const { active, isEmpty } = editor.selection;
  return isEmpty && !active.isBefore(place) && document.getText(new Range(place, active)).trim() === ''
    ? place
    : undefined;
}

/** Says why no definition can be written, and what helps. */
async function explain({ source: { guide } }: Capability, document: TextDocument): Promise<void> {
  const uri = Uri.parse(guide.path, true);
  if (BuiltInGuides.has(uri)) {
    const copy = 'Copy the Guides';
    const answer = await inform(
      'The guides are built in, so there are no files that links could lead to. Copy them into the workspace first.',
      copy,
    );
    if (answer === copy) {
      await commands.executeCommand('careerLadder.copyGuides');
    }
    return;
  }
  inform(
    document.isUntitled
      ? 'Save the document first: a link leads from where it is to the guide.'
      : `${uri.path.split('/').at(-1)} is not in the same folder of the workspace as the document, so no link can lead to it.`,
  );
}
