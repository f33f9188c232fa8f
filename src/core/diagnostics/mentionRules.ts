import { writeCitation } from '../citations/writeCitation';
import type { Mention } from '../document/mentions';
import type { Capability } from '../ladder/model';
import type { Promotion } from '../promotion/readPromotion';
import type { SourceText } from '../text/sourceText';
import { citeMention } from '../writing/citeMention';
import { type Observation, replacement } from './finding';

/** `unlinked-mention`: a capability of the target is named without being cited. */
export function checkMentions(promotion: Promotion): readonly Observation[] {
  const { document, mentions, target } = promotion;
  const asked = new Set(target.capabilities);
  return mentions.flatMap((mention) => {
    const capability = mention.capabilities.find((one) => asked.has(one));
    return capability === undefined || !mention.isPhrase || mention.isFromGuide
      ? []
      : unlinked(mention, capability, document.source);
  });
}

/** None where no citation can take the name's place. */
function unlinked(mention: Mention, capability: Capability, source: SourceText): readonly Observation[] {
  const citation = writeCitation(capability, mention.isInTable);
  const edit = citeMention(mention, capability, source);
  return edit === undefined
    ? []
    : [
        {
          rule: 'unlinked-mention',
          range: mention.range,
          message: `“${capability.name}” is named here and not cited. Write ${citation} for it to count.`,
          suggestions: [replacement(`Cite as ${citation}`, edit.range, edit.text, citation)],
          related: capability.source,
          capability,
        },
      ];
}
