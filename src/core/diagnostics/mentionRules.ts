import { escapeLabel } from '../citations/escapeLabel';
import type { Mention } from '../document/mentions';
import type { Promotion } from '../document/readPromotion';
import type { Capability } from '../ladder/model';
import { type Observation, replacement } from './finding';

/** `unlinked-mention`: a capability of the target is named without being cited. */
export function checkMentions({ mentions, target }: Promotion): readonly Observation[] {
  if (target.kind === 'unknown') {
    return [];
  }
  const asked = new Set(target.capabilities);
  return mentions.flatMap((mention) => {
    const capability = mention.capabilities.find((one) => asked.has(one));
    return capability === undefined || !mention.isPhrase || mention.isInLink
      ? []
      : unlinked(mention, capability);
  });
}

function unlinked({ range, isPlain, isInTable }: Mention, capability: Capability): Observation {
  const { level, name } = capability;
  const citation = `[${level}: ${escapeLabel(name, isInTable)}]`;
  return {
    rule: 'unlinked-mention',
    range,
    message: `“${name}” is named here and not cited. Write ${citation} for it to count.`,
    // Where emphasis begins or ends within the name, to replace it would break the text.
    suggestions: isPlain ? [replacement(`Cite as ${citation}`, range, citation)] : [],
    related: capability.source,
    capability,
  };
}
