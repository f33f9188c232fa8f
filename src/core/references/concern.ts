import { decodeString } from 'micromark-util-decode-string';
import { decodePercent } from '../citations/guideLinks';
import type { LevelNames } from '../citations/levelNames';
import { splitLabel } from '../citations/splitLabel';
import { readFrontMatter } from '../document/frontMatter';
import type { Ladder } from '../ladder/model';
import { frontMatterFences } from '../markdown/frontMatterFences';
import { SourceText } from '../text/sourceText';

/** Tells files that may speak of a ladder from all others, without parsing them. */
export interface Concern {
  /**
   * What a text may say of the ladder; it says nothing else. undefined where it is no promotion document,
   * cites nothing and links into no guide.
   */
  claimsOf(text: string): Claims | undefined;
  /** The same for ladders that concern the same files, so that none needs to be looked at again. */
  readonly key: string;
}

/** What a text says at the most, told without parsing it. */
export interface Claims {
  /** The value of `promotion:`. */
  readonly promotion: string | undefined;
  /** Labels between brackets that begin with a level and a colon, wherever they stand. */
  readonly labels: readonly string[];
  /** The names of the guides' files into which it may link. */
  readonly guides: readonly string[];
  /** Whether it may name capabilities besides these. */
  readonly isOpen: boolean;
}

/**
 * @param levels The names of the ladder's levels.
 * @param isBuiltIn Whether it is the built-in ladder, which concerns promotion documents alone.
 */
export function concernOf(
  { guides, levels: rungs, tracks }: Pick<Ladder, 'guides' | 'levels' | 'tracks'>,
  levels: LevelNames,
  isBuiltIn: boolean,
): Concern {
  const paths = [...new Set(guides.map(({ path }) => path))];
  const files = [...new Set(paths.map(fileName))];
  return {
    claimsOf: (text) => {
      const promotion = hasPromotion(text)
        ? readFrontMatter(new SourceText(text))?.promotion?.text
        : undefined;
      if (isBuiltIn && promotion === undefined) {
        return undefined;
      }
      const labels = citationLabels(text, levels);
      const linked = linkedFiles(files, text);
      return promotion === undefined && labels.length === 0 && linked.length === 0
        ? undefined
        : {
            promotion,
            labels: labels.map((label) => label.replace(/[\r\n][ \t>]*/gu, ' ')),
            guides: linked,
            isOpen:
              // What is a mark of a quote on a broken line, and what the name's own, only parsing tells.
              labels.some((label) => /[\r\n][ \t]*>/u.test(label)) ||
              (promotion !== undefined && text.includes('missing-capability(')),
          };
    },
    key: JSON.stringify([
      isBuiltIn,
      rungs.map(({ id, title }) => [id, title]),
      tracks.map(({ id }) => id),
      paths,
    ]),
  };
}

/** The name by which links lead to a guide. */
export function fileName(path: string): string {
  return decodePercent(path).split(/[\\/]/u).at(-1) ?? '';
}

/** Whether a text has front matter with `promotion:`. */
function hasPromotion(text: string): boolean {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return (
    text.startsWith('---', start) &&
    /^["']?promotion["']?[ \t]*:/mu.test(frontMatterFences.exec(text.slice(start))?.[1] ?? '')
  );
}

/** The brackets whose labels could be citations', as they are written. */
function citationLabels(text: string, levels: LevelNames): readonly string[] {
  const labels = new Set<string>();
  let close = -1;
  let colon = -1;
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
    close = close > open ? close : text.indexOf(']', open);
    colon = colon > open ? colon : text.indexOf(':', open);
    if (close < 0 || colon < 0) {
      break;
    }
    // Without a level before a colon it is somebody's link, unless the label goes on behind an escape.
    if (colon < close || text.charAt(close - 1) === '\\') {
      bracket.lastIndex = open;
      const label = bracket.exec(text)?.[1] ?? '';
      // A line may begin with the mark of a quote.
      if (splitLabel(label.replace(/[\r\n][ \t>]*/gu, ' '), levels) !== undefined) {
        labels.add(label);
      }
    }
  }
  return [...labels];
}

const bracket = /\[((?:[^\\[\]]|\\[\s\S])*)\]/uy;

/** The files of which a destination may name one, and a place in it. */
function linkedFiles(files: readonly string[], text: string): readonly string[] {
  const plain = namedWithPlace(files, text);
  // Written in other ways the names can be told only once they are decoded: `m1%20to%20m2.md`.
  return encoded.test(text)
    ? [...new Set([...plain, ...namedWithPlace(files, decodePercentMarks(decodeString(text)))])]
    : plain;
}

const encoded = /%[\da-f]{2}|\\[!-/:-@[-`{-~]|&#?\w+;/iu;

function decodePercentMarks(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/giu, decodePercent);
}

function namedWithPlace(files: readonly string[], text: string): readonly string[] {
  const ends = new Set(files.map((file) => file.at(-1)));
  const named = new Set<string>();
  for (const mark of ['#', '?']) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      if (ends.has(text[at - 1])) {
        for (const file of files.filter((one) => text.endsWith(one, at))) {
          named.add(file);
        }
      }
    }
  }
  return [...named];
}
