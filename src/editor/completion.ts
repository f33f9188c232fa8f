import { CompletionItem, CompletionItemKind, CompletionList, type Disposable, languages } from 'vscode';
import { type Completion, completionsAt } from '../core/completion/completeCitation';
import type { Promotion } from '../core/document/readPromotion';
import { capabilityCard } from './capabilityCard';
import { toRange } from './positions';
import type { Promotions } from './promotions/promotions';

/** VS Code's Markdown support switches suggestions while typing off, so these characters must bring them up. */
const triggers = ['[', '#', ':', ' '];

/** Registers what is offered while a promotion document is written. */
export function registerCompletion(promotions: Promotions): Disposable {
  return languages.registerCompletionItemProvider(
    { language: 'markdown' },
    {
      provideCompletionItems: async (document, position) => {
        const promotion = await promotions.get(document);
        const offset = document.offsetAt(position);
        // The document may have changed while its ladder was read; then VS Code asks again.
        return promotion === undefined || promotion.document.source.text !== document.getText()
          ? undefined
          : new CompletionList(
              completionsAt(promotion, offset).map((one, place) => toItem(one, place, promotion)),
            );
      },
    },
    ...triggers,
  );
}

function toItem(completion: Completion, place: number, { index, document }: Promotion): CompletionItem {
  const { label, detail, text, range, filter, capability, kind } = completion;
  const item = new CompletionItem(
    { label, ...(detail === undefined ? {} : { description: detail }) },
    kinds[kind],
  );
  item.insertText = text;
  item.range = toRange(document.source, range);
  item.filterText = filter;
  // The order of the core: what is still missing comes first.
  item.sortText = String(place).padStart(5, '0');
  const [card] = capability === undefined ? [] : capabilityCard(capability, index, undefined);
  if (card !== undefined) {
    item.documentation = card;
  }
  return item;
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  citation: CompletionItemKind.Reference,
  signal: CompletionItemKind.EnumMember,
  promotion: CompletionItemKind.Value,
};
