import zeptomatch from 'zeptomatch';

/** Whether a glob means a path; one that cannot be read, such as `[z-a]`, means none. Never throws. */
export function matchesGlob(glob: string, path: string): boolean {
  try {
    return zeptomatch(glob, path);
  } catch {
    return false;
  }
}
