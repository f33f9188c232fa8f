import type { Guide } from '../guide/model';

/** How a document and the guides of its ladder find each other by paths. */
export interface GuideLinks {
  /**
   * The guide that a link leads to.
   *
   * @param path The link's destination as written, without `#` and what follows.
   */
  guideAt(path: string): Guide | undefined;
  /** The destination by which the document links to a guide; undefined where it cannot. */
  pathTo(guide: Guide): string | undefined;
}

/** For documents that no path leads from or to, such as untitled ones. */
export const noGuideLinks: GuideLinks = { guideAt: () => undefined, pathTo: () => undefined };

/** A place: what stands before its path (`file://`, `vscode-vfs://github`), and its path, decoded. */
interface Place {
  readonly root: string;
  readonly segments: readonly string[];
}

/**
 * Links by relative paths.
 *
 * @param document The document's path or URI.
 * @param guides The guides it can link to, their paths written like the document's.
 * @param top The folder from which a destination that begins with `/` leads on, written likewise.
 */
export function relativeGuideLinks(document: string, guides: readonly Guide[], top?: string): GuideLinks {
  const from = placeOf(document);
  const folder = from.segments.slice(0, -1);
  const topFolder = top === undefined ? undefined : placeOf(top).segments;
  const reachable = guides
    .map((guide) => ({ guide, place: placeOf(guide.path) }))
    .filter(({ place }) => place.root === from.root);
  const byPath = new Map(reachable.map(({ guide, place }) => [place.segments.join('/'), guide]));
  const placesOfGuides = new Map(reachable.map(({ guide, place }) => [guide, place]));
  return {
    guideAt: (path) => {
      const [own = ''] = path.split('?');
      if (own === '' || own.startsWith('//')) {
        return undefined;
      }
      const target = placeOf(own);
      if (target.root !== '') {
        return target.root === from.root ? byPath.get(target.segments.join('/')) : undefined;
      }
      const base = own.startsWith('/') ? topFolder : folder;
      return base && byPath.get(resolve([...base, ...own.split('/').map(decodePercent)]).join('/'));
    },
    pathTo: (guide) => {
      const place = placesOfGuides.get(guide);
      return place === undefined ? undefined : relativePath(folder, place.segments);
    },
  };
}

function placeOf(path: string): Place {
  const [, root, rest] = /^([a-z][a-z\d+.-]+:(?:\/\/[^/]*)?)(.*)$/iu.exec(path) ?? [];
  return root === undefined || rest === undefined
    ? { root: '', segments: resolve(path.replaceAll('\\', '/').split('/')) }
    : { root, segments: resolve(rest.split('/').map(decodePercent)) };
}

function resolve(segments: readonly string[]): readonly string[] {
  const resolved: string[] = [];
  for (const segment of segments) {
    const last = resolved.at(-1);
    if (segment === '..' && last !== undefined && last !== '..') {
      resolved.pop();
    } else if (segment !== '.' && segment !== '') {
      resolved.push(segment);
    }
  }
  return resolved;
}

function relativePath(folder: readonly string[], file: readonly string[]): string {
  let shared = 0;
  while (shared < folder.length && shared < file.length - 1 && folder[shared] === file[shared]) {
    shared += 1;
  }
  const up = folder.slice(shared).map(() => '..');
  return [...up, ...file.slice(shared).map(encodeSegment)].join('/');
}

/** Encodes what would end a destination in Markdown, or mean something else there or in a link. */
function encodeSegment(segment: string): string {
  return segment.replace(/[%#?\s<>[\]\\()]/gu, (char) =>
    char === '(' ? '%28' : char === ')' ? '%29' : encodeURIComponent(char),
  );
}

/** Percent-decoded; as it is where that makes no sense. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
