import type { RootContent } from 'mdast';
import { plainText } from '../markdown/plainText';
import type { Arrangement } from './arrangeSections';
import type { TransitionPart } from './guideParts';
import type { PartKind } from './model';
import { isTextBlock } from './passages';
import { isShiftTable, nameOf } from './readShifts';
import { typicalRange } from './readTimeline';
import { isBoldLine, type Section } from './sections';

/**
 * A guide's sections by what they are about, where for a part that no heading announces there may be a
 * section that can be nothing else by what stands in it.
 */
export function placeByContent({ arrangement, sections, intro, pair }: TransitionPart): Arrangement {
  const { parts, extras } = arrangement;
  const places: [Section, PartKind][] = [];
  const shift = extras.find(({ blocks }) => blocks.some((block) => isShiftTable(block, pair)));
  if (parts.shift === undefined && shift !== undefined) {
    places.push([shift, 'shift']);
  }
  const timeline = extras.find(({ blocks }) => tellsTime(blocks[0], [nameOf(pair.from), nameOf(pair.to)]));
  if (parts.timeline === undefined && timeline !== undefined) {
    places.push([timeline, 'timeline']);
  }
  const [opening] = sections;
  if (
    opening !== undefined &&
    parts.overview === undefined &&
    !intro.some(isProse) &&
    isAllProse(opening) &&
    (extras.includes(opening) || isOneOfSeveral(opening, parts.shift))
  ) {
    places.push([opening, 'overview']);
  }
  return places.reduce(place, arrangement);
}

function place(arrangement: Arrangement, [section, kind]: [Section, PartKind]): Arrangement {
  const { parts, extras } = arrangement;
  const shift = parts.shift?.filter(({ heading }) => heading !== section.heading);
  return {
    ...arrangement,
    parts: {
      ...parts,
      ...(shift === undefined ? {} : { shift }),
      [kind]: [section],
    },
    extras: extras.filter((extra) => extra !== section),
  };
}

function isOneOfSeveral({ heading }: Section, sections: readonly Section[] = []): boolean {
  return sections.length > 1 && sections.some((section) => section.heading === heading);
}

function isAllProse({ blocks, children }: Section): boolean {
  return children.length === 0 && blocks.some(isProse) && blocks.every((block) => !isListOrTable(block));
}

function isListOrTable({ type }: RootContent): boolean {
  return type === 'list' || type === 'table';
}

/** A paragraph of text; one that is emphasised as a whole speaks of the page. */
function isProse(block: RootContent): boolean {
  return block.type === 'paragraph' && isTextBlock(block) && !isBoldLine(block);
}

/** "Three to five years at M1." */
function tellsTime(block: RootContent | undefined, levels: readonly string[]): boolean {
  const text = block?.type === 'paragraph' ? plainText(block) : '';
  return typicalRange(text) !== undefined && levels.some((level) => text.includes(level));
}
