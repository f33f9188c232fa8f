import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { plainText } from '../../../src/core/markdown/plainText';
import { writeLine } from '../../../src/core/markdown/writeLine';
import { runs } from '../support/effort';

suite('plain text written as Markdown', () => {
  test('is escaped no more than it needs', () => {
    for (const text of [
      'Any one person, you included, can take three weeks off: the team still ships (mostly).',
      "It's 3-5 years & more! 100% “done”; see R&D #2 = x + y > z",
    ]) {
      assert.equal(writeLine(text), text);
    }
    assert.equal(writeLine('1. a_b [x]\n*c* &amp; d'), '1\\. a\\_b \\[x\\] \\*c\\* \\&amp; d');
  });

  test('shows just that text, as a list item and as a paragraph', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '# ',
        '- ',
        '+ ',
        '1. ',
        '12) ',
        '> ',
        '---',
        '***',
        '```',
        '~~~',
        '===',
        '| a |',
        '[ ] ',
        '[x] ',
      ),
      fc.constantFrom(
        '[M2: a]',
        '[a](b)',
        '<b>',
        '<!-- c -->',
        '<https://a.b>',
        '&amp;',
        '&#35;',
        '![',
        '[^1]',
        '`',
        '*',
        '_',
        '\\',
        ' ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('- ', '- [ ] ', ''), (parts, mark) => {
        const text = parts
          .join('')
          .replace(/[\s\0]+/gu, ' ')
          .trim();
        fc.pre(text !== '');
        const { root } = parseMarkdown(`${mark}${writeLine(text)}\n`);
        assert.equal(plainText(root), text);
        assert.ok(root.children.length <= 1);
      }),
      { numRuns: runs(3000) },
    );
  });
});
