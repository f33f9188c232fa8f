/** Where a file is: what stands before its path (`file://`, `vscode-vfs://github`), and its path, decoded. */
export interface FilePath {
  /** Empty for a path. */
  readonly root: string;
  readonly segments: readonly string[];
}

/** Reads a path, with any slashes, or a URI. */
export function readPath(path: string): FilePath {
  const [, root, rest] = /^([a-z][a-z\d+.-]+:(?:\/\/[^/]*)?)(.*)$/iu.exec(path) ?? [];
  return root === undefined || rest === undefined
    ? { root: '', segments: resolve(path.replaceAll('\\', '/').split('/')) }
    : { root, segments: resolve(rest.split('/').map(decodePercent)) };
}

/** Segments of a path without those that say to stay or to go up. */
export function resolve(segments: readonly string[]): readonly string[] {
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

/** Percent-decoded; as it is where that makes no sense. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
