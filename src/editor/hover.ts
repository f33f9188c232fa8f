import { type Disposable, Hover, languages, MarkdownString, type TextDocument } from 'vscode';
import { citedCapability } from '../core/document/citation';
import { levelAt } from '../core/document/levelAt';
import type { Mention } from '../core/document/mentions';
import type { Capability } from '../core/ladder/model';
import { citationAt, mentionAt, type OpenDocument } from '../core/promotion/openDocument';
import { citeMention } from '../core/writing/citeMention';
import { capabilityCard } from './capabilityCard';
import type { CitedPlace } from './insertCitation';
import { levelCard } from './levelCard';
import { toRange } from './positions';
import type { Promotions } from './promotions/promotions';

/**
 * Registers the cards over citations and over the names of capabilities in prose, and in promotion documents
 * and guides over the ids of levels.
 */
export function registerHover(promotions: Promotions): Disposable {
  return languages.registerHoverProvider(
    { language: 'markdown' },
    {
      provideHover: async (document, position) => {
        const offset = document.offsetAt(position);
        const open = await promotions.read(document);
        if (open === undefined) {
          return undefined;
        }
        const {
          index,
          document: { source },
        } = open;
        const citation = citationAt(open, offset);
        if (citation !== undefined) {
          const { meaning, range } = citation;
          const cited = citedCapability(citation);
          const signal = meaning.kind === 'capability' ? meaning.signal : undefined;
          return cited && new Hover([...capabilityCard(cited, index, signal)], toRange(source, range));
        }
        const mention = mentionAt(open, offset);
        if (mention === undefined) {
          const named = open.speaksOfLevels ? levelAt(open.document, index, offset) : undefined;
          return named && new Hover([...levelCard(named.level, index)], toRange(source, named.range));
        }
        // Several levels may have a capability of this name: each is shown, parted by a rule.
        const cards = mention.capabilities.flatMap((capability, position) => [
          ...(position === 0 ? [] : [new MarkdownString('---')]),
          ...capabilityCard(capability, index, undefined, citablePlace(mention, capability, document, open)),
        ]);
        return new Hover(cards, toRange(source, mention.range));
      },
    },
  );
}

/** Where a citation can be put for a name, which counts in promotion documents only. */
function citablePlace(
  mention: Mention,
  capability: Capability,
  document: TextDocument,
  { promotion, document: { source } }: OpenDocument,
): CitedPlace | undefined {
  const edit = promotion && citeMention(mention, capability, source, promotion.index.levels);
  return (
    edit && {
      uri: document.uri.toString(),
      ...edit.range,
      text: source.slice(edit.range),
      citation: edit.text,
    }
  );
}
