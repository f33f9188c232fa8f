import type { RootContent } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { parseMarkdown } from '../../markdown/parseMarkdown';
import type { SourceText, TextRange } from '../../text/sourceText';
import { isCode, isHtml } from '../blocks/nodeTypes';
import type { Problem } from '../model';
import { sectionProblem } from '../problem';
import { partOf } from '../sectionKinds';

/** The places where a merge was left with both versions in the text, so that nothing else told of it is certain. */
export function mergeConflicts(source: SourceText): readonly Problem[] {
  return mergeMarks(source).conflicts.map(([first]) =>
    sectionProblem(
      first,
      'A merge was left unfinished here. Keep one of the two versions, and delete the lines of <<<<<<<, ======= and >>>>>>>.',
    ),
  );
}

/** A file as it reads without the lines by which a merge marks both versions; all else is where it was. */
interface Unmarked {
  readonly nodes: readonly RootContent[];
  readonly source: SourceText;
  /** Such lines that stand alone. */
  readonly left: readonly Problem[];
}

/** @param nodes The blocks as Markdown reads them in `source`, perhaps without the first ones. */
export function withoutMergeMarks(nodes: readonly RootContent[], source: SourceText): Unmarked {
  const { conflicts, single } = mergeMarks(source);
  const left = single.filter((line) => !isQuoted(line, source)).filter(isWithinText(nodes));
  if (conflicts.length + left.length === 0) {
    return { nodes, source, left: [] };
  }
  const shown = parseMarkdown(withoutLines([...conflicts.flat(), ...left], source));
  const from = nodes[0] === undefined ? 0 : rangeOf(nodes[0]).start;
  return {
    nodes: shown.root.children.filter((node) => rangeOf(node).end > from),
    source: shown.source,
    left: left.map((range) =>
      sectionProblem(range, 'This line looks like one that a merge left behind. Delete it.'),
    ),
  };
}

type MarkedLines = readonly [TextRange, ...TextRange[]];

interface MergeMarks {
  /** The lines of each conflict; the last of them may be missing. */
  readonly conflicts: readonly MarkedLines[];
  readonly single: readonly TextRange[];
}

const mergeMark = /^(?:([<|>])\1{6}(?:[ \t].*)?|={7}[ \t]*)$/gmu;

function mergeMarks({ text }: SourceText): MergeMarks {
  if (!['<<<<<<<', '=======', '>>>>>>>'].some((mark) => text.includes(mark))) {
    return { conflicts: [], single: [] };
  }
  const groups: { readonly lines: [TextRange, ...TextRange[]]; signs: string }[] = [];
  const rules: TextRange[] = [];
  for (const { index, 0: line } of text.matchAll(mergeMark)) {
    const [sign = ''] = line;
    const range = { start: index, end: index + line.length };
    const group = groups.at(-1);
    if (group !== undefined && followers.get(group.signs)?.includes(sign)) {
      group.lines.push(range);
      group.signs += sign;
    } else if (sign === '=') {
      rules.push(range);
    } else if (sign !== '|') {
      groups.push({ lines: [range], signs: sign });
    }
  }
  const isConflict = ({ signs }: { readonly signs: string }): boolean => signs.includes('=');
  return {
    conflicts: groups.filter(isConflict).map(({ lines }) => lines),
    single: [
      ...groups.filter((group) => !isConflict(group)).flatMap(({ lines }) => lines),
      // Several of them are somebody's way to part sections.
      ...(rules.length === 1 ? rules : []),
    ].sort((a, b) => a.start - b.start),
  };
}

/** What may come behind the marks of a conflict: some programs show the former version too. */
const followers: ReadonlyMap<string, string> = new Map([
  ['<', '|='],
  ['<|', '='],
  ['<=', '>'],
  ['<|=', '>'],
]);

/** Whether a line goes on a quotation, or one goes on it. */
function isQuoted({ start, end }: TextRange, source: SourceText): boolean {
  const beside = [start - 1, nextLine(end, source)].map((at) => source.lineAt(at));
  return (
    source.text[start] === '>' &&
    beside.some((line) => line.start !== start && source.text[line.start] === '>')
  );
}

/** Whether a line stands in text, and not in code or below a title. */
function isWithinText(nodes: readonly RootContent[]): (line: TextRange) => boolean {
  let at = 0;
  return ({ start }) => {
    while (at < nodes.length - 1 && rangeOf(nodes[at] as RootContent).end <= start) {
      at += 1;
    }
    const node = nodes[at];
    return node !== undefined && rangeOf(node).start <= start && !markless.has(node.type);
  };
}

const markless: ReadonlySet<string> = new Set(['code', 'html', 'yaml', 'heading']);

