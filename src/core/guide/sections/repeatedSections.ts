import { rangeOf } from '../../markdown/nodes';
import { nameKey } from '../../names';
import type { SourceText } from '../../text/sourceText';
import { partAnnounced, type Section } from '../blocks/sections';
import type { PartKind, Problem } from '../model';
import { readPitfalls } from '../parts/readPitfalls';
import { readReadiness } from '../parts/readReadiness';
import { readTimeline } from '../parts/readTimeline';
import { sectionProblem } from '../problem';
import { wordsBesidesPart } from '../sectionKinds';
import { type Arrangement, readinessOf } from './arrangeSections';

/**
 * The sections of one part that have the title of another, as where somebody pasted it twice, or that tell in other
 * words once more what is there once. Who divides a part into several sections does neither.
 */
export function repeatedSections(arrangement: Arrangement, source: SourceText): readonly Problem[] {
  const { readiness, trackRecord, selfAssessment, ...others } = arrangement.parts;
  return Object.entries({ ...others, readiness: readinessOf(arrangement) }).flatMap(([kind, sections]) =>
    sections.length < 2 ? [] : repeatedIn(kind as PartKind, sections, source),
  );
}

function repeatedIn(kind: PartKind, sections: readonly Section[], source: SourceText): readonly Problem[] {
  const known = new Set<string>();
  const tellsWhole = whole[kind];
  // "Pitfalls of the first year" are some of them, "Timeline of the review" is another one.
  const tells = (section: Section): boolean =>
    wordsBesidesPart(section.title) === 0 && tellsWhole?.(section, source) === true;
  const first = sections.find(tells);
  return sections.flatMap((section) => {
    const { title, heading } = section;
    const key = nameKey(title);
    const isNamedAlike = known.has(key);
    known.add(key);
    const tellsAgain = first !== undefined && first !== section && tells(section);
    return isNamedAlike || tellsAgain
      ? [
          sectionProblem(
            rangeOf(heading),
            isNamedAlike
              ? `“${title}” stands here once more. Make one section of the two.`
              : `“${title}” tells once more what “${first?.title}” does. Make one section of the two.`,
          ),
        ]
      : [];
  });
}

/** Whether a section tells what a guide says once: how long the step takes, what goes wrong, what to keep a record of. */
const whole: Readonly<Partial<Record<PartKind, (section: Section, source: SourceText) => boolean>>> = {
  timeline: (section, source) => readTimeline([section], source)?.typical !== undefined,
  pitfalls: (section) => readPitfalls(section).length > 0,
  readiness: (section) => announcesRecord(section) && (readReadiness([section])?.trackRecord.length ?? 0) > 0,
};

/** "### Build a Track Record", "**Track record:**" */
function announcesRecord({ part, blocks, children }: Section): boolean {
  return (
    part === 'trackRecord' ||
    children.some(({ part }) => part === 'trackRecord') ||
    blocks.some((block) => partAnnounced(block) === 'trackRecord')
  );
}
