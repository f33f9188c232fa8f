import type { CapabilityCoverage } from '../coverage/coverage';
import type { KnownTarget } from '../document/target';
import type { SourceText } from '../text/sourceText';
import type { Promotion } from './readPromotion';

/** One capability's coverage in words, for a table. */
export interface CoverageRow {
  readonly capability: string;
  readonly state: CapabilityCoverage['state'];
  /** The lines of all its evidence: "12–20, 33"; "–" where there is none. */
  readonly evidence: string;
  /** "#1 #4", or "none"; "–" for a capability that is cited as a whole, which has no count of signals. */
  readonly signalsNotCovered: string;
}

const nothing = '–';

/** The coverage of a target in words, in its order; levels are named where there are several. */
export function coverageRows(
  coverage: readonly CapabilityCoverage[],
  { levels }: KnownTarget,
  source: SourceText,
): readonly CoverageRow[] {
  return coverage.map((one) => ({
    capability: levels.length > 1 ? `${one.capability.level}: ${one.capability.name}` : one.capability.name,
    state: one.state,
    evidence: linesOf(one, source),
    signalsNotCovered: signalsNotCovered(one),
  }));
}

/** The promotion that a target is: "M1 to M2 to M3", or "M2". */
export function targetName({ from, to, steps }: KnownTarget): string {
  return from === undefined ? to.id : [from.id, ...steps.map((step) => step.to)].join(' to ');
}

/** Why a document has nothing to be measured against; undefined where it has. */
export function nothingAsked({ target, coverage }: Promotion): string | undefined {
  if (target.kind === 'unknown') {
    return target.message;
  }
  return coverage.length === 0 ? `The guides ask for no capabilities at ${targetName(target)}.` : undefined;
}

/** The total in one line: "2 of 4 evidenced, 1 cited, 1 missing". */
export function coverageTotal(coverage: readonly CapabilityCoverage[]): string {
  const count = (state: CapabilityCoverage['state']): number =>
    coverage.filter((one) => one.state === state).length;
  const rest = (['cited', 'missing'] as const).flatMap((state) =>
    count(state) === 0 ? [] : [`${count(state)} ${state}`],
  );
  return [`${count('evidenced')} of ${coverage.length} evidenced`, ...rest].join(', ');
}

function linesOf({ citations }: CapabilityCoverage, source: SourceText): string {
  const stretches = citations
    .flatMap(({ evidence }) => evidence.range ?? [])
    .map(({ start, end }) => ({ first: source.lineNumberAt(start), last: source.lineNumberAt(end) }))
    .sort((a, b) => a.first - b.first || a.last - b.last);
  const joined: { first: number; last: number }[] = [];
  for (const stretch of stretches) {
    const previous = joined.at(-1);
    if (previous !== undefined && stretch.first <= previous.last + 1) {
      previous.last = Math.max(previous.last, stretch.last);
    } else {
      joined.push({ ...stretch });
    }
  }
  return joined.length === 0
    ? nothing
    : joined.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

function signalsNotCovered({ capability, signals }: CapabilityCoverage): string {
  if (signals === undefined) {
    return nothing;
  }
  const open = capability.signals.map((_, index) => index + 1).filter((number) => !signals.includes(number));
  return open.length === 0 ? 'none' : open.map((number) => `#${number}`).join(' ');
}
