import type { Readiness } from '../guide/model';
import type { Capability, GuideProblem, Ladder, Level, Transition } from '../ladder/model';
import { titleBesideId } from '../ladder/titleBesideId';
import { defaultSeverities } from '../rules';
import { counted } from '../text/counted';
import { printableLine } from '../text/printable';

/** How parts of the text are set off from each other; each function returns its text, marked up. */
export interface OutlineStyle {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly warning: (text: string) => string;
}

interface Branch {
  readonly text: string;
  readonly children: readonly Branch[];
}

/** A ladder as a tree to read in a terminal: tracks, levels, capabilities, and each step upwards. */
export function outlineText(ladder: Ladder, style: OutlineStyle): string {
  const tracks = ladder.tracks.flatMap((track) => {
    const heading = track.id === '' ? 'Levels' : `Track ${track.id}`;
    const lines = drawBranches(
      track.levels.map((level) => levelBranch(level, ladder, style)),
      '',
    );
    return [style.strong(heading), ...lines, ''];
  });
  const problems = ladder.problems.map((problem) => problemLine(problem, style));
  return [...tracks, ...problems].join('\n').trimEnd();
}

function levelBranch(level: Level, ladder: Ladder, style: OutlineStyle): Branch {
  const onwards = ladder.transitions.filter(({ from }) => from === level.id);
  return {
    text: [style.strong(printableLine(level.id)), titleOf(level)].filter((part) => part !== '').join('  '),
    children: [
      ...level.capabilities.map((capability) => capabilityBranch(capability, style)),
      ...onwards.map((transition) => transitionBranch(transition, ladder, style)),
    ],
  };
}

function titleOf(level: Level): string {
  return printableLine(titleBesideId(level) ?? '');
}

function capabilityBranch({ number, name, signals, practices }: Capability, style: OutlineStyle): Branch {
  const counts = `${counted(signals.length, 'signal')}, ${counted(practices.length, 'practice')}`;
  return {
    text: `${number === undefined ? '' : `${number}. `}${printableLine(name)}  ${style.faint(counts)}`,
    children: [],
  };
}

function transitionBranch(transition: Transition, ladder: Ladder, style: OutlineStyle): Branch {
  const { to, question, shifts, pitfalls, readiness, timeline } = transition;
  const target = ladder.levels.find(({ id }) => id === to);
  const parts = [
    question === undefined ? [] : [`from “${question.from}” to “${question.to}”`],
    shifts.length === 0 ? [] : [counted(shifts.length, 'shift')],
    pitfalls.length === 0 ? [] : [counted(pitfalls.length, 'pitfall')],
    readiness === undefined ? [] : readinessCounts(readiness),
    timeline?.typical === undefined ? [] : [`typically ${timeline.typical}`],
  ].flat();
  return {
    text: `→ ${style.strong(printableLine(to))}${target === undefined || titleOf(target) === '' ? '' : `  ${titleOf(target)}`}`,
    children: parts.map((part) => ({ text: style.faint(printableLine(part)), children: [] })),
  };
}

function readinessCounts({ trackRecord, selfAssessment }: Readiness): readonly string[] {
  const counts = [
    ...(trackRecord.length === 0 ? [] : [counted(trackRecord.length, 'track record item')]),
    ...(selfAssessment.length === 0 ? [] : [`${counted(selfAssessment.length, 'question')} to ask oneself`]),
  ];
  return counts.length === 0 ? [] : [counts.join(', ')];
}

function drawBranches(branches: readonly Branch[], indent: string): readonly string[] {
  return branches.flatMap(({ text, children }, index) => {
    const last = index === branches.length - 1;
    return [
      `${indent}${last ? '└─' : '├─'} ${text}`,
      ...drawBranches(children, `${indent}${last ? '   ' : '│  '}`),
    ];
  });
}

function problemLine({ guide, range, rule, message }: GuideProblem, style: OutlineStyle): string {
  const { line, column } = guide.source.positionAt(range.start);
  const place = `${printableLine(guide.path)}:${line + 1}:${column + 1}`;
  return `${place} ${style.warning(defaultSeverities[rule])} ${printableLine(message)} ${style.faint(rule)}`;
}
