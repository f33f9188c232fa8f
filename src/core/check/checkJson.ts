import type { CheckedFile } from './checkedFile';
import { printedPlace } from './printedPlace';

/**
 * Every finding as plain data, in the order of the files; lines and columns count from 1.
 * It is what `career-ladder check --format json` prints: a public format, changed only by adding.
 */
export function checkJson(files: readonly CheckedFile[]) {
  return files.flatMap(({ path, source, findings }) =>
    findings.map(({ rule, severity, range, message, suggestions }) => ({
      path,
      ...printedPlace(range, source),
      rule,
      severity,
      message,
      // What would come to stand there; a suggestion that only takes something away has no text.
      suggestions: suggestions.map(({ text }) => text).filter((text) => text !== ''),
    })),
  );
}
