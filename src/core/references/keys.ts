import type { LadderIndex } from '../citations/ladderIndex';
import { citedCapability } from '../document/citation';
import { readLabelText } from '../document/readCitations';
import type { Target } from '../document/target';
import type { Capability } from '../ladder/model';
import { nameKey } from '../names';
import { remembering, rememberingTexts } from '../remembering';

/** What a citation's label means, by what entries are filed under. */
interface LabelKeys {
  readonly cited: readonly string[];
  readonly named: readonly string[];
}

/** Thousands of documents may cite the signals of many levels. */
const mostLabels = 10_000;

const keysUnder = remembering((index: LadderIndex) =>
  rememberingTexts((text) => readLabelKeys(text, index), mostLabels),
);

/** The keys of a label, read once for each ladder: the same ones stand in many documents. */
export function labelKeys(text: string, index: LadderIndex): LabelKeys {
  return keysUnder(index)(text);
}

function readLabelKeys(text: string, index: LadderIndex): LabelKeys {
  const label = readLabelText(text, index);
  const capability = label && citedCapability(label);
  if (capability !== undefined) {
    return { cited: capabilityKeys('cited', capability), named: capabilityKeys('named', capability) };
  }
  const level = label?.meaning.kind === 'unknownCapability' ? label.meaning.level : undefined;
  if (label === undefined || level === undefined) {
    return { cited: [], named: [] };
  }
  const guide = level.source.guide.path;
  return {
    cited: [key('stray', guide, level.id), key('stray', guide, level.id, nameKey(label.name.text))],
    named: [],
  };
}

/** The keys of the levels that a promotion document leads to. */
export function targetKeys(target: Target | undefined): readonly string[] {
  return (target?.levels ?? []).map(({ id, source }) => key('promotion', source.guide.path, id));
}

/** Under every place that describes it: two ladders may share a guide. */
export function capabilityKeys(
  kind: 'cited' | 'named',
  { descriptions, level, name }: Capability,
): readonly string[] {
  return [...new Set(descriptions.map(({ guide }) => key(kind, guide.path, level, nameKey(name))))];
}

export function key(...parts: readonly string[]): string {
  return parts.join('\n');
}
