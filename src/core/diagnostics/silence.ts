import type { Disable, DisabledRule } from '../document/disables';
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
    if (by.length > 0) {
      silenced.add(finding);
    }
    for (const one of by) {
      used.add(one);
    }
  };
  const byLine = disablesByLine(disables, source);
  const directives = disables.filter(({ kind }) => kind === 'begin' || kind === 'end');
  const gapsIn = (one: Disable['kind']): readonly DisabledRule[] =>
    directives.flatMap(({ kind, rules }) =>
      kind === one ? rules.filter(({ id }) => id === 'missing-capability') : [],
    );
  const [gapsMeant, gapsAgain] = [gapsIn('begin'), gapsIn('end').filter(hasArgument)];
  for (const finding of findings) {
    const { line } = source.positionAt(finding.range.start);
    mark(
      finding,
      (byLine.get(line) ?? []).flatMap((disable) => silencers(disable, finding)),
    );
    // What is missing has no place of its own, so the comment may stand where it would be.
    const around = [
      ...blocksAround(finding, directives),
      ...gapsMeant.filter((rule) => rule.range.start > finding.range.start && silences(rule, finding)),
    ];
    const isNamedAgain = gapsAgain.some((rule) => silences(rule, finding));
    mark(finding, isNamedAgain ? around.filter(hasArgument) : around);
  }
  return { kept: findings.filter((finding) => !silenced.has(finding)), used };
}

function disablesByLine(
  disables: readonly Disable[],
  source: SourceText,
): ReadonlyMap<number, readonly Disable[]> {
  const byLine = new Map<number, Disable[]>();
  const add = (line: number, disable: Disable): void => {
    byLine.set(line, [...(byLine.get(line) ?? []), disable]);
  };
  for (const disable of disables) {
    const last = source.positionAt(disable.range.end).line;
    if (disable.kind === 'nextLine') {
      add(last + 1, disable);
    } else if (disable.kind === 'line') {
      const first = source.positionAt(disable.range.start).line;
      for (const line of new Set([first, last])) {
        add(line, disable);
      }
    }
  }
  return byLine;
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

/**
 * What switches a finding off, of the directives in front of it: each one that names the finding has the last
 * word on it, so that `-enable missing-capability(Hiring)` leaves the other gaps off.
 */
function blocksAround(
  finding: Silenceable,
  directives: readonly Disable[],
): readonly (Disable | DisabledRule)[] {
  let blocks: readonly (Disable | DisabledRule)[] = [];
  for (const directive of directives) {
    if (directive.range.end > finding.range.start) {
      break;
    }
    const concerning = silencers(directive, finding);
    if (concerning.length > 0) {
      const others = directive.rules.length === 0 ? blocks.filter((block) => 'id' in block) : blocks;
      blocks = directive.kind === 'begin' ? [...others, ...concerning] : [];
    }
  }
  return blocks;
}
