import type { LadderIndex } from '../citations/ladderIndex';
import type { Level } from '../ladder/model';
import type { TextRange } from '../text/sourceText';
import type { DocumentModel } from './model';
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
  if (promised !== undefined && contains(promised, offset)) {
    return idIn(source.slice(promised), offset - promised.start, promised.start, index);
  }
  const run = blocks
    .find((block) => block.kind !== 'code' && block.kind !== 'html' && contains(block.range, offset))
    ?.runs.find(({ kind, range, reference }) => kind === 'text' && !reference && contains(range, offset));
  if (run === undefined) {
    return undefined;
  }
  const offsets = sourceOffsets(source, run.range, run.text);
  const at = offsets.findLastIndex((start) => start <= offset);
  return idIn(run.text, at, (offsets[at] ?? 0) - at, index);
}

function idIn(text: string, at: number, shift: number, index: LadderIndex): LevelMention | undefined {
  for (const { 0: word, index: start } of text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    const end = start + word.length;
    if (start <= at && at < end) {
      const level = index.level(word);
      return level && { level, range: { start: start + shift, end: end + shift } };
    }
  }
  return undefined;
}

function contains({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset < end;
}
