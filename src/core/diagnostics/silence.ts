import type { Disable, DisabledRule } from '../document/disables';
import { groupBy, type NonEmpty } from '../groupBy';
import { nameKey } from '../names';
import type { SourceText, TextRange } from '../text/sourceText';

/** What a disable comment can silence. */
export interface Silenceable {
  readonly rule: string;
  readonly range: TextRange;
  readonly capability?: { readonly name: string };
}

export interface Silenced<Item> {
  /** Those that no comment silences. */
  readonly kept: readonly Item[];
  /** The comments, or the rules named in them, that silenced something. */
  readonly used: ReadonlySet<Disable | DisabledRule>;
}

/**
 * Takes out the findings that disable comments silence.
 *
 * @param findings In any order; what is kept stays in theirs.
 * @param disables In the order of the text.
 */
export function silence<Item extends Silenceable>(
  findings: readonly Item[],
  disables: readonly Disable[],
  source: SourceText,
): Silenced<Item> {
  const used = new Set<Disable | DisabledRule>();
  const silenced = new Set<Item>();
  const mark = (finding: Item, by: readonly (Disable | DisabledRule)[]): void => {
    silenced.add(finding);
    for (const one of by) {
      used.add(one);
    }
  };
  const onLines = disables.flatMap((disable) => linesOf(disable, source).map((line) => ({ line, disable })));
  const byLine = groupBy(onLines, ({ line }) => line);
  for (const finding of findings) {
    const { line } = source.positionAt(finding.range.start);
    const by = (byLine.get(line) ?? []).flatMap(({ disable }) => silencers(disable, finding));
    if (by.length > 0) {
      mark(finding, by);
    }
  }
  const directives = disables.filter(({ kind }) => kind === 'begin' || kind === 'end');
  // Most documents have none, and are checked after each keystroke.
  const concerned = directives.length === 0 ? [] : findings;
  const alike = groupBy(concerned, ({ rule, capability }) => `${rule} ${capability?.name ?? ''}`);
  for (const same of alike.values()) {
    for (const { finding, by } of switchedOff(same, directives)) {
      mark(finding, by);
    }
  }
  return { kept: findings.filter((finding) => !silenced.has(finding)), used };
}

/** The lines that a comment speaks of, each once. */
function linesOf({ kind, range }: Disable, source: SourceText): readonly number[] {
  const last = source.positionAt(range.end).line;
  return kind === 'nextLine'
    ? [last + 1]
    : kind === 'line'
      ? [...new Set([source.positionAt(range.start).line, last])]
      : [];
}

function silencers(disable: Disable, finding: Silenceable): readonly (Disable | DisabledRule)[] {
  return disable.rules.length === 0 ? [disable] : disable.rules.filter((rule) => silences(rule, finding));
}

function silences({ id, argument }: DisabledRule, { rule, capability }: Silenceable): boolean {
  return (
    id === rule &&
    (argument === undefined || (capability !== undefined && nameKey(argument) === nameKey(capability.name)))
  );
}

/** Whether a comment names the very gap, and not all of them. */
function hasArgument(one: Disable | DisabledRule): boolean {
  return 'argument' in one && one.argument !== undefined;
}

interface SwitchedOff<Item> {
  readonly finding: Item;
  /** What does it, without what is told of a finding before this one already. */
  readonly by: readonly (Disable | DisabledRule)[];
}

/**
 * What switches findings off, of the directives in front of each: one that names a finding has the last word
 * on it, so that `-enable missing-capability(Hiring)` leaves the other gaps off.
 *
 * @param findings Of one rule and one capability, so that the same directives name them.
 */
function switchedOff<Item extends Silenceable>(
  findings: NonEmpty<Item>,
  directives: readonly Disable[],
): readonly SwitchedOff<Item>[] {
  const [any] = findings;
  const isGap = any.rule === 'missing-capability';
  const concerning = directives.flatMap((directive) => {
    const by = silencers(directive, any);
    return by.length === 0 ? [] : [{ directive, by }];
  });
  const isNamedAgain =
    isGap && concerning.some(({ directive, by }) => directive.kind === 'end' && by.some(hasArgument));
  const steps = concerning.map(({ directive, by }) => ({
    directive,
    by: isNamedAgain ? by.filter(hasArgument) : by,
  }));
  // What is missing has no place of its own, so the comment may stand where it would be.
  const gapsMeant = steps.flatMap(({ directive, by }) =>
    isGap && directive.kind === 'begin' && directive.rules.length > 0 ? by : [],
  );
  let next = 0;
  let isOff = false;
  // What is in force and has not been told of a finding: the rules named, and the last comment that names none.
  let named: (Disable | DisabledRule)[] = [];
  let all: readonly (Disable | DisabledRule)[] = [];
  const follow = (start: number): void => {
    for (
      let step = steps[next];
      step !== undefined && step.directive.range.end <= start;
      step = steps[next]
    ) {
      const { directive, by } = step;
      isOff = directive.kind === 'begin' && (isOff || by.length > 0);
      if (directive.kind === 'end') {
        [named, all] = [[], []];
      } else if (directive.rules.length === 0) {
        all = by;
      } else {
        named.push(...by);
      }
      next += 1;
    }
  };
  return [...findings]
    .sort((a, b) => a.range.start - b.range.start)
    .flatMap((finding) => {
      const { start } = finding.range;
      follow(start);
      const gaps = gapsMeant.filter(({ range }) => range.start > start);
      if (!isOff && gaps.length === 0) {
        return [];
      }
      const by = [...named, ...all, ...gaps];
      [named, all] = [[], []];
      return [{ finding, by }];
    });
}
