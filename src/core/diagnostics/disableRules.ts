import { nearest } from '../citations/nearest';
import type { Disable, DisabledRule } from '../document/disables';
import { defaultSeverities } from '../rules';
import type { SourceText, TextRange } from '../text/sourceText';
import { type Observation, replacement } from './finding';

/**
 * `unused-disable`: the disable comments that silence nothing.
 *
 * @param isUnused Asked of each comment that names no rules, and of each rule that a comment names.
 */
export function checkDisables(
  disables: readonly Disable[],
  isUnused: (disable: Disable | DisabledRule) => boolean,
  source: SourceText,
): readonly Observation[] {
  return disables
    .filter(({ kind }) => kind !== 'end')
    .flatMap((disable): readonly Observation[] => {
      const { rules } = disable;
      if (rules.length === 0) {
        return isUnused(disable) ? [unusedComment(disable, source)] : [];
      }
      const unused = rules.filter(isUnused);
      return unused.length === rules.length && unused.every(({ id }) => isRule(id))
        ? [unusedComment(disable, source)]
        : unused.map((rule) => unusedRule(disable, rule, source));
    });
}

function isRule(id: string): boolean {
  return Object.hasOwn(defaultSeverities, id);
}

const extents: Readonly<Record<Disable['kind'], string>> = {
  line: 'on this line',
  nextLine: 'on the next line',
  begin: 'from here on',
  end: '',
};

function unusedComment(disable: Disable, source: SourceText): Observation {
  return {
    rule: 'unused-disable',
    range: disable.range,
    message: `This silences nothing: there is no such finding ${extents[disable.kind]}. Remove it.`,
    suggestions: [removeComment(disable, source)],
  };
}

function unusedRule(disable: Disable, rule: DisabledRule, source: SourceText): Observation {
  const written = source.slice(rule.range);
  const removal =
    disable.rules.length === 1
      ? removeComment(disable, source)
      : replacement(`Remove ${written}`, withSpaceBefore(rule.range, source), '');
  return isRule(rule.id)
    ? {
        rule: 'unused-disable',
        range: rule.range,
        message: `This silences nothing: there is no ${written} ${extents[disable.kind]}. Remove it.`,
        suggestions: [removal],
      }
    : {
        rule: 'unused-disable',
        range: rule.range,
        message: `There is no rule “${rule.id}”. Its name is misspelled, or it can be removed.`,
        suggestions: [
          ...nearest(rule.id, Object.keys(defaultSeverities), (id) => id).map((id) =>
            replacement(
              `Change to ${id}`,
              { start: rule.range.start, end: rule.range.start + rule.id.length },
              id,
            ),
          ),
          removal,
        ],
      };
}

/** The comment goes with its line where nothing else stands on it. */
function removeComment({ range }: Disable, { text }: SourceText): ReturnType<typeof replacement> {
  const before = /[ \t]*$/u.exec(text.slice(lineStart(text, range.start), range.start))?.[0].length ?? 0;
  const start = range.start - before;
  const [behind = ''] = /^[ \t]*(?:\r\n|\n|\r)?/u.exec(text.slice(range.end, range.end + 200)) ?? [];
  const isAlone = start === lineStart(text, range.start) && /[\r\n]$/u.test(behind);
  return replacement(
    'Remove this comment',
    { start, end: isAlone ? range.end + behind.length : range.end },
    '',
  );
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function withSpaceBefore({ start, end }: TextRange, { text }: SourceText): TextRange {
  let from = start;
  while (/\s/u.test(text.charAt(from - 1))) {
    from -= 1;
  }
  return { start: from, end };
}
