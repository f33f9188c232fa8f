import assert from 'node:assert/strict';
import { ladderOf, readText } from '../support/files';
import { ladderWith, promotionOf } from '../support/promotions';

const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Testing', 'Scaling Up', 'Security']);

/** One line for each capability: its state, how often it is cited, the signals covered. */
function coverage(text: string, of = ladder, path?: string): readonly string[] {
  return promotionOf(text, of, path).coverage.map(
    ({ capability, state, citations, signals }) =>
      `${capability.level} ${capability.name}: ${state}, ${citations.length}${signals === undefined ? '' : `, #${signals.join(' #')}`}`,
  );
}

suite('coverage', () => {
  test('tells evidenced from cited and missing', () => {
    assert.deepEqual(
      coverage(
        '---\npromotion: M1 to M2\n---\n\nDone in 2024 [M2: Testing] [M3: Security]\n\n[M2: Scaling Up] TBD\n',
      ),
      ['M2 Testing: evidenced, 1', 'M2 Scaling Up: cited, 1', 'M2 Security: missing, 0'],
    );
  });

  test('counts the signals that citations with evidence name', () => {
    assert.deepEqual(
      coverage(
        '---\npromotion: M2\n---\n\nDone [M2: Testing #2] [M2: testing #2] [M2: Testing #1]\n\n[M2: Scaling Up #1]\n\nSo [M2: Security #9]\n',
      ),
      ['M2 Testing: evidenced, 3, #1 #2', 'M2 Scaling Up: cited, 1, #', 'M2 Security: evidenced, 1'],
    );
  });

  test('is of every step on the way, and of nothing while the target is unknown', () => {
    assert.equal(coverage('---\npromotion: M1 to M3\n---\n').length, 6);
    assert.deepEqual(coverage('---\npromotion: M1 to M9\n---\n'), []);
  });

  test('of the samples is as their authors left them', () => {
    const builtIn = 'test/samples/built-in-ladder/promotion-m2.md';
    assert.deepEqual(coverage(readText(builtIn), ladderOf('guides'), builtIn), [
      'M2 Independent People Management: evidenced, 5, #1 #2 #3 #4',
      'M2 Building High-Performing Teams: cited, 1',
      'M2 Systems and Scale: evidenced, 6, #1 #2 #3 #4',
      'M2 Strategic Alignment and Stakeholder Management: missing, 0',
    ]);
    const own = 'test/samples/own-guides/promotions/ada-ic5.md';
    assert.deepEqual(coverage(readText(own), ladderOf('test/samples/own-guides/guides'), own), [
      'IC5 Technical Direction: evidenced, 4, #1 #2 #3',
      'IC5 Systems Design (Data & Reliability): evidenced, 4, #2 #3 #4',
      'IC5 Judgment: evidenced, 3, #3',
      'IC5 Mentoring / Sponsorship: missing, 0',
    ]);
  });
});
