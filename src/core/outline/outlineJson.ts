import type { Guide, GuidePlace } from '../guide/model';
import type { Capability, GuideProblem, Ladder, Level, Transition } from '../ladder/model';
import type { Passage } from '../markdown/plainText';
import { defaultSeverities } from '../rules';

/**
 * A ladder as plain data; lines and columns count from 1, absent objects are null and absent lists empty.
 * It is what `career-ladder outline --format json` prints: a public format, changed only by adding.
 */
export function outlineJson(ladder: Ladder) {
  return {
    levels: ladder.levels.map(levelJson),
    transitions: ladder.transitions.map(transitionJson),
    problems: ladder.problems.map(problemJson),
  };
}

function levelJson(level: Level) {
  return {
    id: level.id,
    title: level.title ?? null,
    track: level.track,
    capabilities: level.capabilities.map(capabilityJson),
    source: placeJson(level.source),
  };
}

function capabilityJson(capability: Capability) {
  const { guide } = capability.source;
  return {
    number: capability.number ?? null,
    name: capability.name,
    from: capability.from,
    summary: capability.summary?.text ?? null,
    expectations: Object.fromEntries(capability.expectations.map(({ level, text }) => [level, text])),
    signals: passagesJson(capability.signals, guide),
    practices: passagesJson(capability.practices, guide),
    source: placeJson(capability.source),
  };
}

function transitionJson(transition: Transition) {
  const { guide, readiness, timeline, question } = transition;
  return {
    from: transition.from,
    to: transition.to,
    overview: transition.overview?.text ?? null,
    question: question === undefined ? null : { from: question.from, to: question.to },
    shifts: transition.shifts.map(({ from, to, range }) => ({ from, to, line: line(guide, range.start) })),
    pitfalls: transition.pitfalls.map(({ name, text, range }) => ({
      name,
      text,
      line: line(guide, range.start),
    })),
    trackRecord: passagesJson(readiness?.trackRecord ?? [], guide),
    selfAssessment: passagesJson(readiness?.selfAssessment ?? [], guide),
    readiness:
      readiness === undefined
        ? null
        : { summary: readiness.summary?.text ?? null, rule: readiness.rule?.text ?? null },
    timeline:
      timeline === undefined
        ? null
        : {
            summary: timeline.summary?.text ?? null,
            typical: timeline.typical ?? null,
            reasons: passagesJson(timeline.reasons, guide),
            caveat: timeline.caveat?.text ?? null,
          },
    source: placeJson({ guide, range: transition.heading }),
  };
}

function problemJson({ guide, range, rule, message }: GuideProblem) {
  const { line: lineFromZero, column } = guide.source.positionAt(range.start);
  return {
    path: guide.path,
    line: lineFromZero + 1,
    column: column + 1,
    rule,
    severity: defaultSeverities[rule],
    message,
  };
}

function passagesJson(passages: readonly Passage[], guide: Guide) {
  return passages.map(({ text, range }) => ({ text, line: line(guide, range.start) }));
}

function placeJson({ guide, range }: GuidePlace) {
  return { path: guide.path, line: line(guide, range.start) };
}

function line(guide: Guide, offset: number): number {
  return guide.source.lineNumberAt(offset);
}
