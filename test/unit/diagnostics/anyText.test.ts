import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import type { Finding } from '../../../src/core/diagnostics/finding';
import type { Promotion } from '../../../src/core/promotion/readPromotion';
import { markdown } from '../document/markdownArbitrary';
import { anyCharacter } from '../support/anyCharacter';
import { isThorough, runs } from '../support/effort';
import { ladderOf, readText } from '../support/files';
import { documentOf, ladderWith, mended, promotionOf } from '../support/promotions';

const builtIn = ladderOf('guides');
const sample = 'test/samples/built-in-ladder/promotion-m2.md';
const head = '---\npromotion: M1 to M2\n---\n\n';

function check(promotion: Promotion): readonly Finding[] {
  const findings = checkPromotion(promotion, {});
  const { source } = promotion.document;
  let last = 0;
  for (const { range, message, suggestions } of findings) {
    assert.ok(last <= range.start && range.start <= range.end && range.end <= source.text.length);
    last = range.start;
    assert.match(message, /[.?)]$/u);
    for (const { title, edits } of suggestions) {
      assert.ok(title !== '' && edits.length > 0);
      assert.ok(
        edits.every((edit) => edit.range.start <= edit.range.end && edit.range.end <= source.text.length),
      );
    }
  }
  return findings;
}

suite('any text, taken for a promotion document', function () {
  this.timeout(120_000);

  test('is checked without an exception, at places that there are', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        check(promotionOf(head + text, builtIn, sample));
      }),
    );
    fc.assert(
      fc.property(markdown, (text) => {
        check(promotionOf(head + text.replace(/^---[\s\S]*?---/u, ''), builtIn, sample));
      }),
      { numRuns: runs(300) },
    );
  });

  test('may be cut off anywhere, as it is while somebody types it', () => {
    const text = readText(sample);
    for (let end = 0; end < text.length; end += isThorough ? 61 : 610) {
      if (documentOf(text.slice(0, end), builtIn).frontMatter !== undefined) {
        check(promotionOf(text.slice(0, end), builtIn, sample));
        check(promotionOf(head + text.slice(end), builtIn, sample));
      }
    }
  });

  test('is mended by what is suggested', () => {
    const ladder = ladderWith(
      ['M1 to M2', 'M2 to M3'],
      ['Systems and Scale', 'We shipped', 'A: B', 'Tables | x'],
    );
    const faults = [
      '[M2: Systems]',
      '[M2: Tabels]',
      '[M9: We shipped]',
      '[M2: A: B #9]',
      '[M3: systems and scale] 1',
      'we shipped',
      'Systems and Scale: done',
      '[we shipped]',
      '\n\n[M2: A: B]: Done\n\n',
      '\n\n[M2: A: B]: x.md\n\n',
      '[M2: A: B] 2\n\n[M2: A: B]: x.md\n\n',
      '\n\n| a [M2: Tables] b |\n|---|\n\n',
      '<!-- career-ladder-disable-line no-evidence -->',
      '\n\n<!-- career-ladder-disable-next-line -->\n\n',
      '> ',
      ' text ',
      '**',
      '(',
      '[M2: A: B] 1',
    ];
    const counted: Record<string, number> = {};
    const mend = (parts: readonly string[]): void => {
      const promotion = promotionOf(head + parts.join(''), ladder, 'promotions/case.md');
      const findings = check(promotion);
      for (const finding of findings.filter(({ suggestions }) => suggestions.length > 0)) {
        const { rule } = finding;
        const text = mended(finding, promotion);
        const after = check(promotionOf(text, ladder, 'promotions/case.md'));
        const count = (of: readonly Finding[]): number => of.filter((one) => one.rule === rule).length;
        counted[rule] = (counted[rule] ?? 0) + 1;
        assert.ok(count(after) < count(findings), `${rule} stays in ${JSON.stringify(text)}`);
      }
    };
    for (const fault of faults) {
      mend([fault]);
    }
    fc.assert(fc.property(fc.array(fc.constantFrom(...faults), { maxLength: 12 }), mend), {
      numRuns: runs(500),
    });
    console.log(`      ${JSON.stringify(counted)}`);
    assert.equal(Object.keys(counted).length, 9);
  });
});
