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
  const blocks = new Blocks(disables.filter(({ kind }) => kind === 'begin' || kind === 'end'));
  const gaps = disables.flatMap(({ kind, rules }) =>
    kind === 'begin' ? rules.filter(({ id }) => id === 'missing-capability') : [],
  );
  for (const finding of [...findings].sort((a, b) => a.range.start - b.range.start)) {
    const { line } = source.positionAt(finding.range.start);
    mark(
      finding,
      (byLine.get(line) ?? []).flatMap((disable) => silencers(disable, finding)),
    );
    mark(finding, blocks.at(finding));
    // What is missing has no place of its own, so the comment may stand where it would be.
    mark(
      finding,
      gaps.filter((rule) => silences(rule, finding)),
    );
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

/** What is switched off at a place of the text, for places asked for in their order. */
class Blocks {
  readonly #directives: readonly Disable[];
  #next = 0;
  #all: Disable | undefined;
  /** Rules that were switched on again while everything else stays off. */
  readonly #exceptions = new Set<string>();
  #rules: readonly DisabledRule[] = [];

  constructor(directives: readonly Disable[]) {
    this.#directives = directives;
  }

  at(finding: Silenceable): readonly (Disable | DisabledRule)[] {
    for (
      let directive = this.#directives[this.#next];
      directive !== undefined && directive.range.end <= finding.range.start;
      directive = this.#directives[this.#next]
    ) {
      this.#apply(directive);
      this.#next += 1;
    }
    return [
      ...(this.#all === undefined || this.#exceptions.has(finding.rule) ? [] : [this.#all]),
      ...this.#rules.filter((rule) => silences(rule, finding)),
    ];
  }

  #apply(directive: Disable): void {
    const { kind, rules } = directive;
    if (kind === 'begin') {
      if (rules.length === 0) {
        this.#all = directive;
        this.#exceptions.clear();
      }
      this.#rules = [...this.#rules, ...rules];
    } else if (rules.length === 0) {
      this.#all = undefined;
      this.#rules = [];
    } else {
      for (const { id, argument } of rules) {
        this.#exceptions.add(id);
        this.#rules = this.#rules.filter(
          (rule) => rule.id !== id || (argument !== undefined && rule.argument !== argument),
        );
      }
    }
  }
}
