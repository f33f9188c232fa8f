import type { DocumentModel } from '../document/documentModel';
import { groupBy } from '../groupBy';
import type { Promotion } from '../promotion/readPromotion';
import type { Finding, Suggestion } from './finding';
import { fixAll } from './fixAll';
import { silenceHere } from './silenceHere';

/** A change for some of the findings at a place. */
export interface Mend extends Pick<Suggestion, 'title' | 'edits'> {
  /** What it mends or silences, of the findings that were asked about. */
  readonly findings: readonly Finding[];
  /** Whether it is the best there is for its finding, and no guess. */
  readonly isPreferred: boolean;
}

/**
 * What can be done about the findings at a place, rule by rule: their own suggestions, one change for all of the
 * rule, and comments that silence them. What several findings share is given once.
 *
 * @param findings All findings in the document, in which those asked about are.
 * @param promotion undefined for a guide.
 */
export function mendsFor(
  asked: readonly Finding[],
  findings: readonly Finding[],
  document: DocumentModel,
  promotion: Promotion | undefined,
): readonly Mend[] {
  const mends = [...groupBy(asked, ({ rule }) => rule)].flatMap(([rule, alike]): readonly Mend[] => {
    const all = fixAll(rule, findings, promotion);
    return [
      ...alike.flatMap((finding) =>
        finding.suggestions.map((suggestion, index) =>
          mend(suggestion, [finding], index === 0 && suggestion.isGuess !== true),
        ),
      ),
      ...(all === undefined ? [] : [mend(all, alike)]),
      ...alike.flatMap((finding) => {
        const edit = silenceHere(finding, document);
        return edit === undefined ? [] : mend({ title: silenceTitle(finding), edits: [edit] }, [finding]);
      }),
    ];
  });
  return [...groupBy(mends, ({ title, edits }) => JSON.stringify([title, edits])).values()].map((same) => ({
    ...same[0],
    findings: same.flatMap((one) => one.findings),
    isPreferred: same.some(({ isPreferred }) => isPreferred),
  }));
}

/** Edits may be worked out only when they are asked for, and here they are. */
function mend(
  { title, edits }: Pick<Suggestion, 'title' | 'edits'>,
  findings: readonly Finding[],
  isPreferred = false,
): Mend {
  return { title, edits, findings, isPreferred };
}

/** A gap is silenced by the capability's name, and several are reported at one place. */
function silenceTitle({ rule, capability }: Finding): string {
  const whose = rule === 'missing-capability' && capability !== undefined ? ` for “${capability.name}”` : '';
  return `Silence “${rule}”${whose} here`;
}
