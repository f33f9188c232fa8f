import type { LadderIndex } from '../citations/ladderIndex';
import type { Level } from '../ladder/model';
import { escapedForPattern } from '../text/pattern';
import { holds, type TextRange } from '../text/sourceText';
import type { DocumentModel } from './documentModel';
import { sourceOffsets } from './sourceOffsets';

/** A level's id in a document's text. */
export interface LevelMention {
  readonly level: Level;
  readonly range: TextRange;
}

/**
 * The level whose id stands at an offset: a whole word with the ladder's capitals, in prose or in the value
 * of `promotion:`. Code, comments and citations name no levels here.
 */
export function levelAt(
  { source, blocks, frontMatter }: DocumentModel,
  index: LadderIndex,
  offset: number,
): LevelMention | undefined {
  const promised = frontMatter?.promotion?.range;
  if (promised !== undefined && holds(promised, offset)) {
    return idIn(source.slice(promised), offset - promised.start, promised.start, index);
  }
  const run = blocks
    .find((block) => block.kind !== 'code' && block.kind !== 'html' && holds(block.range, offset))
    ?.runs.find(({ kind, range, reference }) => kind === 'text' && !reference && holds(range, offset));
  if (run === undefined) {
    return undefined;
  }
  const offsets = sourceOffsets(source, run.range, run.text);
  const at = offsets.findLastIndex((start) => start <= offset);
  return idIn(run.text, at, (offsets[at] ?? 0) - at, index);
}

/** The longest id around a place, so that `L5.5` is not L5. */
function idIn(text: string, at: number, shift: number, { ladder }: LadderIndex): LevelMention | undefined {
  const [longest] = ladder.levels
    .flatMap((level) => {
      const starts = occurrences(level.id, text).filter((one) => one <= at && at < one + level.id.length);
      return starts.map((start) => ({ level, range: { start, end: start + level.id.length } }));
    })
    .filter(({ range }) => isWhole(text, range))
    .sort((a, b) => b.level.id.length - a.level.id.length);
  return (
    longest && {
      level: longest.level,
      range: { start: longest.range.start + shift, end: longest.range.end + shift },
    }
  );
}

function occurrences(id: string, text: string): readonly number[] {
  return [...text.matchAll(new RegExp(escapedForPattern(id), 'gu'))].map(({ index }) => index);
}

function isWhole(text: string, { start, end }: TextRange): boolean {
  return (
    !/[\p{L}\p{M}\p{N}_]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^(?:[\p{L}\p{M}\p{N}_]|\.\p{N})/u.test(text.slice(end, end + 3))
  );
}
