import assert from 'node:assert/strict';
import { suiteOfAgreement } from '../lib/commandLine';

suiteOfAgreement();

suite('the planted faults', () => {
  test('are of every rule, as the settings of the workspace have it', () => {
    const loud = new Set(checkedByCommandLine.map(({ rule, severity }) => `${rule}: ${severity}`));
    assert.deepEqual([...loud].sort(), [
      'front-matter: error',
      'guide-capability: warning',
      'guide-conflict: warning',
      'guide-levels: warning',
      'guide-section: hint',
      'missing-capability: warning',
      'no-evidence: warning',
      'stale-definition: warning',
      'swallowed-citation: warning',
      'unknown-capability: error',
      'unknown-level: error',
      'unknown-promotion: error',
      'unknown-signal: error',
      'unlinked-mention: warning',
      'unsupported-evidence: error',
      'unused-disable: hint',
    ]);
  });
});
