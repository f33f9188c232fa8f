/** Where a file is: what stands before its path (`file://`, `vscode-vfs://github`), and its path, decoded. */
export interface FilePath {
  /** Empty for a path. */
  readonly root: string;
  readonly segments: readonly string[];
}

/** Reads a path, with any slashes, or a URI. */
export function readPath(path: string): FilePath {
  const [, root, rest] = /^([a-z][a-z\d+.-]+:(?:\/\/[^/]*)?)(.*)$/iu.exec(path) ?? [];
  const [first = '', ...others] = resolve(
    rest === undefined ? path.replaceAll('\\', '/').split('/') : rest.split('/').map(decodePercent),
  );
  return { root: root ?? '', segments: first === '' ? [] : [lowerDrive(first), ...others] };
}

/**
 * The path of a file from a folder, both with forward slashes and as VS Code's URIs have them; undefined where it
 * is not in there.
 */
export function pathBelow(folder: string, path: string): string | undefined {
  const [prefix, whole] = [lowerDrive(`${folder.replace(/\/$/u, '')}/`), lowerDrive(path)];
  return whole.startsWith(prefix) ? whole.slice(prefix.length) : undefined;
}

/** The letter of a drive means the same in either case; settings mostly have it large, and VS Code's URIs small. */
function lowerDrive(path: string): string {
  return path.replace(/^\/?[A-Z]:(?=\/|$)/u, (drive) => drive.toLowerCase());
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
