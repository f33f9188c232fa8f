import { type Disposable, Hover, languages, MarkdownString } from 'vscode';
import { citedCapability } from '../core/document/citation';
import type { TextRange } from '../core/text/sourceText';
import { capabilityCard } from './capabilityCard';
import { toRange } from './positions';
import type { Promotions } from './promotions/promotions';

/** Registers the cards over citations and over the names of capabilities in prose. */
export function registerHover(promotions: Promotions): Disposable {
  return languages.registerHoverProvider(
    { language: 'markdown' },
    {
      provideHover: async (document, position) => {
        const open = await promotions.read(document);
        if (open === undefined) {
          return undefined;
        }
        const { index, model } = open;
        const offset = document.offsetAt(position);
        const citation = open.citations.find(({ range }) => contains(range, offset));
        const cited = citation && citedCapability(citation);
        if (citation !== undefined && cited !== undefined) {
          const signal = citation.meaning.kind === 'capability' ? citation.meaning.signal : undefined;
          return new Hover([...capabilityCard(cited, index, signal)], toRange(model.source, citation.range));
        }
        const mention = open.mentions.find(({ range }) => contains(range, offset));
        if (citation !== undefined || mention === undefined) {
          return undefined;
        }
        // Several levels may have a capability of this name: each is shown, parted by a rule.
        const cards = mention.capabilities.flatMap((capability, position) => [
          ...(position === 0 ? [] : [new MarkdownString('---')]),
          ...capabilityCard(capability, index, undefined),
        ]);
        return new Hover(cards, toRange(model.source, mention.range));
      },
    },
  );
}

function contains({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset < end;
}
