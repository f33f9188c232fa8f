import { headingFragments } from '../citations/guideAnchors';
import type { Guide, GuideCapability } from '../guide/model';
import { nameRanges } from '../guide/nameInHeading';
import { readGuide } from '../guide/readGuide';
import { parseMarkdown } from '../markdown/parseMarkdown';
import type { TextEdit } from '../text/textEdit';

/** What a new name does to a guide. */
export interface GuideRename {
  readonly guide: Guide;
  /** One for each place that describes the capability, in their order. */
  readonly edits: readonly TextEdit[];
  /** The guide as it will be read. */
  readonly renamed: Guide;
  /** The headings whose fragment changes, by their offset, with the new one. */
  readonly fragments: ReadonlyMap<number, string>;
}

/**
 * Gives a capability another name wherever a guide describes it, for each step that leads to its level; what else
 * the lines hold, its number for instance, stays. The new text is read to make sure of it.
 *
 * @returns undefined where the guide would be read otherwise than meant: the name would be taken for
 *   something else, or a line is written in a way that only its author can change.
 */
export function renameInGuide(
  guide: Guide,
  capabilities: readonly GuideCapability[],
  name: string,
): GuideRename | undefined {
  const places = [...new Set(capabilities)].sort((a, b) => a.heading.start - b.heading.start);
  let done: Pick<GuideRename, 'edits' | 'renamed'> = { edits: [], renamed: guide };
  for (const [at, capability] of places.entries()) {
    const next = renameOne(
      guide,
      capability,
      name,
      done.edits,
      outline(guide, places.slice(0, at + 1), name),
    );
    if (next === undefined) {
      return undefined;
    }
    done = next;
  }
  return { guide, ...done, fragments: changedFragments(guide, done.renamed) };
}

function renameOne(
  guide: Guide,
  capability: GuideCapability,
  name: string,
  before: readonly TextEdit[],
  expected: string,
): Pick<GuideRename, 'edits' | 'renamed'> | undefined {
  for (const range of nameRanges(guide.source, capability)) {
    for (const text of new Set([name, escapeInline(name)])) {
      const edits = [...before, { range, text }];
      const renamed = readGuide(guide.path, parseMarkdown(withEdits(guide.source.text, edits)));
      if (renamed !== undefined && outline(renamed) === expected) {
        return { edits, renamed };
      }
    }
  }
  return undefined;
}

/** A text after edits that stand in its order. */
function withEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...edits.map(({ range }) => range.end)];
  const kept = starts.map((start, at) => text.slice(start, edits[at]?.range.start));
  return kept.map((part, at) => part + (edits[at]?.text ?? '')).join('');
}

/** What a guide says of its levels and capabilities, as text to compare; perhaps with some of them renamed. */
function outline(guide: Guide, renamed: readonly GuideCapability[] = [], name?: string): string {
  return JSON.stringify([
    guide.levels.map(({ id, title }) => [id, title]),
    guide.transitions.map(({ from, to, pitfalls, parts }) => [from, to, pitfalls.length, Object.keys(parts)]),
    guide.capabilities.map((one) => [
      one.level,
      one.from,
      one.number,
      renamed.includes(one) ? name : one.name,
      one.signals.map(({ text }) => text),
      one.practices.map(({ text }) => text),
    ]),
    // Links are told their new fragments by the places of the headings.
    headingFragments(guide).length,
  ]);
}

function changedFragments(before: Guide, after: Guide): ReadonlyMap<number, string> {
  const now = headingFragments(after);
  return new Map(
    headingFragments(before).flatMap(({ slug, start }, at) => {
      const fragment = now[at]?.slug;
      return fragment === undefined || fragment === slug ? [] : [[start, fragment]];
    }),
  );
}

function escapeInline(name: string): string {
  return name.replace(/[\\`*_[\]<>#~|!]|&(?=#?\w+;)/gu, '\\$&');
}
