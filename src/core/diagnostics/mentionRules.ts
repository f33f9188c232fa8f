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

function unlinked(mention: Mention, capability: Capability, source: SourceText): Observation {
  const { level, name } = capability;
  const citation = `[${level}: ${escapeLabel(name, mention.isInTable)}]`;
  const range = citableRange(mention, source);
  return {
    rule: 'unlinked-mention',
    range: mention.range,
    message: `“${name}” is named here and not cited. Write ${citation} for it to count.`,
    suggestions: range === undefined ? [] : [replacement(`Cite as ${citation}`, range, citation)],
    related: capability.source,
    capability,
  };
}

/** What a citation can be put for; undefined where it would be none there, or break the text around it. */
function citableRange({ range, isPlain, opensBlock }: Mention, { text }: SourceText): TextRange | undefined {
  const [before, after] = [text.charAt(range.start - 1), text.charAt(range.end)];
  const isBracketed = before === '[' && after === ']' && text.charAt(range.start - 2) !== '\\';
  const start = isBracketed ? range.start - 1 : range.start;
  const end = isBracketed ? range.end + 1 : range.end;
  if (!isPlain || /[!\\]/u.test(text.charAt(start - 1)) || /[([]/u.test(text.charAt(end))) {
    return undefined;
  }
  // With its colon it would be the definition of a link.
  return opensBlock && text.charAt(end) === ':' ? { start, end: end + 1 } : { start, end };
}
