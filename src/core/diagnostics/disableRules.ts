import { nearest } from '../citations/nearest';
import type { Disable, DisabledRule } from '../document/disables';
import type { DocumentModel } from '../document/documentModel';
import { defaultSeverities } from '../rules';
import type { SourceText, TextRange } from '../text/sourceText';
import type { TextEdit } from '../text/textEdit';
import { continuesText } from '../writing/continuesText';
import { type Observation, replacement, type Suggestion } from './finding';

/**
 * `unused-disable`: the disable comments that silence nothing.
 *
 * @param isUnused Asked of each comment that names no rules, and of each rule that a comment names.
 */
export function checkDisables(
  disables: readonly Disable[],
  isUnused: (disable: Disable | DisabledRule) => boolean,
  document: DocumentModel,
): readonly Observation[] {
  return disables
    .filter(({ kind }) => kind !== 'end')
    .flatMap((disable): readonly Observation[] => {
      const { rules } = disable;
      if (rules.length === 0) {
        return isUnused(disable) ? [unusedComment(disable, document)] : [];
      }
      const unused = rules.filter(isUnused);
      const allUnused = unused.length === rules.length;
      if (allUnused && unused.every(({ id }) => isRule(id))) {
        return [unusedComment(disable, document)];
      }
      // A comment that has lost all of its rules would silence everything.
      const isEmptied = allUnused && unused.every(({ id }) => isRule(id) || likeRules(id).length === 0);
      return unused.map((rule) =>
        unusedRule(
          disable,
          rule,
          isEmptied || rules.length === 1
            ? removeComment(disable, document)
            : removeRule(rule, document.source),
          document.source,
        ),
      );
    });
}

/** The rules that a misspelled one may mean, best first. */
function likeRules(id: string): readonly string[] {
  return nearest(id, Object.keys(defaultSeverities), (rule) => rule);
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

function unusedComment(disable: Disable, document: DocumentModel): Observation {
  return {
    rule: 'unused-disable',
    range: disable.range,
    message: `This silences nothing: there is no such finding ${extents[disable.kind]}. Remove it.`,
    suggestions: [removeComment(disable, document)],
  };
}

function unusedRule(
  disable: Disable,
  rule: DisabledRule,
  removal: Suggestion,
  source: SourceText,
): Observation {
  const written = source.slice(rule.range);
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
          ...likeRules(rule.id).map((id) =>
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

function removeRule({ range }: DisabledRule, source: SourceText): Suggestion {
  return replacement(`Remove ${source.slice(range)}`, withSpaceBefore(range, source), '');
}

/**
 * The comment goes with its line where nothing else stands on it, else with white space on one of its sides.
 * Where nothing else keeps the lines around it apart, an empty one stays.
 */
function removeComment(disable: Disable, document: DocumentModel): Suggestion {
  return {
    title: 'Remove this comment',
    text: '',
    // Worked out for whoever takes it: documents are checked after each keystroke.
    get edits() {
      return [removal(disable, document)];
    },
  };
}

function removal({ range }: Disable, document: DocumentModel): TextEdit {
  const { text } = document.source;
  const first = lineStart(text, range.start);
  const before = /[ \t]*$/u.exec(text.slice(first, range.start))?.[0].length ?? 0;
  const [behind = '', spaces = '', lineBreak = ''] =
    /^([ \t]*)(\r\n|\n|\r)?/u.exec(text.slice(range.end, range.end + 200)) ?? [];
  const line = { start: first, end: range.end + behind.length };
  if (range.start - before > first) {
    const joinsWords = behind === '' && range.end < text.length;
    return { range: { start: joinsWords ? range.start : range.start - before, end: range.end }, text: '' };
  }
  if (lineBreak !== '') {
    return { range: line, text: separates(line, document) ? lineBreak : '' };
  }
  // The white space between two comments goes with the second, and the indentation may be what makes the line a
  // part of a list.
  const isNextComment = text.startsWith('<!--', range.end + spaces.length);
  return {
    range: { start: range.start, end: range.end + (isNextComment ? 0 : spaces.length) },
    text: '',
  };
}

/** Whether lines, given with the last one's line break, keep apart a paragraph or a table and what follows. */
function separates({ start, end }: TextRange, document: DocumentModel): boolean {
  const { source, blocks } = document;
  const above = start === 0 ? undefined : source.lineAt(start - 1);
  if (
    above === undefined ||
    !blocks.some(
      ({ kind, range }) =>
        (kind === 'paragraph' || kind === 'cell') && range.end > above.start && range.end <= above.end,
    )
  ) {
    return false;
  }
  // Other comments that follow may go as well.
  const comments = /^(?:[ \t]*<!--(?:(?!-->).)*-->[ \t]*(?:\r\n|\n|\r))*/u.exec(source.text.slice(end));
  return continuesText(source.lineAt(end + (comments?.[0].length ?? 0)), above, document);
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
