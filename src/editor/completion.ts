import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  commands,
  type Disposable,
  languages,
  SnippetString,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import { indexOf, type LadderIndex } from '../core/citations/ladderIndex';
import { type Completion, completionsAt, promotionValuesAt } from '../core/completion/completeCitation';
import { readFrontMatterAt } from '../core/document/frontMatter';
import { iconless } from '../core/text/iconless';
import { SourceText } from '../core/text/sourceText';
import { guideText } from './capabilityCard';
import { registerAll } from './disposables';
import type { Ladders, NamedLadder } from './guides/ladders';
import { toRange } from './positions';
import { mayBePromotion, type Promotions } from './promotions/promotions';

/** VS Code's Markdown support switches suggestions while typing off, so these characters must bring them up. */
const triggers = ['[', '#', ':', ' '];

/** Registers what is offered while a promotion document is written. */
export function registerCompletion(ladders: Ladders, promotions: Promotions): Disposable {
  const provider = languages.registerCompletionItemProvider(
    { language: 'markdown' },
    {
      provideCompletionItems: async (document, position, _token, { triggerCharacter }) => {
        if (!mayBePromotion(document)) {
          return undefined;
        }
        // What is typed while the ladder is read is no part of what is completed.
        const offset = document.offsetAt(position);
        const text = document.getText();
        const promotion = await promotions.get(document);
        if (promotion === undefined) {
          const { ladderOf } = await ladders.get();
          return firstValues(text, offset, triggerCharacter !== undefined, ladderOf(document.uri));
        }
        const { source } = promotion.document;
        const completions = completionsAt(promotion, offset);
        return new CompletionList(
          completions
            // A whole document is offered to those who ask, not to those who type a space.
            .filter(({ kind }) => kind !== 'document' || triggerCharacter === undefined)
            .map((one, place) => toItem(one, place, source, promotion.index)),
          // Which words are meant is asked again with each letter: VS Code itself puts "Systems and Scale"
          // before "Building High-Performing Teams" for "team", because the letters stand nearer to its start.
          completions.some(({ kind }) => kind === 'citation'),
        );
      },
    },
    ...triggers,
  );
  return registerAll([provider, workspace.onDidChangeTextDocument(suggestAnew)]);
}

/**
 * Brings the suggestions up again where all that was typed behind a bracket has been deleted: VS Code closes those
 * that are asked for with each letter, and the next letter alone would not bring them up.
 */
function suggestAnew({
  document,
  contentChanges: [change, ...others],
  reason,
}: TextDocumentChangeEvent): void {
  if (
    change?.text === '' &&
    others.length === 0 &&
    reason === undefined &&
    document === window.activeTextEditor?.document &&
    document.lineAt(change.range.start).text.charAt(change.range.start.character - 1) === '[' &&
    mayBePromotion(document)
  ) {
    commands.executeCommand('editor.action.triggerSuggest');
  }
}

/** What `promotion:` can be, where it says nothing yet, or nothing that makes a promotion document. */
function firstValues(
  text: string,
  offset: number,
  isTyped: boolean,
  named: NamedLadder | undefined,
): CompletionList | undefined {
  const source = new SourceText(text);
  const frontMatter = readFrontMatterAt(source, offset);
  // The built-in ladder is offered to those who ask: the key may be anybody's.
  return named === undefined || frontMatter === undefined || (named.isBuiltIn && isTyped)
    ? undefined
    : new CompletionList(
        promotionValuesAt(frontMatter, source, named.ladder, offset).map((one, place) =>
          toItem(one, place, source, indexOf(named.ladder)),
        ),
      );
}

function toItem(
  completion: Completion,
  place: number,
  source: SourceText,
  index: LadderIndex,
): CompletionItem {
  const { label, detail, text, range, filter, capability, kind } = completion;
  const item = new CompletionItem(
    { label: iconless(label), ...(detail === undefined ? {} : { description: detail }) },
    kinds[kind],
  );
  item.insertText = kind === 'document' ? new SnippetString(text) : text;
  item.range = toRange(source, range);
  item.filterText = filter;
  // The order of the core: what is still missing comes first.
  item.sortText = String(place).padStart(5, '0');
  if (capability !== undefined) {
    item.documentation = guideText(capability, index, undefined);
  }
  return item;
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  citation: CompletionItemKind.Reference,
  level: CompletionItemKind.Enum,
  name: CompletionItemKind.Reference,
  document: CompletionItemKind.Snippet,
  signal: CompletionItemKind.EnumMember,
  promotion: CompletionItemKind.Value,
};
