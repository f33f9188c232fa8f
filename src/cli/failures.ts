import { reasonOf } from '../core/reasonOf';
import { printableLine } from '../core/text/printable';
import { displayPath } from './paths';
import type { Output } from './surroundings';

/** What could not be read or made sense of, each fault once, in plain words. */
export class Failures {
  /** By the path that is shown. */
  readonly #lines = new Map<string, Set<string>>();

  /** Notes that a file or folder could not be read. */
  add(path: string, error: unknown): void {
    const shown = path === '' ? '""' : displayPath(path);
    this.#note(shown, `cannot read ${shown}: ${plainReason(error)}`);
  }

  /** Notes what is wrong with a file that could be read. */
  addFault(path: string, fault: string): void {
    const shown = displayPath(path);
    this.#note(shown, `${shown}: ${fault}`);
  }

  get any(): boolean {
    return this.#lines.size > 0;
  }

  /** Says so, sorted by path. */
  report(err: Output): void {
    for (const [, lines] of [...this.#lines].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const line of lines) {
        err.write(`career-ladder: ${printableLine(line)}\n`);
      }
    }
  }

  #note(shown: string, line: string): void {
    const lines = this.#lines.get(shown) ?? new Set();
    this.#lines.set(shown, lines.add(line));
  }
}

/** The system's code of a failed access; undefined for any other error. */
function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Whether an access failed since there is no such file or folder. */
export function isGone(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function plainReason(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'not allowed to read it';
    case 'ELOOP':
      return 'its links lead in a circle';
    case 'EISDIR':
      return 'it is a folder';
    default:
      return reasonOf(error);
  }
}
