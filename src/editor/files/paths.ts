import type { Uri } from 'vscode';

/** Whether what came may be a folder: without a file's suffix, as "v1.2" and ".docs", and not out of sight. */
export function mayBeFolder(uri: Uri): boolean {
  return !/[^/]\.(?!\d)[^/.]{1,5}$/u.test(uri.path) && !isOutOfSight(uri);
}

/** Whether a file stands in one of the folders that nobody writes documents in, or is one. */
export function isOutOfSight({ path }: Uri): boolean {
  return /\/(?:\.git|node_modules)(?:\/|$)/u.test(path);
}
