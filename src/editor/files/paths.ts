import type { Uri } from 'vscode';

/** Whether what came or went may be a folder: no suffix, or a name such as "v1.2", and not out of sight. */
export function mayBeFolder(uri: Uri): boolean {
  return !/\.(?!\d)[^/.]+$/u.test(uri.path) && !isOutOfSight(uri);
}

/** Whether a file stands in one of the folders that nobody writes documents in, or is one. */
export function isOutOfSight({ path }: Uri): boolean {
  return /\/(?:\.git|node_modules)(?:\/|$)/u.test(path);
}