/** A text with spaces for some lines. Between the rows of a table the breaks go as well: no empty line may part them. */
function withoutLines(lines: readonly TextRange[], source: SourceText): string {
  const pieces: string[] = [];
  let read = 0;
  for (const run of adjacent(lines, source)) {
    const lineBreak = source.text.startsWith('\r\n', run.end) ? 2 : 1;
    const [above, below] = [source.lineAt(run.start - 1), source.lineAt(run.end + lineBreak)];
    const isInTable = run.start > 0 && [above, below].every((line) => source.slice(line).includes('|'));
    const from = isInTable ? above.end : run.start;
    const text = source.text.slice(from, run.end);
    pieces.push(source.text.slice(read, from), isInTable ? ' '.repeat(text.length) : text.replace(/./g, ' '));
    read = run.end;
  }
  return [...pieces, source.text.slice(read)].join('');
}

/** Where the line begins behind the end of another. */
function nextLine(end: number, { text }: SourceText): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}

/** Lines that follow right upon each other, as one stretch. */
function adjacent(lines: readonly TextRange[], source: SourceText): readonly TextRange[] {
  const runs: TextRange[] = [];
  for (const line of [...lines].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    if (last !== undefined && source.text.slice(last.end, line.start).trim() === '') {
      runs.splice(-1, 1, { start: last.start, end: line.end });
    } else {
      runs.push(line);
    }
  }
  return runs;
}

/** A code fence or a comment that nobody closed and that takes sections below it out of the guide. */
export function unclosedBlock(nodes: readonly RootContent[], source: SourceText): Problem | undefined {
  const last = nodes.at(-1);
  const missing = last && missingEnd(last, source);
  // A fence that has no partner at the end may be the partner of one further up, which ends at that of another block.
  const swallowing = nodes.find((node) =>
    isCode(last) && missing !== undefined
      ? node !== last && hidesPart(node, source) && endsWhereOneBegins(node, source)
      : endsWithNext(node, source),
  );
  const isCut = (isCode(last) || isHtml(last)) && headingLine.test(last.value);
  const node = swallowing ?? (isCut ? last : undefined);
  const mark = swallowing === undefined ? missing : markOf(swallowing, source);
  if (node === undefined || mark === undefined) {
    return undefined;
  }
  const { start, end } = rangeOf(node);
  const what = isCode(node) ? 'code block' : 'comment';
  const why =
    node === swallowing
      ? `ends only where another one does, on line ${source.lineNumberAt(end)}, so that what stands between is not read`
      : 'is not closed, so that nothing below it is read';
  return sectionProblem(
    { start, end: source.lineAt(start).end },
    `This ${what} ${why}. Close it with “${mark}”.`,
  );
}

const headingLine = /^ {0,3}#{1,6}\s/mu;

/** Whether fenced code holds a section that guides have, and not as an example of Markdown. */
function hidesPart(node: RootContent, source: SourceText): boolean {
  return (
    isCode(node) &&
    fence.test(source.slice(rangeOf(node))) &&
    !/^(?:md|markdown)\b/iu.test(node.lang ?? '') &&
    [...node.value.matchAll(/^#{2,6}[ \t]+(.+)$/gmu)].some(([, title = '']) => partOf(title) !== undefined)
  );
}

/** Whether a fence stands as one that begins code does: with an empty line above and what it holds right below. */
function endsWhereOneBegins(node: RootContent, source: SourceText): boolean {
  const line = source.lineAt(rangeOf(node).end);
  const [above, below] = [source.lineAt(line.start - 1), source.lineAt(nextLine(line.end, source))];
  return source.slice(above).trim() === '' && source.slice(below).trim() !== '';
}

/** Whether a comment goes on over headings to where another begins, so that it ends where that one does. */
function endsWithNext(node: RootContent, source: SourceText): boolean {
  const next = isHtml(node) && node.value.startsWith('<!--') ? node.value.indexOf('<!--', 4) : -1;
  if (!isHtml(node) || next < 0 || !headingLine.test(node.value.slice(0, next))) {
    return false;
  }
  const below = source.text.slice(rangeOf(node).end);
  const [begin, end] = [below.indexOf('<!--'), below.indexOf('-->')];
  // Where one comment was put around another on purpose, its own end is still to come.
  return node.value.indexOf('-->') > next && (end < 0 || (begin >= 0 && begin < end));
}

/** What ends code or a comment. */
function markOf(node: RootContent, source: SourceText): string | undefined {
  return isCode(node) ? fence.exec(source.slice(rangeOf(node)))?.[0] : '-->';
}

/** What a block lacks at its end. */
function missingEnd(node: RootContent, source: SourceText): string | undefined {
  switch (node.type) {
    case 'code':
      return closingFence(source.slice(rangeOf(node)));
    case 'html':
      return node.value.startsWith('<!--') && !node.value.includes('-->') ? '-->' : undefined;
    default:
      return undefined;
  }
}

const fence = /^(?:`{3,}|~{3,})/u;

/** The fence that a code block lacks. */
function closingFence(code: string): string | undefined {
  const opening = fence.exec(code)?.[0];
  const at = code.trimEnd().lastIndexOf('\n') + 1;
  const end = code.slice(at).trim();
  const isClosed =
    opening === undefined ||
    (at > 0 && end.startsWith(opening) && end.replaceAll(opening[0] ?? '', '') === '');
  return isClosed ? undefined : opening;
}
