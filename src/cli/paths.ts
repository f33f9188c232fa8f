import path from 'node:path';

/** A path as it is printed: relative to the working directory, with forward slashes. */
export function displayPath(file: string): string {
  const relative = path.relative('', path.resolve(file));
  return relative === '' ? '.' : withSlashes(relative);
}

/** A path with forward slashes, as the core compares them. */
export function withSlashes(file: string): string {
  return file.split(path.sep).join('/');
}
