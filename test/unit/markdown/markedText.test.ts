import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  joinBlocks,
  type MarkedText,
  markedBlocks,
  paragraphs,
  slice,
} from '../../../src/core/markdown/markedText';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { plainText } from '../../../src/core/markdown/plainText';
import { walk } from '../../../src/core/markdown/walk';
import { runs } from '../support/effort';
import { guideLike } from '../support/guideArbitrary';

function blocks(text: string) {
  return markedBlocks(parseMarkdown(text).root);
}

/** Each mark as its kind and what it covers. */
function told({ text, marks }: MarkedText): readonly string[] {
  return marks.map((mark) => {
    const address = mark.kind === 'link' ? ` ${mark.url}` : '';
    return `${mark.kind}${address}: ${text.slice(mark.start, mark.end)}`;
  });
}

suite('marked text', () => {
  test('tells emphasis, code and links, outer ones first', () => {
    const [block] = blocks(
      '**Bold,\n_both_**  and `co  de` at [a *b*](x.md "t"), <https://c.d> or [the one] and [none].\n\n[the one]: y.md\n[The  One]: z.md',
    );
    assert.ok(block);
    assert.equal(block.text, 'Bold, both and co de at a b, https://c.d or the one and [none].');
    assert.deepEqual(told(block), [
      'strong: Bold, both',
      'emphasis: both',
      'code: co de',
      'link x.md: a b',
      'emphasis: b',
      'link https://c.d: https://c.d',
      'link y.md: the one',
    ]);
  });

  test('keeps the marks of a part, and of parts put together', () => {
    const [one, two] = blocks('a **b c** d\n\n*e*');
    assert.ok(one && two);
    assert.deepEqual(told(slice(one, { start: 4, end: 6 })), ['strong: c']);
    assert.deepEqual(told(slice(one, { start: 5, end: 7 })), []);
    const both = joinBlocks([one, two]);
    assert.equal(both.text, 'a b c d\n\ne');
    assert.deepEqual(told(both), ['strong: b c', 'emphasis: e']);
    assert.deepEqual(paragraphs(both).map(told), [['strong: b c'], ['emphasis: e']]);
    assert.equal(joinBlocks(blocks('| a<br>b | <ul><li>*c*</li><li>d</li></ul> |\n|-|-|')).text, 'a b c d');
    assert.equal(joinBlocks(blocks('| a | b |\n|---|---|\n| c | *d* |').slice(2)).text, 'c d');
  });

  test('of whatever Markdown is its plain text, with marks that lie within each other or apart', () => {
    fc.assert(
      fc.property(
        fc.oneof(guideLike, fc.array(fc.constantFrom(...'*_`[]()<>! ab\n|'), { maxLength: 40 })),
        (input) => {
          const { root } = parseMarkdown(typeof input === 'string' ? input : input.join(''));
          const texts: string[] = [];
          walk(root, {
            enter: (node) => {
              if (['paragraph', 'heading', 'tableCell', 'code'].includes(node.type)) {
                texts.push(plainText(node));
              }
            },
            leave: () => undefined,
          });
          const found = markedBlocks(root);
          assert.deepEqual(
            found.map(({ text }) => text),
            texts,
          );
          for (const { text, marks } of found) {
            for (const [index, mark] of marks.entries()) {
              assert.ok(0 <= mark.start && mark.start < mark.end && mark.end <= text.length);
              for (const later of marks.slice(index + 1)) {
                assert.ok(later.start >= mark.end || (later.start >= mark.start && later.end <= mark.end));
              }
            }
          }
        },
      ),
      { numRuns: runs(2000) },
    );
  });
});
