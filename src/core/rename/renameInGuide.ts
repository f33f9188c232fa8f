import { headingFragments } from '../citations/guideAnchors';
import type { Guide, GuideCapability } from '../guide/model';
import { nameRanges } from '../guide/nameInHeading';
import { readGuide } from '../guide/readGuide';
import { parseMarkdown } from '../markdown/parseMarkdown';
import type { TextEdit } from '../text/textEdit';

/** What a new name does to a guide. */
export interface GuideRename {
  readonly guide: Guide;
  readonly edit: TextEdit;
  /** The guide as it will be read. */
  readonly renamed: Guide;
  /** The headings whose fragment changes, by their offset, with the new one. */
  readonly fragments: ReadonlyMap<number, string>;
}

/**
 * Gives a capability another name in a guide that describes it; what else the line holds, its number for
 * instance, stays. The new text is read to make sure of it.
 *
 * @returns undefined where the guide would be read otherwise than meant: the name would be taken for
 *   something else, or the line is written in a way that only its author can change.
 */
export function renameInGuide(
  guide: Guide,
  capability: GuideCapability,
  name: string,
): GuideRename | undefined {
  const expected = outline(guide, capability, name);
  const { text } = guide.source;
  for (const range of nameRanges(guide.source, capability)) {
    for (const written of new Set([name, escapeInline(name)])) {
      const renamed = readGuide(
        guide.path,
        parseMarkdown(text.slice(0, range.start) + written + text.slice(range.end)),
      );
      if (renamed !== undefined && outline(renamed) === expected) {
        const fragments = changedFragments(guide, renamed);
        return { guide, edit: { range, text: written }, renamed, fragments };
      }
    }
  }
  return undefined;
}

/** What a guide says of its levels and capabilities, as text to compare; perhaps with one of them renamed. */
function outline(guide: Guide, renamed?: GuideCapability, name?: string): string {
  return JSON.stringify([
    guide.levels.map(({ id, title }) => [id, title]),
    guide.transitions.map(({ from, to, pitfalls, parts }) => [from, to, pitfalls.length, Object.keys(parts)]),
    guide.capabilities.map((one) => [
      one.level,
      one.from,
      one.number,
      one === renamed ? name : one.name,
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
