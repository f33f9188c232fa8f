import type { Mention } from '../document/mentions';
import type { Capability } from '../ladder/model';
import type { Promotion } from '../promotion/readPromotion';
import { citeMention } from '../writing/citeMention';
import { type Observation, replacement } from './finding';

/** `unlinked-mention`: a capability of the target is named without being cited. */
export function checkMentions(promotion: Promotion): readonly Observation[] {
  const { mentions, target } = promotion;
  const asked = new Set(target.capabilities);
  return mentions.flatMap((mention) => {
    if (!mention.isPhrase || mention.isFromGuide) {
      return [];
    }
    const capabilities = mention.capabilities.filter((one) => asked.has(one));
    return capabilities.flatMap((capability) => unlinked(mention, capability, promotion)).slice(0, 1);
  });
}

/** None where no citation can take the name's place. */
function unlinked(
  mention: Mention,
  capability: Capability,
  { document, index }: Promotion,
): readonly Observation[] {
  const edit = citeMention(mention, capability, document.source, index.levels);
  if (edit === undefined) {
    return [];
  }
  const { range, text, citation } = edit;
  return [
    {
      rule: 'unlinked-mention',
      range: mention.range,
      message: `“${capability.name}” is named here and not cited. Write ${citation} for it to count.`,
      suggestions: [replacement(`Cite as ${citation}`, range, text, citation)],
      related: capability.source,
      capability,
    },
  ];
}
