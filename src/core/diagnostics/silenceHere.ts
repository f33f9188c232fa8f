import { isArgument, readDisables } from '../document/disables';
import type { DocumentModel } from '../document/documentModel';
import { holds, type TextRange } from '../text/sourceText';
import { insertion, type TextEdit } from '../text/textEdit';
import { lineBreakOf } from '../writing/documentEnd';
import type { Silenceable } from './silence';
import { silenceInFrontMatter } from './silenceInFrontMatter';

/**
 * The edit that has a comment silence a finding where it stands, and changes nothing else; undefined where no
 * comment can.
 */
export function silenceHere(finding: Silenceable, document: DocumentModel): TextEdit | undefined {
  const { source, frontMatter, definitions } = document;
  const { start } = finding.range;
  const named = ruleFor(finding);
  const line = source.lineAt(start);
  const text = source.slice(line);
  if (named === undefined) {
    return undefined;
  }
  const last = lastRuleOn(line, document);
  if (last !== undefined) {
    return insertion(last.end, ` ${named}`);
  }
  if (frontMatter !== undefined && start < frontMatter.range.end) {
    return silenceInFrontMatter(named, line, source, frontMatter);
  }
  const definition = definitions.find(({ range }) => holds(range, start));
  if (definition !== undefined && definition.range.start < line.start) {
    // Before this line, too, a comment would be a part of the definition.
    return undefined;
  }
  const block = document.blocks.find(({ range }) => holds(line, range.start));
  const isCode = block?.kind === 'code' && !block.isNested;
  const ahead = (): TextEdit => {
    const [indent = ''] = isCode ? [] : (/^[\s>]*/u.exec(text) ?? []);
    const comment = `<!-- career-ladder-disable-next-line ${named} -->`;
    return insertion(line.start, indent + comment + lineBreakOf(source));
  };
  const isTextRow = block?.kind === 'paragraph' && /^[\s>]*\|/u.test(text);
  if (definition !== undefined || isCode || isTextRow || /^\s*#{1,6}[ \t].*[ \t]#+\s*$/u.test(text)) {
    // Behind a definition, code, a row that Markdown reads as text, or the number signs that close a heading, a
    // comment would be a part of them.
    return ahead();
  }
  const here = `<!-- career-ladder-disable-line ${named} -->`;
  const isRow = document.blocks.some(({ kind, range }) => kind === 'cell' && holds(line, range.start));
  // A backslash at the end of a line breaks it, and a stroke ends a row: both have to stay there.
  const tail = isRow ? /\s*\|?\s*$/u : /(?<=(?<!\\)(?:\\\\)*)\\?\s*$/u;
  const end = line.start + text.replace(tail, '').length;
  const label = document.blocks.find(({ kind, range }) => kind !== 'cell' && holds(range, start));
  if (
    label !== undefined &&
    /^\[(?:[^[\]\\]|\\.)*\]:$/su.test(source.slice({ start: label.range.start, end }))
  ) {
    // To Markdown a comment behind that would be where a link leads; before a later line, a part of the label.
    return label.range.start < line.start ? undefined : ahead();
  }
  const around = holderOf(end, document);
  if (around === undefined) {
    return insertion(end, ` ${here}`);
  }
  const before = source.slice({ start: line.start, end: Math.max(line.start, around.start) });
  // At the beginning of a line it would be a block of its own.
  return /^(?:[\s>*+\d.)-]|\[\^[^\]]*\]:)*$/u.test(before) ? undefined : insertion(around.start, `${here} `);
}

/** The rule as a comment names it; undefined where that would not be read as meant. */
function ruleFor({ rule, capability }: Silenceable): string | undefined {
  if (rule !== 'missing-capability' || capability === undefined) {
    return rule;
  }
  // Reported where the front matter has `promotion:`.
  return isArgument(capability.name, true) ? `${rule}(${capability.name})` : undefined;
}

/**
 * The last rule of a comment that names the rules it silences on a line, and on no other line: a second comment
 * there would be a part of it, or come between the two.
 */
function lastRuleOn(line: TextRange, document: DocumentModel): TextRange | undefined {
  const { source } = document;
  const place = source.positionAt(line.start).line;
  return readDisables(document)
    .filter(({ kind, range }) => {
      const [first, last] = [source.positionAt(range.start).line, source.positionAt(range.end).line];
      return (
        (kind === 'line' && first === place && last === place) || (kind === 'nextLine' && last === place - 1)
      );
    })
    .flatMap(({ rules }) => rules)
    .at(-1)?.range;
}

/** The link, citation or code that goes on beyond an offset, so that a comment there would be a part of it. */
function holderOf(offset: number, { references, links, blocks }: DocumentModel): TextRange | undefined {
  const codes = blocks
    .filter(({ range }) => range.start < offset && offset < range.end)
    .flatMap(({ runs }) => runs.filter(({ kind }) => kind !== 'text' && kind !== 'break'));
  return [...references, ...links, ...codes]
    .map(({ range }) => range)
    .filter(({ start, end }) => start < offset && offset < end)
    .sort((a, b) => a.start - b.start)[0];
}
