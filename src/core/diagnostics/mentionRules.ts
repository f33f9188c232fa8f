import { escapeLabel } from '../citations/escapeLabel';
import type { Mention } from '../document/mentions';
import type { Promotion } from '../document/readPromotion';
import type { Capability } from '../ladder/model';
import type { SourceText, TextRange } from '../text/sourceText';
import { type Observation, replacement } from './finding';

/** `unlinked-mention`: a capability of the target is named without being cited. */
export function checkMentions({ document: { source }, mentions, target }: Promotion): readonly Observation[] {
  if (target.kind === 'unknown') {
    return [];
  }
  const asked = new Set(target.capabilities);
  return mentions.flatMap((mention) => {
    const capability = mention.capabilities.find((one) => asked.has(one));
    return capability === undefined || !mention.isPhrase || mention.isInLink
      ? []
      : unlinked(mention, capability, source);
  });
}

function unlinked(
  { range, isPlain, isInTable }: Mention,
  capability: Capability,
  source: SourceText,
): Observation {
  const { level, name } = capability;
  const citation = `[${level}: ${escapeLabel(name, isInTable)}]`;
  return {
    rule: 'unlinked-mention',
    range,
    message: `“${name}” is named here and not cited. Write ${citation} for it to count.`,
    // Where emphasis begins or ends within the name, to replace it would break the text.
    suggestions: isPlain ? [replacement(`Cite as ${citation}`, withBrackets(range, source), citation)] : [],
    related: capability.source,
    capability,
  };
}

/** A name that already stands in brackets of its own needs no others. */
function withBrackets({ start, end }: TextRange, { text }: SourceText): TextRange {
  return text.charAt(start - 1) === '[' &&
    text.charAt(start - 2) !== '\\' &&
    /^\](?![[(:])/u.test(text.slice(end, end + 2))
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}
