import { firstOfEach, groupBy } from '../../groupBy';
import { nameKey } from '../../names';
import { listed } from '../../text/listed';
import { present } from '../lists';
import type { Guide, GuideCapability, GuideTransition, Problem } from '../model';
import { isAside } from '../parts/readPitfalls';
import { capabilityProblem, levelsProblem, sectionProblem } from '../problem';
import { checkParts, isToldOf } from './checkParts';
import { placeholderFor } from './placeholders';

/**
 * What an author would want to know of a guide that could be read, beyond the problems it has already.
 *
 * @param isCutOff Whether some of its text cannot be read, where the parts may be that seem to be missing.
 */
export function checkGuide(guide: Guide, isCutOff: boolean): readonly Problem[] {
  const common = commonIn(guide.capabilities);
  // Of those that are named twice, only the first is read.
  const firsts = new Set(
    firstOfEach(guide.capabilities, (capability) => `${stepOf(capability)} ${nameKey(capability.name)}`),
  );
  return [
    ...guide.transitions.flatMap((transition) => [
      ...checkParts(guide, transition, isCutOff),
      ...otherLevels(guide, transition),
      ...repeatedPitfall(guide, transition),
    ]),
    ...guide.capabilities
      .filter((capability) => firsts.has(capability) || isNameless(capability.name))
      .flatMap((capability) => checkCapability(guide, capability, common.get(stepOf(capability)) ?? [])),
    ...checkSequence(guide),
  ];
}

function checkCapability(
  guide: Guide,
  capability: GuideCapability,
  common: readonly Usual[],
): readonly Problem[] {
  const { name, signals, heading, range } = capability;
  if (isNameless(name)) {
    const message = 'This capability has no name. Write one in its heading.';
    return [capabilityProblem(heading, message)];
  }
  if (signals.length > 0) {
    return [...placeholders(capability), ...whatOthersHave(guide, capability, common)];
  }
  return isToldOf(guide, range)
    ? []
    : [
        capabilityProblem(
          heading,
          `“${name}” has no signals. List what it looks like under “**What this looks like:**”.`,
        ),
      ];
}

/** Lists of which only a placeholder stands there. */
function placeholders({ name, signals, practices }: GuideCapability): readonly Problem[] {
  const [signal, practice] = [placeholderFor(signals), placeholderFor(practices)];
  return [
    ...present(
      signal &&
        capabilityProblem(
          signal.range,
          `“${signal.text}” stands here for the signals of “${name}”: list what it looks like.`,
        ),
    ),
    ...present(
      practice &&
        sectionProblem(
          practice.range,
          `“${practice.text}” stands here for the practices of “${name}”: list how to develop it.`,
        ),
    ),
  ];
}

/**
 * A pitfall that has the name of another, unless a problem between the two, such as a section pasted twice, tells why.
 * What recurs more often, "Myth", is a label.
 */
function repeatedPitfall(guide: Guide, { pitfalls }: GuideTransition): readonly Problem[] {
  const groups = groupBy(pitfalls, ({ name }) => nameKey(name));
  if (groups.size !== pitfalls.length - 1) {
    return [];
  }
  const [first, second] = [...groups.values()].find((group) => group.length > 1) ?? [];
  return first === undefined ||
    second === undefined ||
    isAside(second.name) ||
    isToldOf(guide, { start: first.range.start, end: second.range.start })
    ? []
    : [
        sectionProblem(
          second.range,
          `“${second.name}” is named twice among the pitfalls. Give this one a name of its own, or make one of the two.`,
        ),
      ];
}

/** Whether a heading has a number at the most. */
function isNameless(name: string): boolean {
  return /^(?:\d+[.):]?)?$/u.test(name);
}

