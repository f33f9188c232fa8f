import { EVENT_ID, type Event, parseEvents, type ScalarEvent, YAMLException } from 'js-yaml';
import { fencedYaml, isFence } from '../markdown/frontMatterFences';
import {
  type Collection,
  type Entry,
  type EntryText,
  entriesOf,
  entryText,
  isScalar,
} from '../markdown/yamlEntries';
import { SourceText, type TextRange } from '../text/sourceText';

/** The YAML at the beginning of a Markdown file, as far as it concerns promotions. */
export interface FrontMatter {
  /** With its two fences. */
  readonly range: TextRange;
  /** The value of `promotion:`; undefined where there is none or it is no text. */
  readonly promotion: EntryText | undefined;
  /** Why it cannot be read as YAML, and where; the rest is then read as well as can be. */
  readonly error: FrontMatterError | undefined;
  /** Those of its comments that speak to Career Ladder, each from `#` to the end of its line. */
  readonly comments: readonly TextRange[];
}

interface FrontMatterError {
  /** What is wrong. */
  readonly reason: string;
  /** How that is mended. */
  readonly mend: string;
  readonly range: TextRange;
}

/** Reads the front matter of a text; undefined for a text without. Never throws. */
export function readFrontMatter(source: SourceText): FrontMatter | undefined {
  const fenced = fencedYaml(source.text);
  if (fenced === undefined) {
    return undefined;
  }
  const { yaml, start, range } = fenced;
  try {
    const events = parseEvents(yaml, {});
    const entries = entriesOf(events, yaml);
    return {
      range,
      promotion: entryText(entries, 'promotion', yaml, start),
      error: contentError(events, entries, yaml, start),
      comments: commentsIn(yaml, start, events.filter(isScalar)),
    };
  } catch (error) {
    return {
      range,
      promotion: promotionLine(yaml, start),
      error: describe(error, yaml, start),
      comments: commentsIn(yaml, start, []),
    };
  }
}

/**
 * Reads the front matter of a text that somebody writes at an offset: also while nothing closes it yet, up to the
 * end of their line, as long as all that stands there are keys with their values.
 */
export function readFrontMatterAt(source: SourceText, offset: number): FrontMatter | undefined {
  return readFrontMatter(source) ?? readBegun(source.slice({ start: 0, end: source.lineAt(offset).end }));
}

function readBegun(text: string): FrontMatter | undefined {
  const [first = '', ...lines] = text.split(/\r\n|\n|\r/u);
  const isBegun = isFence(first) && lines.every((line) => /^(?:\s*|[^\s:#-][^:]*:(?:\s.*)?)$/u.test(line));
  return isBegun ? readFrontMatter(new SourceText(`${text}\n---`)) : undefined;
}

/** Whether YAML may hold a key `promotion`, told without reading it: a backslash may stand for any letter. */
export function mayNamePromotion(yaml: string): boolean {
  return /promotion|\\/u.test(yaml);
}

/**
 * Whether a text may have front matter with `promotion:`; true for all that have it. Told from the first
 * lines, so that other texts cost next to nothing.
 *
 * @param lines The lines of the text, without their line breaks and a byte order mark.
 */
export function mayHavePromotion(lines: Iterable<string>): boolean {
  let isInside = false;
  for (const line of lines) {
    if (isFence(line) === isInside) {
      // The first line opens no front matter, or a later one closes it.
      return false;
    }
    if (isInside && mayNamePromotion(line)) {
      return true;
    }
    isInside = true;
  }
  return false;
}

/** A key that stands twice in a mapping, or an alias of nothing: well formed, and yet no reader of YAML takes them. */
function contentError(
  events: readonly Event[],
  entries: readonly Entry[],
  yaml: string,
  offset: number,
): FrontMatterError | undefined {
  const namesIn = new Map<Collection, Set<string>>();
  for (const { name, key, mapping } of entries) {
    const names = namesIn.get(mapping) ?? new Set();
    namesIn.set(mapping, names);
    if (names.has(name)) {
      return {
        reason: `“${name}” stands here a second time`,
        mend: 'Keep one of the two.',
        range: restOfLine(key.valueStart, yaml, offset),
      };
    }
    names.add(name);
  }
  const anchors = new Set<string>();
  for (const event of events) {
    const anchor = 'anchorStart' in event ? yaml.slice(event.anchorStart, event.anchorEnd) : '';
    if (event.type === EVENT_ID.ALIAS && !anchors.has(anchor)) {
      return {
        reason: `“*${anchor}” repeats what is marked with “&${anchor}”, and nothing is`,
        mend: 'Put the value in quotation marks.',
        range: restOfLine(event.anchorStart - 1, yaml, offset),
      };
    }
    anchors.add(anchor);
  }
  return undefined;
}

/** What stands behind `promotion:` on a line of its own, for YAML that cannot be read. */
function promotionLine(yaml: string, offset: number): EntryText | undefined {
  const line = /^(?<key>(["']?)promotion\2[ \t]*:)(?<value>[ \t][^\r\n]*)?$/mu.exec(yaml);
  if (line?.groups === undefined) {
    return undefined;
  }
  const { key = '', value = '' } = line.groups;
  const text = value.replace(/\s#.*$/u, '').replace(/^\s*["']?|["']?\s*$/gu, '');
  const start = offset + line.index + key.length + value.indexOf(text);
  return { text, range: { start, end: start + text.length } };
}

function commentsIn(yaml: string, offset: number, scalars: readonly ScalarEvent[]): readonly TextRange[] {
  return [...yaml.matchAll(/(?<=^|[ \t])#[ \t]*career-ladder-[^\r\n]*/gmu)]
    .filter(
      ({ index }) => !scalars.some(({ valueStart, valueEnd }) => valueStart < index && index < valueEnd),
    )
    .map(({ 0: text, index }) => ({ start: offset + index, end: offset + index + text.trimEnd().length }));
}

/** What the YAML parser does not understand, in its words. */
function describe(error: unknown, yaml: string, offset: number): FrontMatterError {
  const { reason, mark } =
    error instanceof YAMLException ? error : { reason: 'it cannot be read', mark: undefined };
  return {
    reason,
    mend: 'Mend the indentation, close what is open, or put the value in quotation marks.',
    range: restOfLine(Math.min(mark?.position ?? 0, yaml.length), yaml, offset),
  };
}

/** From a place in YAML to the end of the line, or the last line before. */
function restOfLine(position: number, yaml: string, offset: number): TextRange {
  const rest = /^[^\r\n]*/u.exec(yaml.slice(position))?.[0].trimEnd() ?? '';
  if (rest.trim() !== '') {
    return { start: offset + position, end: offset + position + rest.length };
  }
  const before = yaml.slice(0, position).trimEnd();
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return { start: offset + lineStart, end: offset + before.length };
}
