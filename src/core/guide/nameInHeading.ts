import { escapedForPattern } from '../text/pattern';
import type { SourceText, TextRange } from '../text/sourceText';
import type { GuideCapability } from './model';

/** Where the name of a capability stands in the line that is its heading. */
export function nameInHeading(source: SourceText, capability: GuideCapability): TextRange {
  return nameRanges(source, capability)[0] ?? capability.heading;
}

/** The places that could be the name, likeliest first: as it is read, else with marks in it, else around it. */
export function nameRanges(source: SourceText, { heading, name }: GuideCapability): readonly TextRange[] {
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
