import { indexOf } from '../citations/ladderIndex';
import { checkDisables } from '../diagnostics/disableRules';
import type { Finding, Observation } from '../diagnostics/finding';
import { silence } from '../diagnostics/silence';
import { readDisables } from '../document/disables';
import { parseDocument } from '../document/parseDocument';
import { readDocument } from '../document/readDocument';
import type { Guide } from '../guide/model';
import type { Ladder } from '../ladder/model';
import { type RuleId, type RuleSettings, severityOf } from '../rules';

/** What is wrong with a guide, alone and beside the ladder's others, without what its comments silence. */
export function checkGuideFile(guide: Guide, ladder: Ladder, settings: RuleSettings): readonly Finding[] {
  const problems = ladder.problems
    .filter((problem) => problem.guide === guide)
    .map(
      ({ rule, range, message, related }): Observation => ({
        rule,
        range,
        message,
        suggestions: [],
        ...(related === undefined ? {} : { related }),
      }),
    );
  return withoutSilenced(problems, guide, ladder)
    .flatMap((observation): readonly Finding[] => {
      const severity = severityOf(observation.rule, settings);
      return severity === undefined ? [] : [{ ...observation, severity }];
    })
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

const self: RuleId = 'unused-disable';

function withoutSilenced(
  problems: readonly Observation[],
  { source }: Guide,
  ladder: Ladder,
): readonly Observation[] {
  // Most guides hold no such comment, and then need not be parsed another time.
  if (!source.text.includes('career-ladder-disable')) {
    return problems;
  }
  const disables = readDisables(readDocument(parseDocument(source.text, indexOf(ladder).levels)));
  const { kept, used } = silence(problems, disables, source);
  const unused = checkDisables(
    disables,
    (disable) => !used.has(disable) && !('id' in disable && disable.id === self),
    source,
  );
  // Only a comment that names this rule silences it; else every unused comment would silence itself.
  const namingSelf = disables.flatMap((disable) => {
    const rules = disable.rules.filter(({ id }) => id === self);
    return rules.length > 0 || disable.kind === 'end' ? [{ ...disable, rules }] : [];
  });
  return [...kept, ...silence(unused, namingSelf, source).kept];
}
