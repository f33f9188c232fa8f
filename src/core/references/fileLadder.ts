import { type GuideLinks, relativeGuideLinks } from '../citations/guideLinks';
import { indexOf, type LadderIndex } from '../citations/ladderIndex';
import { parsePassages } from '../document/parseDocument';
import { readDocument } from '../document/readDocument';
import type { Guide } from '../guide/model';
import type { Ladder } from '../ladder/model';
import { remembering } from '../remembering';
import { type Claims, type Concern, concernOf, fileName } from './concern';
import { type Entry, entriesOf } from './entries';

/** The ladder that a file's citations belong to, and how the file finds its guides, itself by "" if it is one. */
export interface FileLadder {
  readonly index: LadderIndex;
  readonly links: Pick<GuideLinks, 'guideAt'>;
  readonly isBuiltIn: boolean;
}

/** A file's ladder, and which texts concern it. */
export interface ReadingLadder extends FileLadder {
  readonly concern: Concern;
}

/** The concern of a ladder whose files may link to these guides. */
const concernWith = remembering((ladder: Ladder, guides: readonly Guide[], isBuiltIn: boolean) =>
  concernOf({ ...ladder, guides }, indexOf(ladder).levels, isBuiltIn),
);

/** Where a file stands, and what it may link to. */
export interface FilePlace {
  /** The folder from which a destination that begins with `/` leads on. */
  readonly top: string | undefined;
  readonly isBuiltIn: boolean;
  /** The guides that the file may link to, those of the ladder and of others; of the ladder alone by default. */
  readonly guides?: readonly Guide[];
}

/**
 * The ladder as a file sees it.
 *
 * @param path The file's path or URI.
 */
export function fileLadder(
  path: string,
  ladder: Ladder,
  { top, isBuiltIn, guides = ladder.guides }: FilePlace,
): ReadingLadder {
  // Most files link to no guide.
  let links: GuideLinks | undefined;
  return {
    index: indexOf(ladder),
    isBuiltIn,
    concern: concernWith(ladder, guides, isBuiltIn),
    links: {
      guideAt: (to) => {
        if (to === '') {
          return ladder.guides.find((guide) => guide.path === path);
        }
        links ??= relativeGuideLinks(path, guides, top);
        return links.guideAt(to);
      },
    },
  };
}

/** What a file's text says of its ladder at the most, told without parsing it; undefined for nothing. */
export function claimsInText(
  path: string,
  text: string,
  { index, concern }: ReadingLadder,
): Claims | undefined {
  const claims = concern.claimsOf(text);
  return isGuideOf(index.ladder, path)
    ? {
        promotion: undefined,
        labels: [],
        ...claims,
        guides: [...(claims?.guides ?? []), fileName(path)],
        isOpen: claims?.isOpen ?? false,
      }
    : claims;
}

/**
 * What a file's text says of its ladder, its promotion and all of some claims included; only the passages
 * that may say so are parsed.
 *
 * @param claims What {@link claimsInText} told, or a part of that.
 */
export function entriesInText(
  path: string,
  text: string,
  { index, links, concern }: ReadingLadder,
  claims: Claims,
): readonly Entry[] {
  const isGuide = isGuideOf(index.ladder, path);
  const parsed = parsePassages(text, index.levels, (passage) => isGuide || concern.mayHold(passage, claims));
  return entriesOf(readDocument(parsed), index, links);
}

/** A guide may link to its own places, by a fragment alone. */
function isGuideOf({ guides }: Ladder, path: string): boolean {
  return guides.some((guide) => guide.path === path);
}
