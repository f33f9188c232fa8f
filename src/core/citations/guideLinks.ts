import type { Guide } from '../guide/model';
import { remembering } from '../remembering';
import { decodePercent, type FilePath, readPath, resolve } from '../workspace/filePath';

/** How a document and the guides of its ladder find each other by paths. */
export interface GuideLinks {
  /**
   * The guide that a link leads to.
   *
   * @param path The link's destination as written, without `#` and what follows.
   */
  guideAt(path: string): Guide | undefined;
  /** The destination by which the document links to a guide; undefined where it cannot, or leads out of its folder. */
  pathTo(guide: Guide): string | undefined;
}

/** For documents that no path leads from or to, such as untitled ones. */
export const noGuideLinks: GuideLinks = { guideAt: () => undefined, pathTo: () => undefined };

/**
 * Links by relative paths.
 *
 * @param document The document's path or URI.
 * @param guides The guides it can link to, their paths written like the document's.
 * @param top The folder that holds the document, written likewise: from there a destination that begins with
 * `/` leads on, and what is written leads nowhere else.
 */
export function relativeGuideLinks(document: string, guides: readonly Guide[], top?: string): GuideLinks {
  const from = readPath(document);
  const folder = from.segments.slice(0, -1);
  const topFolder = top === undefined ? undefined : readPath(top).segments;
  const { byPath, places } = placesOf(guides);
  const at = (segments: readonly string[]): Guide | undefined => {
    const key = keyOf({ root: from.root, segments });
    return byPath.get(key) ?? byPath.get(`${key}${suffix}`);
  };
  return {
    guideAt: (path) => {
      const [own = ''] = path.split('?');
      if (own === '' || own.startsWith('//')) {
        return undefined;
      }
      const target = readPath(own);
      if (target.root !== '') {
        return target.root === from.root ? at(target.segments) : undefined;
      }
      const base = own.startsWith('/') ? topFolder : folder;
      return base && at(resolve([...base, ...own.split('/').map(decodePercent)]));
    },
    pathTo: (guide) => {
      const place = places.get(guide);
      const isWithin = topFolder?.every((segment, at) => segment === place?.segments[at]) ?? true;
      return place?.root === from.root && isWithin ? relativePath(folder, place.segments) : undefined;
    },
  };
}

/** Many documents link to the same guides. */
const placesOf = remembering((guides: readonly Guide[]) => {
  const placed = guides.map((guide) => ({ guide, place: readPath(guide.path) }));
  return {
    byPath: new Map(placed.map(({ guide, place }) => [keyOf(place), guide])),
    places: new Map(placed.map(({ guide, place }) => [guide, place])),
  };
});

function keyOf({ root, segments }: FilePath): string {
  return `${root}\n${segments.join('/')}`;
}

function relativePath(folder: readonly string[], file: readonly string[]): string {
  let shared = 0;
  while (shared < folder.length && shared < file.length - 1 && folder[shared] === file[shared]) {
    shared += 1;
  }
  const up = folder.slice(shared).map(() => '..');
  return [...up, ...file.slice(shared).map(encodeSegment)].join('/');
}

/** Encodes what would end a destination in Markdown, or mean something else there or in a link, as `M1:` a scheme. */
function encodeSegment(segment: string): string {
  return segment.replace(/[%#?:\s<>[\]\\()]/gu, (char) =>
    char === '(' ? '%28' : char === ')' ? '%29' : encodeURIComponent(char),
  );
}

/** A file's name, or a link to it, without `.md`: VS Code's own Markdown support follows such links, too. */
export function withoutSuffix(name: string): string {
  return name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

const suffix = '.md';
