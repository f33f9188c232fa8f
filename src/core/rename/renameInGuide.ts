import { headingFragments } from '../citations/guideAnchors';
import type { TextEdit } from '../diagnostics/finding';
import type { Guide, GuideCapability } from '../guide/model';
import { readGuide } from '../guide/readGuide';
import { parseMarkdown } from '../markdown/parseMarkdown';
import { escapedForPattern } from '../text/pattern';
import type { SourceText, TextRange } from '../text/sourceText';

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
        return fragments && { guide, edit: { range, text: written }, renamed, fragments };
      }
    }
  }
  return undefined;
}

/** Where the name of a capability stands in the line that is its heading. */
export function nameInHeading(source: SourceText, capability: GuideCapability): TextRange {
  return nameRanges(source, capability)[0] ?? capability.heading;
}

/** The places that could be the name, likeliest first: as it is read, else with marks in it, else around it. */
function nameRanges(source: SourceText, { heading, name }: GuideCapability): readonly TextRange[] {
  const line = source.slice(heading);
  const words = name.split(/\s+/u).map((word) => Array.from(word, writtenAs).join(''));
  const marks = '[*_`~\\\\]*';
  const marked = words.join(`${marks}\\s+${marks}`);
  return [words.join('\\s+'), marked, `${marks}${marked}${marks}`].flatMap((pattern) =>
    [...line.matchAll(new RegExp(pattern, 'gu'))].map(({ 0: found, index }) => ({
      start: heading.start + index,
      end: heading.start + index + found.length,
    })),
  );
}

/** A pattern for a character as it may be written in Markdown. */
function writtenAs(character: string): string {
  const backslash = /[!-/:-@[-`{-~]/u.test(character) ? '\\\\?' : '';
  return `${backslash}${character === '&' ? '&(?:amp;)?' : escapedForPattern(character)}`;
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
  ]);
}

/** undefined where there are other headings than before. */
function changedFragments(before: Guide, after: Guide): ReadonlyMap<number, string> | undefined {
  const now = headingFragments(after);
  const then = headingFragments(before);
  return now.length === then.length
    ? new Map(
        then.flatMap(({ slug, start }, at) => {
          const fragment = now[at]?.slug;
          return fragment === undefined || fragment === slug ? [] : [[start, fragment]];
        }),
      )
    : undefined;
}

function escapeInline(name: string): string {
  return name.replace(/[\\`*_[\]<>#~|!]|&(?=#?\w+;)/gu, '\\$&');
}
