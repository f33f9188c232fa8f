import assert from 'node:assert/strict';
import { completionsAt } from '../../../src/core/completion/completeCitation';
import { ladderOf } from '../support/files';
import { promotionOf } from '../support/promotions';

const ladder = ladderOf('guides');
const head = '---\npromotion: M1 to M2\n---\n\n';

/** What is offered at the bar in a text, and what the text would be with the first of it. */
function offered(text: string) {
  const whole = text.startsWith('---') ? text : head + text;
  const offset = whole.indexOf('|');
  const typed = whole.slice(0, offset) + whole.slice(offset + 1);
  const completions = completionsAt(promotionOf(typed, ladder), offset);
  const [first] = completions;
  return {
    labels: completions.map(({ label }) => label),
    written: first && typed.slice(0, first.range.start) + first.text + typed.slice(first.range.end),
  };
}

suite('what is offered while a promotion document is written', () => {
  test('in a bracket: citations, the target’s that are not cited yet first', () => {
    const { labels, written } = offered('[M2: Independent People Management] 2 cases\n\nAnd [|');
    assert.equal(labels.length, 9);
    assert.deepEqual(labels.slice(0, 5), [
      'M2: Building High-Performing Teams',
      'M2: Systems and Scale',
      'M2: Strategic Alignment and Stakeholder Management',
      'M2: Independent People Management',
      'M3: Developing Other Managers',
    ]);
    assert.ok(written?.endsWith('And [M2: Building High-Performing Teams]'));
  });

  test('what stands in the bracket is replaced, with the bracket that closes it', () => {
    assert.ok(offered('A [scale|] b').written?.endsWith('A [M2: Independent People Management] b'));
  });

  test('behind the number sign: signals', () => {
    const { labels, written } = offered('[m2: systems and scale #|]');
    assert.deepEqual(labels, ['#1', '#2', '#3', '#4', '#5']);
    assert.ok(written?.endsWith('[m2: systems and scale #1]'));
  });

  test('behind promotion: transitions, then levels', () => {
    const { labels, written } = offered('---\npromotion: M1|\n---\n');
    assert.deepEqual(labels, ['M1 to M2', 'M2 to M3', 'M2', 'M3']);
    assert.equal(written, '---\npromotion: M1 to M2\n---\n');
  });

  test('nothing in code, behind a closed bracket, or in other front matter', () => {
    for (const text of [
      '`[|`',
      '```\n[|\n```',
      '[M2: x] |',
      'plain |',
      '---\npromotion: M1 to M2\ntitle: [|]\n---\n',
    ]) {
      assert.deepEqual(offered(text).labels, [], text);
    }
  });
});
