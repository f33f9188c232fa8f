import { indexOf } from '../citations/ladderIndex';
import type { Finding, Observation } from '../diagnostics/finding';
import { findingsOf, withSeverities } from '../diagnostics/findingsOf';
import { parseDocument } from '../document/parseDocument';
import { readDocument } from '../document/readDocument';
import { groupBy } from '../groupBy';
import type { Guide } from '../guide/model';
import type { Ladder } from '../ladder/model';
import { remembering } from '../remembering';
import type { RuleSettings } from '../rules';

/** What is wrong with a guide, alone and beside the ladder's others, without what its comments silence. */
export function checkGuideFile(guide: Guide, ladder: Ladder, settings: RuleSettings): readonly Finding[] {
  const problems = (problemsByGuide(ladder).get(guide) ?? []).map(
    ({ rule, range, message, related }): Observation => ({
      rule,
      range,
      message,
      suggestions: [],
      ...(related === undefined ? {} : { related }),
    }),
  );
  // Most guides hold no such comment, and then need not be parsed another time.
  return guide.source.text.includes('career-ladder-disable')
    ? findingsOf(problems, readDocument(parseDocument(guide.source.text, indexOf(ladder).levels)), settings)
    : withSeverities(problems, settings);
}

/** A ladder may have hundreds of guides, which are checked one after the other. */
const problemsByGuide = remembering(({ problems }: Ladder) => groupBy(problems, ({ guide }) => guide));
