import type { Heading, RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { isParagraph } from '../blocks/nodeTypes';
import { isListOrTable } from '../blocks/passages';
import { isBoldLine, type Section } from '../blocks/sections';
import type { PartKind } from '../model';
import { readPitfalls } from '../parts/readPitfalls';
import { asksOneself } from '../parts/readReadiness';
import { partOf, wordsBesidesPart } from '../sectionKinds';

/** A section without what has come under it, and that as sections of their own. */
export interface Parted {
  readonly own: Section;
  readonly raised: readonly Section[];
}

/**
 * The pitfalls, and the readiness behind them where its heading has the rank of a pitfall's, is a bold line or is
 * missing above "### Build a Track Record": no pitfall is called by these titles.
 *
 * @param isOnly Whether no other section of a guide is of this part.
 */
export function partedFromPitfalls(
  section: Section,
  isOnly: (kind: PartKind) => boolean,
): Parted | undefined {
  const { children } = section;
  const isBehind = ({ title, part }: Section): boolean =>
    part !== undefined && mayStandBehind.has(part) && isBareTitle(title, part) && isOnly(part);
  const from = children.findLastIndex((child) => !isBehind(child)) + 1;
  const behind = children.slice(from);
  const pitfalls = { ...section, children: children.slice(0, from) };
  return behind.length > 0 && (tellsOfReadiness(behind) || (from === 0 && readPitfalls(pitfalls).length > 0))
    ? withTitleInBold(pitfalls, behind)
    : undefined;
}

const mayStandBehind: ReadonlySet<PartKind> = new Set([
  'readiness',
  'trackRecord',
  'selfAssessment',
  'timeline',
]);

/** "How to Demonstrate Readiness", not "Showing off": a title says no more than what part it is. */
export function isBareTitle(title: string, part: PartKind | undefined): boolean {
  return (
    (wordsBesidesPart(title) === 0 || (part === 'selfAssessment' && ofQuestions.test(title))) &&
    (part !== 'readiness' || /\bread(?:y|iness)\b/iu.test(title))
  );
}

/** "Self-Assessment Questions" */
const ofQuestions = /^(?:(?:the|your) )?self[- ]?\p{L}+(?: (?:questions|check ?list))?$/iu;

/** Questions to oneself, or a record beside another part of readiness. */
function tellsOfReadiness(sections: readonly Section[]): boolean {
  const all = sections.flatMap((section) => [section, ...section.children]);
  const others = all.filter(({ part }) => part === 'readiness' || part === 'selfAssessment');
  return (
    all.some(({ blocks }) => blocks.some(asksOneself)) ||
    (others.length > 0 &&
      all.some(({ part, blocks }) => part === 'trackRecord' && blocks.some(isListOrTable)))
  );
}

/** The sections behind the pitfalls under the bold line that is meant as their heading, where there is one. */
function withTitleInBold(pitfalls: Section, behind: readonly Section[]): Parted {
  const last = pitfalls.children.at(-1) ?? pitfalls;
  const at = behind[0]?.part === 'readiness' ? -1 : last.blocks.findLastIndex(isReadinessTitle);
  const line = last.blocks[at];
  if (!isParagraph(line)) {
    return { own: pitfalls, raised: behind };
  }
  const heading: Heading = { ...line, type: 'heading', depth: pitfalls.heading.depth };
  const before = { ...last, blocks: last.blocks.slice(0, at) };
  return {
    own: last === pitfalls ? before : { ...pitfalls, children: [...pitfalls.children.slice(0, -1), before] },
    raised: [
      {
        heading,
        title: plainText(line),
        part: 'readiness',
        blocks: last.blocks.slice(at + 1),
        children: behind,
      },
    ],
  };
}

function isReadinessTitle(block: RootContent): boolean {
  return (
    isBoldLine(block) &&
    partOf(plainText(block)) === 'readiness' &&
    isBareTitle(plainText(block), 'readiness')
  );
}
