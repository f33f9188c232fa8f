import assert from 'node:assert/strict';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import { type Mend, mendsFor } from '../../../src/core/diagnostics/mendsFor';
import type { RuleId } from '../../../src/core/rules';
import { edited } from '../support/edits';
import { ladderWith, promotionOf } from '../support/promotions';

const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Testing', 'Scaling Up']);

/** What is offered for all that some rules find in a text. */
function offered(text: string, ...rules: readonly RuleId[]): readonly Mend[] {
  const promotion = promotionOf(text, ladder);
  const findings = checkPromotion(promotion, {});
  const asked = findings.filter(({ rule }) => rules.includes(rule));
  return mendsFor(asked, findings, promotion.document, promotion);
}

function titles(mends: readonly Mend[]): readonly string[] {
  return mends.map(({ title }) => title);
}

suite('what is offered for findings at one place', () => {
  const head = '---\npromotion: M1 to M2\n---\n';

  test('is one fix for all that is missing, and a comment for each by its name', () => {
    const mends = offered(head, 'missing-capability');
    assert.deepEqual(titles(mends), [
      'Add a section for “Testing”',
      'Add a section for “Scaling Up”',
      'Add sections for all 2 missing capabilities',
      'Silence “missing-capability” for “Testing” here',
      'Silence “missing-capability” for “Scaling Up” here',
    ]);
    assert.deepEqual(
      mends.map(({ findings, isPreferred }) => [findings.length, isPreferred]),
      [
        [1, true],
        [1, true],
        [2, false],
        [1, false],
        [1, false],
      ],
    );
    assert.equal(
      edited(head, mends[4]?.edits ?? []),
      head.replace('M2', 'M2 # career-ladder-disable-line missing-capability(Scaling Up)'),
    );
  });

  test('tells levels apart that lack the same, which one comment silences', () => {
    assert.deepEqual(
      titles(offered('---\npromotion: M1 to M3\n---\n[M2: Testing] 1', 'missing-capability')),
      [
        'Add a section for “Scaling Up” of M2',
        'Add a section for “Testing”',
        'Add a section for “Scaling Up” of M3',
        'Add sections for all 3 missing capabilities',
        'Silence “missing-capability” for “Scaling Up” here',
        'Silence “missing-capability” for “Testing” here',
      ],
    );
  });

  test('is one comment for what a rule finds twice in a line, and another for another rule', () => {
    const text = `${head}\n[M2: Nope] [M2: None] [M7: Testing] 1`;
    const silencing = offered(text, 'unknown-capability', 'unknown-level').filter(({ title }) =>
      title.startsWith('Silence'),
    );
    assert.deepEqual(titles(silencing), [
      'Silence “unknown-capability” here',
      'Silence “unknown-level” here',
    ]);
    assert.equal(silencing[0]?.findings.length, 2);
  });
});
