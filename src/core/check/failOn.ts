import type { Severity } from '../rules';
import type { CheckedFile } from './checkedFile';

/** How loud a finding is, loudest first. */
export const severitiesByLoudness: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The quietest finding that makes a check fail; `never` lets it pass whatever is found. */
export type FailOn = Severity | 'never';

/** Whether there is a finding at least as loud as asked for. */
export function isFailure(files: readonly CheckedFile[], failOn: FailOn): boolean {
  const failing: readonly Severity[] =
    failOn === 'never' ? [] : severitiesByLoudness.slice(0, severitiesByLoudness.indexOf(failOn) + 1);
  return files.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity)));
}
