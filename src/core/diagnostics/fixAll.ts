import type { Promotion } from '../promotion/readPromotion';
import type { TextEdit } from '../text/textEdit';
import { addSections } from '../writing/addSections';
import type { Finding, Suggestion } from './finding';

/**
 * One change that mends all findings of a rule, each by its best suggestion; undefined for fewer
 * than two. Those that can only be guessed at are left out.
 *
 * @param promotion The document they were found in; undefined for a guide.
 */
export function fixAll(
  rule: Finding['rule'],
  findings: readonly Finding[],
  promotion: Promotion | undefined,
): Suggestion | undefined {
  const alike = findings.filter((finding) => finding.rule === rule);
  const best = alike.flatMap(({ suggestions: [first] }) =>
    first === undefined || first.isGuess ? [] : first,
  );
  if (best.length < 2) {
    return undefined;
  }
  return rule === 'missing-capability' && promotion !== undefined
    ? {
        title: `Add sections for all ${best.length} missing capabilities`,
        text: '',
        // Several may come to stand at one place, and then in the guide's order.
        edits: addSections(
          promotion,
          alike.flatMap(({ capability }) => capability ?? []),
        ),
      }
    : {
        title: `Fix ${best.length === alike.length ? 'all ' : ''}${best.length} of “${rule}”`,
        text: '',
        edits: unlike(best.flatMap(({ edits }) => edits)),
      };
}

/** Each edit once: several findings may go with one comment. */
function unlike(edits: readonly TextEdit[]): readonly TextEdit[] {
  const byContent = new Map(
    edits.map((edit) => [JSON.stringify([edit.range.start, edit.range.end, edit.text]), edit]),
  );
  return [...byContent.values()];
}
