import type { GuideCapability } from '../guide/model';
import type { Capability, Ladder, Level } from '../ladder/model';
import { nameKey } from '../names';
import { remembering } from '../remembering';
import { LevelNames } from './levelNames';
import { makeNameTrie, type NameTrie } from './nameTrie';

/** A ladder, prepared for looking up what documents say. */
export interface LadderIndex {
  readonly ladder: Ladder;
  readonly levels: LevelNames;
  level(id: string): Level | undefined;
  /** The capability of a level that a name means. */
  capability(level: string, name: string): Capability | undefined;
  /** The capabilities of that name, one for each level that has it. */
  named(name: string): readonly Capability[];
  /** The capability that a guide describes at some place. */
  described(capability: GuideCapability): Capability | undefined;
  /** The names of all capabilities, for finding them in prose. */
  readonly names: NameTrie;
  /** Whether a text is one of the guides' own signals or questions, and so says nothing of its own. */
  isPrompt(text: string): boolean;
  /** Whether a text is one that the guides give to work with: a prompt, a practice, an item of the track record. */
  isFromGuide(text: string): boolean;
}

/** The index of a ladder, made once. */
export const indexOf = remembering((ladder: Ladder): LadderIndex => {
  const levels = new Map(ladder.levels.map((level) => [level.id, level]));
  const byName = new Map<string, Map<string, Capability>>();
  const byDescription = new Map<GuideCapability, Capability>();
  for (const { id, capabilities } of ladder.levels) {
    for (const capability of capabilities) {
      const key = nameKey(capability.name);
      const sharing = byName.get(key) ?? new Map<string, Capability>();
      byName.set(key, sharing.set(id, capability));
      for (const description of capability.descriptions) {
        byDescription.set(description.capability, capability);
      }
    }
  }
  const prompts = promptsOf(ladder);
  const advice = adviceOf(ladder);
  return {
    ladder,
    levels: new LevelNames(ladder),
    level: (id) => levels.get(id),
    capability: (level, name) => byName.get(nameKey(name))?.get(level),
    named: (name) => [...(byName.get(nameKey(name))?.values() ?? [])],
    described: (capability) => byDescription.get(capability),
    names: makeNameTrie(ladder),
    isPrompt: (text) => prompts.has(promptKey(text)),
    isFromGuide: (text) => prompts.has(promptKey(text)) || advice.has(promptKey(text)),
  };
});

function promptsOf({ levels, transitions }: Ladder): ReadonlySet<string> {
  const signals = levels.flatMap(({ capabilities }) =>
    capabilities.flatMap(({ descriptions }) => descriptions.flatMap(({ capability }) => capability.signals)),
  );
  const questions = transitions.flatMap(({ readiness, question }) => [
    ...(readiness?.selfAssessment ?? []).map(({ text }) => text),
    ...(question === undefined ? [] : [question.from, question.to]),
  ]);
  return keysOf([...signals.map(({ text }) => text), ...questions]);
}

function adviceOf({ levels, transitions }: Ladder): ReadonlySet<string> {
  const practices = levels.flatMap(({ capabilities }) =>
    capabilities.flatMap(({ descriptions }) =>
      descriptions.flatMap(({ capability }) => capability.practices),
    ),
  );
  const trackRecord = transitions.flatMap(({ readiness }) => readiness?.trackRecord ?? []);
  return keysOf([...practices, ...trackRecord].map(({ text }) => text));
}

/** The keys of texts, and of each item that stands below one of them. */
function keysOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [text, ...text.split('\n\n')]).map(promptKey));
}

/**
 * The marks around a prompt make no difference, a colon or a dash for instance, nor do the empty brackets
 * that a citation leaves.
 */
function promptKey(text: string): string {
  return nameKey(text.replace(/\([\s,;]*\)|\[\s*\]/gu, ' ')).replace(/^[\s"'.:;,-]+|[\s"'.:;,!?-]+$/gu, '');
}
