import { type Severity, severities } from '../rules';
import type { CheckedFile } from './checkedFile';

/** The quietest finding that makes a check fail; `never` lets it pass whatever is found. */
export type FailOn = Severity | 'never';

/** Whether there is a finding at least as loud as asked for. */
export function isFailure(files: readonly CheckedFile[], failOn: FailOn): boolean {
  const failing: readonly Severity[] =
    failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  return files.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity)));
}
