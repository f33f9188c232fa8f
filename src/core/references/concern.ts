import { decodeString } from 'micromark-util-decode-string';
import { withoutSuffix } from '../citations/guideLinks';
import type { LevelNames } from '../citations/levelNames';
import { splitLabel } from '../citations/splitLabel';
import { mayNamePromotion, readFrontMatter } from '../document/frontMatter';
import { groupBy } from '../groupBy';
import type { Ladder } from '../ladder/model';
import { fencedYaml } from '../markdown/frontMatterFences';
import { copied } from '../text/copied';
import { SourceText } from '../text/sourceText';
import { decodePercent, readPath } from '../workspace/filePath';

/** Tells files that may speak of a ladder from all others, without parsing them. */
export interface Concern {
  /**
   * What a text may say of the ladder; it says nothing else. undefined where it is no promotion document,
   * cites nothing and links into no guide.
   */
  claimsOf(text: string): Claims | undefined;
  /** Whether a passage of a text may say any of what the text claims, its promotion aside. */
  mayHold(passage: string, claims: Claims): boolean;
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
  const linkedFiles = finderOf([...new Set(paths.map(fileName))]);
  return {
    claimsOf: (text) => {
      const promotion = mayHavePromotion(text)
        ? readFrontMatter(new SourceText(text))?.promotion?.text
        : undefined;
      if (isBuiltIn && promotion === undefined) {
        return undefined;
      }
      const labels = citationLabels(text, levels);
      const linked = linkedFiles(text);
      return promotion === undefined && labels.length === 0 && linked.length === 0
        ? undefined
        : {
            promotion: promotion && copied(promotion),
            labels: labels.map((label) => copied(joined(label))),
            guides: linked,
            isOpen: labels.some(mayBeQuoted) || (promotion !== undefined && text.includes(meantGap)),
          };
    },
    mayHold: (passage, { labels, guides: linked, isOpen }) =>
      ((labels.length > 0 || isOpen) &&
        bracketLabels(passage).some(
          (label) => labels.includes(joined(label)) || (isOpen && mayBeQuoted(label)),
        )) ||
      (isOpen && passage.includes(meantGap)) ||
      (linked.length > 0 && linkedFiles(passage).some((file) => linked.includes(file))),
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
  return readPath(path).segments.at(-1) ?? '';
}

/** Whether a text may have front matter with `promotion:`. */
function mayHavePromotion(text: string): boolean {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return text.startsWith('---', start) && mayNamePromotion(fencedYaml(text.slice(start))?.yaml ?? '');
}

const meantGap = 'missing-capability(';

/** The label on one line, without the marks of a quote with which its other lines may begin. */
function joined(label: string): string {
  return label.replace(/[\r\n][ \t>]*/gu, ' ');
}

/** What is a mark of a quote on a broken line, and what the label's own, only parsing tells. */
function mayBeQuoted(label: string): boolean {
  return /[\r\n][ \t]*>/u.test(label);
}

/** The brackets whose labels could be citations', as they are written. */
function citationLabels(text: string, levels: LevelNames): readonly string[] {
  return bracketLabels(text).filter((label) => splitLabel(joined(label), levels) !== undefined);
}

/** The labels in brackets in which there is a colon, as they are written. */
function bracketLabels(text: string): readonly string[] {
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
      labels.add(bracket.exec(text)?.[1] ?? '');
    }
  }
  return [...labels];
}

const bracket = /\[((?:[^\\[\]]|\\[\s\S])*)\]/uy;

/** Finds which of some files the destinations in a text may name together with a place in them. */
function finderOf(files: readonly string[]): (text: string) => readonly string[] {
  // By each name that a link may give a file, the files it may mean.
  const byName = groupBy(
    files.flatMap((file) => [...new Set([file, withoutSuffix(file)])].map((name) => ({ name, file }))),
    ({ name }) => name,
  );
  // However many guides there are, their names have few beginnings, few endings and few lengths.
  const starts = new Set<string>();
  const lengths = new Map<string, Set<number>>();
  for (const name of byName.keys()) {
    const end = name.slice(-1);
    starts.add(name.charAt(0));
    lengths.set(end, (lengths.get(end) ?? new Set()).add(name.length));
  }
  const namedIn = (text: string): readonly string[] => {
    const named: string[] = [];
    for (const mark of ['#', '?']) {
      for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
        for (const length of lengths.get(text.charAt(at - 1)) ?? []) {
          if (starts.has(text.charAt(at - length))) {
            named.push(...(byName.get(text.slice(at - length, at)) ?? []).map(({ file }) => file));
          }
        }
      }
    }
    return named;
  };
  return (text) => [
    ...new Set([
      ...namedIn(text),
      // Written in other ways the names can be told only once they are decoded: `m1%20to%20m2.md`.
      ...(isEncoded(text) ? namedIn(decodePercentMarks(decodeString(text))) : []),
    ]),
  ];
}

const encoded = /%[\da-f]{2}|\\[!-/:-@[-`{-~]|&#?\w+;/iu;

function isEncoded(text: string): boolean {
  // Most texts hold none of these characters, which is told much sooner.
  return ['%', '\\', '&'].some((mark) => text.includes(mark)) && encoded.test(text);
}

function decodePercentMarks(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/giu, decodePercent);
}