/** "At M3, …" in a guide from M1 to M2 that does not say what is so at M1; unless its levels are told of as it is. */
function otherLevels(guide: Guide, { from, to }: GuideTransition): readonly Problem[] {
  const others = guide.capabilities.flatMap(({ name, level, from: start, expectations }) => {
    const ids = expectations.map((expectation) => expectation.level);
    const missing = [from, to].find((id) => !ids.includes(id));
    const other = expectations.find((expectation) => ![from, to].includes(expectation.level));
    return level !== to || start !== from || missing === undefined || other === undefined
      ? []
      : [{ name, missing, other }];
  });
  const [first, ...more] = others;
  const isElsewhere = ({ rule, range }: Problem): boolean =>
    rule === 'guide-levels' &&
    !guide.capabilities.some(
      (capability) => capability.range.start <= range.start && range.start < capability.range.end,
    );
  if (first === undefined || guide.problems.some(isElsewhere)) {
    return [];
  }
  const { name, missing, other } = first;
  const say = more.length === 0 ? 'says' : `and ${more.length} more say`;
  return [
    levelsProblem(
      other.range,
      `“${name}” ${say} what is so at ${other.level} and not at ${missing}, but the guide leads from ${from} to ${to}. Make them agree.`,
    ),
  ];
}

/** What a capability lacks that most of the others have: by itself none of it is needed. */
function whatOthersHave(
  guide: Guide,
  capability: GuideCapability,
  common: readonly Usual[],
): readonly Problem[] {
  const { name, heading, range } = capability;
  const lacks = common.filter(
    (one) => !one.isIn(capability) && !(one.what === 'practices' && isToldOf(guide, range)),
  );
  return lacks.length === 0
    ? []
    : [
        sectionProblem(
          heading,
          `“${name}” has no ${listed(
            lacks.map(({ what }) => what),
            'or',
          )}, which others have. ${lacks.map(({ mend }) => mend).join(' ')}`,
        ),
      ];
}

/** For each step what most of its capabilities have. */
function commonIn(capabilities: readonly GuideCapability[]): ReadonlyMap<string, readonly Usual[]> {
  return new Map(
    [...groupBy(capabilities, stepOf)].map(([step, beside]) => [
      step,
      usual.filter(({ isIn }) => beside.filter(isIn).length * 2 > beside.length),
    ]),
  );
}

function stepOf({ from, level }: GuideCapability): string {
  return `${from ?? ''}→${level}`;
}

/** What a capability mostly has, and how to mend it where it has not. */
interface Usual {
  readonly what: string;
  readonly mend: string;
  readonly isIn: (capability: GuideCapability) => boolean;
}

const usual: readonly Usual[] = [
  {
    what: 'first paragraph',
    mend: 'Say in one what it asks for.',
    isIn: ({ summary }) => summary !== undefined,
  },
  {
    what: 'practices',
    mend: 'List them under “**How to develop this:**”.',
    isIn: ({ practices }) => practices.length > 0,
  },
];

/** Names used twice, and numbers that do not count up from one, within the capabilities of one step. */
function checkSequence(guide: Guide): readonly Problem[] {
  const problems: Problem[] = [];
  const steps = new Map<string, { readonly names: Set<string>; written: number; meant: number }>();
  let previous = 0;
  for (const capability of guide.capabilities) {
    const { name, number, heading } = capability;
    const between = { start: previous, end: heading.start };
    previous = heading.start;
    const key = stepOf(capability);
    const step = steps.get(key) ?? { names: new Set(), written: 0, meant: 0 };
    steps.set(key, step);
    if (!isNameless(name) && step.names.has(nameKey(name))) {
      problems.push(
        capabilityProblem(
          heading,
          `“${name}” is named twice; only the first is read. Give this one a name of its own.`,
        ),
      );
      if (number === undefined || number === step.meant + 1) {
        step.meant += 1;
        step.written = step.meant;
      }
      continue;
    }
    step.names.add(nameKey(name));
    step.meant += 1;
    // Behind a slip both counts are right: on from the number that is written, and from the one that was meant.
    // Where a heading is lost, so is its number.
    const isBehindLost = number === step.meant + 1 && isToldOf(guide, between, 'guide-capability');
    if (number !== undefined && number !== step.meant && number !== step.written + 1 && !isBehindLost) {
      problems.push(
        capabilityProblem(
          heading,
          `“${name}” is numbered ${number} where ${step.meant} is next. Number the capabilities in their order.`,
        ),
      );
    } else {
      step.meant = number ?? step.meant;
    }
    step.written = number ?? step.meant;
  }
  return problems;
}
