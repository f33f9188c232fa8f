/** A stretch of text as offsets in UTF-16 units: `start` inclusive, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether the character behind an offset is one of a range's. */
export function holds({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset < end;
}

/** Whether a cursor at an offset stands in a range or at one of its ends. */
export function touches({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** A place in a text: line and column from 0, the column in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

const lineBreak = /\r\n|\n|\r/g;

/** A text that can be asked for lines and columns. A leading byte order mark is not part of it. */
export class SourceText {
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  /** The characters that `range` covers. */
  slice(range: TextRange): string {
    return this.text.slice(range.start, range.end);
  }

  /** The place of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): TextPosition {
    const clamped = Math.min(Math.max(offset, 0), this.text.length);
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= clamped) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low, column: clamped - (starts[low] ?? 0) };
  }

  /** The line of an offset, counted from 1 as people count lines. */
  lineNumberAt(offset: number): number {
    return this.positionAt(offset).line + 1;
  }

  /** The line in which an offset stands, without its line break. */
  lineAt(offset: number): TextRange {
    const { line } = this.positionAt(offset);
    const start = this.lineStarts[line] ?? 0;
    const next = this.lineStarts[line + 1] ?? this.text.length;
    return { start, end: start + this.text.slice(start, next).replace(/[\r\n]+$/u, '').length };
  }

  /** The offsets at which lines begin. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= lineStartsIn(this.text);
    return this.#lineStarts;
  }
}

function lineStartsIn(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(lineBreak)) {
      starts.push(match.index + match[0].length);
    }
  } else {
    // By far the quickest way, and nearly all texts are like this.
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      starts.push(end + 1);
    }
  }
  return starts;
}
