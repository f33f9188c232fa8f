import assert from 'node:assert/strict';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import { fixAll } from '../../../src/core/diagnostics/fixAll';
import { edited } from '../support/edits';
import { findingsIn, ladderWith, mended, promotionOf } from '../support/promotions';

const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Testing', 'Scaling Up (Data & More)']);
const head = '---\npromotion: M1 to M2 # career-ladder-disable-line missing-capability\n---\n\n';

function found(text: string): readonly string[] {
  return findingsIn(text, ladder);
}

suite('disable comments', () => {
  test('silence their line, the next one, or a stretch', () => {
    const fault = '[M2: Nothing]';
    const finding = 'unknown-capability «Nothing»';
    for (const [text, expected] of [
      [`${fault} <!-- career-ladder-disable-line unknown-capability -->`, []],
      [`${fault} <!--career-ladder-disable-line-->`, []],
      [
        `See <!-- career-ladder-disable-line other-level unknown-capability --> ${fault}\n[M3: Testing] 1`,
        ['unused-disable «other-level»', 'other-level «M3»'],
      ],
      [`<!-- career-ladder-disable-next-line unknown-capability -->\n${fault}\n\n${fault}`, [finding]],
      [`<!-- career-ladder-disable-next-line\n  unknown-capability -->\n${fault}`, []],
      [`<!-- career-ladder-disable unknown-capability -->\n\n${fault}\n\n${fault}`, []],
      [`<!-- career-ladder-disable -->\n\n${fault}\n\n<!-- career-ladder-enable -->\n\n${fault}`, [finding]],
      [
        `<!-- career-ladder-disable -->\n\n${fault}\n\n<!-- career-ladder-enable unknown-capability -->\n\n${fault} [M9: x]`,
        [finding],
      ],
      [
        `<!-- career-ladder-disable unknown-capability -->\n\n${fault} [M9: x]\n\n<!-- career-ladder-enable unknown-capability -->\n\n${fault}`,
        ['unknown-level «M9»', finding],
      ],
      [`> ${fault} <!-- career-ladder-disable-line\n> unknown-capability -->`, []],
      [`| ${fault} | <!-- career-ladder-disable-line --> |\n|---|---|`, []],
      [`\`<!-- career-ladder-disable-line -->\` ${fault}`, [finding]],
      [`${fault} <!-- career-ladder-disabled-line -->`, [finding]],
      [`<!-- career-ladder-enable -->\n\n${fault}`, [finding]],
    ] as const) {
      assert.deepEqual(found(head + text), expected, text);
    }
  });

  test('in front matter stand behind #, and may leave a gap that is meant', () => {
    const gaps = (yaml: string, body = ''): readonly string[] =>
      checkPromotion(promotionOf(`---\n${yaml}\n---\n\n${body}`, ladder), {}).map(
        ({ rule, capability }) => `${rule} ${capability?.name ?? ''}`,
      );
    const [testing, scaling] = ['missing-capability Testing', 'missing-capability Scaling Up (Data & More)'];
    assert.deepEqual(gaps('promotion: M2'), [testing, scaling]);
    assert.deepEqual(gaps('promotion: M2 # career-ladder-disable-line missing-capability(testing)'), [
      scaling,
    ]);
    assert.deepEqual(
      gaps('# career-ladder-disable-next-line missing-capability(Scaling Up (Data & More))\npromotion: M2'),
      [testing],
    );
    assert.deepEqual(gaps('# career-ladder-disable missing-capability(1. Testing)\npromotion: M2'), [
      scaling,
    ]);
    assert.deepEqual(gaps('# career-ladder-disable\npromotion: M2', '[M2: Nothing] [M9: x]'), []);
    assert.deepEqual(gaps('promotion: M2', '<!-- career-ladder-disable missing-capability(Testing) -->'), [
      scaling,
    ]);
    assert.deepEqual(
      gaps('promotion: M2', '<!-- career-ladder-disable-line missing-capability(Testing) -->'),
      [testing, scaling, 'unused-disable '],
    );
  });

  test('switch on again what they name, and nothing else', () => {
    const gaps = (yaml: string, body = ''): readonly string[] =>
      checkPromotion(promotionOf(`---\n${yaml}\n---\n\n${body}`, ladder), {}).map(
        ({ rule, capability }) => `${rule} ${capability?.name ?? ''}`,
      );
    const testing = 'missing-capability Testing';
    const gap = 'career-ladder-disable-line missing-capability(Scaling Up (Data & More))';
    const again = 'career-ladder-enable missing-capability(1. testing)';
    for (const off of ['', ' missing-capability']) {
      const before = `# career-ladder-disable${off}\n# ${again}\npromotion: M2`;
      assert.deepEqual(gaps(before), [testing], before);
    }
    // Ended in front of what it names, this one silences nothing.
    assert.deepEqual(
      gaps(`# career-ladder-disable missing-capability(Testing)\n# ${again}\npromotion: M2 # ${gap}`),
      ['unused-disable ', testing],
    );
    assert.deepEqual(gaps('# career-ladder-disable\npromotion: M2', `<!-- ${again} -->`), [testing]);
    const body = '<!-- career-ladder-disable missing-capability -->\n\ntext\n\n';
    assert.deepEqual(gaps('promotion: M2', `${body}<!-- ${again} -->`), [testing]);
    // Without a name it ends the stretch, and the gap would be in that.
    assert.deepEqual(gaps('promotion: M2', `${body}<!-- career-ladder-enable missing-capability -->`), []);
  });

  test('that silence nothing are reported, and can be removed', () => {
    for (const [text, expected, after] of [
      [
        '<!-- career-ladder-disable-line -->\ntext',
        ['unused-disable «<!-- career-ladder-disable-line -->»'],
        'text',
      ],
      [
        'text <!-- career-ladder-disable-line no-evidence -->',
        ['unused-disable «<!-- career-ladder-disable-line no-evidence -->»'],
        'text',
      ],
      [
        '[M9: x] <!-- career-ladder-disable-line no-evidence unknown-level -->',
        ['unused-disable «no-evidence»'],
        '[M9: x] <!-- career-ladder-disable-line unknown-level -->',
      ],
      [
        '[M9: x] <!-- career-ladder-disable-line unknwon-level -->',
        ['unknown-level «M9»', 'unused-disable «unknwon-level»'],
        undefined,
      ],
      [
        '<!-- career-ladder-disable unused-disable -->\n\n<!-- career-ladder-disable-line no-evidence -->',
        [],
        undefined,
      ],
      [
        'text <!-- career-ladder-disable unused-disable -->',
        ['unused-disable «<!-- career-ladder-disable unused-disable -->»'],
        'text',
      ],
      [
        '<!-- career-ladder-disable -->\n\n<!-- career-ladder-disable-line -->',
        [
          'unused-disable «<!-- career-ladder-disable -->»',
          'unused-disable «<!-- career-ladder-disable-line -->»',
        ],
        undefined,
      ],
    ] as const) {
      const promotion = promotionOf(head + text, ladder);
      assert.deepEqual(found(head + text), expected, text);
      if (after !== undefined) {
        const finding = checkPromotion(promotion, {}).at(-1) ?? assert.fail();
        assert.equal(mended(finding, promotion), head + after);
      }
    }
  });

  test('that silence nothing, and swallowed citations, have the document looked through no more often for more', () => {
    const looks = (text: string): number => {
      const promotion = promotionOf(head + text, ladder);
      const { blocks } = promotion.document;
      let count = 0;
      const document = {
        ...promotion.document,
        get blocks() {
          count += 1;
          return blocks;
        },
      };
      assert.ok(checkPromotion({ ...promotion, document }, {}).length > 0);
      return count;
    };
    for (const text of [
      'text\n<!-- career-ladder-disable-line -->\ntext\n\n',
      '[M2: Testing]: Done\n***\n\n',
    ]) {
      assert.equal(looks(text.repeat(4)), looks(text));
    }
  });

  test('that silence nothing are removed for nothing else to stand there', () => {
    const promotion = promotionOf(`${head}text\n<!-- career-ladder-disable-line -->\ntext`, ladder);
    const [finding] = checkPromotion(promotion, {}).slice(-1);
    assert.deepEqual(
      finding?.suggestions.map(({ text }) => text),
      [''],
    );
  });

  test('that silence nothing are removed, and nothing else is moved or joined', () => {
    const comment = '<!-- career-ladder-disable-line no-evidence -->';
    for (const [text, after] of [
      ['a §b', 'a b'],
      ['a § b', 'a b'],
      ['a§ b', 'a b'],
      ['- §b', '- b'],
      ['- § b', '- b'],
      ['# §b', '# b'],
      ['- a\n\n  §b', '- a\n\n  b'],
      ['- a\n\n  § b\n', '- a\n\n  b\n'],
      ['- a\n\n  §  \n  b', '- a\n\n  b'],
      ['a\n§\n# b', 'a\n# b'],
      ['# a\n§\nb', '# a\nb'],
      ['- a\n  §\n- b', '- a\n- b'],
      ['a\n     §\nb', 'a\nb'],
      ['<div>\n§\nb', '<div>\nb'],
      // An empty line keeps apart what the comment did.
      ['- a\n  §  \n  b', '- a\n\n  b'],
      ['a\r\n§\r\nb', 'a\r\n\r\nb'],
      ['a\n§\n---', 'a\n\n---'],
      ['a\n§\n2. b', 'a\n\n2. b'],
      ['a\n§\n    b', 'a\n\n    b'],
      ['a\n§\n[b]: c', 'a\n\n[b]: c'],
      ['| a |\n|---|\n| b |\n§\nc', '| a |\n|---|\n| b |\n\nc'],
      ['> a\n§\nb', '> a\n\nb'],
      ['> a\n§\n> b', '> a\n\n> b'],
      ['> §\r\n> b', '>\r\n> b'],
      ['a\n\n§', 'a\n\n'],
      ['| a § | b |\n|---|---|', '| a | b |\n|---|---|'],
    ] as const) {
      const promotion = promotionOf(head + text.replace('§', comment), ladder);
      const finding = checkPromotion(promotion, {}).at(-1) ?? assert.fail();
      assert.equal(mended(finding, promotion), head + after, text);
    }
  });

  test('that silence nothing are never left without rules by one fix for all', () => {
    for (const [comment, after] of [
      ['no-evidence MD013', ''],
      ['MD013 MD001', ''],
      ['no-evidence unknwon-level', ' <!-- career-ladder-disable-line unknown-level -->'],
      ['no-evidence MD013 unknown-capability', ' <!-- career-ladder-disable-line unknown-capability -->'],
      ['no-evidence --> <!-- career-ladder-disable-line no-evidence', ''],
    ] as const) {
      const promotion = promotionOf(
        `${head}[M2: Nope] 3 <!-- career-ladder-disable-line ${comment} -->\n`,
        ladder,
      );
      const fix = fixAll('unused-disable', checkPromotion(promotion, {}), promotion);
      assert.equal(
        edited(promotion.document.source.text, fix?.edits ?? []),
        `${head}[M2: Nope] 3${after}\n`,
        comment,
      );
    }
  });

  test('that silence nothing are removed side by side', () => {
    const comment = '<!-- career-ladder-disable-line no-evidence -->';
    for (const [text, after] of [
      ['§ § a', ' a'],
      ['  §  §\n', '  \n'],
      ['§\n§\na', 'a'],
      ['a\n§\n§\nb', 'a\n\nb'],
      ['§§', ''],
      ['- § §', '-'],
    ] as const) {
      const promotion = promotionOf(head + text.replaceAll('§', comment), ladder);
      const edits = fixAll('unused-disable', checkPromotion(promotion, {}), promotion)?.edits ?? [];
      for (const [at, { range }] of edits.entries()) {
        assert.ok(range.start >= (edits[at - 1]?.range.end ?? 0), text);
      }
      assert.equal(edited(promotion.document.source.text, edits), head + after, text);
    }
  });

  test('are not judged on rules that cannot be while the target is unknown', () => {
    assert.deepEqual(
      found('---\npromotion: M9 # career-ladder-disable-line missing-capability(Testing)\n---\n'),
      ['unknown-promotion «M9»'],
    );
  });

  test('count as used for rules that are switched off', () => {
    assert.deepEqual(
      findingsIn(`${head}[M9: x] <!-- career-ladder-disable-line unknown-level -->`, ladder, {
        settings: { 'unknown-level': 'off' },
      }),
      [],
    );
  });

  test('name rules that are misspelled, with the nearest', () => {
    const promotion = promotionOf(`${head}[M9: x] <!-- career-ladder-disable-line unknwon-level -->`, ladder);
    const [, finding] = checkPromotion(promotion, {});
    assert.deepEqual(finding?.suggestions.map(({ text }) => text).slice(0, 1), ['unknown-level']);
    assert.match(finding?.message ?? '', /no rule “unknwon-level”/u);
  });
});
