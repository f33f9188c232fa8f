import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeInline, escapeMarkdown } from '../../../src/core/markdown/escapeMarkdown';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';

const words = fc.constantFrom(
  '**a**',
  '<script>',
  '[x](command:y)',
  '`',
  '&amp;',
  '# ',
  '1. ',
  '- ',
  '|',
  '\n',
  'www.a.de',
  '\\',
);
const anyText = fc.array(fc.oneof(words, fc.string()), { maxLength: 6 }).map((parts) =>
  parts
    .join('')
    .replace(/[\s\0]+/gu, ' ')
    .trim(),
);

suite('plain text as Markdown', () => {
  test('shows what it says, whatever that is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // In the middle of a paragraph, as in a card.
        const { root } = parseMarkdown(`so ${escapeMarkdown(text)} it is`);
        const [paragraph, ...others] = root.children;
        assert.deepEqual(others, []);
        assert.ok(paragraph?.type === 'paragraph');
        assert.deepEqual(
          paragraph.children.map((child) =>
            child.type === 'text' ? child.value.replace(/\s+/gu, ' ') : child.type,
          ),
          [`so ${text} it is`.replace(/\s+/gu, ' ')],
        );
      }),
    );
  });

  test('shows what it says in a table as well, with fewer marks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { root } = parseMarkdown(`| a | b |\n|---|---|\n| so ${escapeInline(text)} it is | c |`);
        const [table, ...others] = root.children;
        assert.deepEqual(others, []);
        assert.ok(table?.type === 'table');
        assert.deepEqual(
          table.children[1]?.children.map(({ children }) =>
            children.map((child) => (child.type === 'text' ? child.value.replace(/\s+/gu, ' ') : child.type)),
          ),
          [[`so ${text} it is`.replace(/\s+/gu, ' ')], ['c']],
        );
      }),
    );
    assert.equal(escapeInline("don't (ever) say 3-5!"), "don't (ever) say 3-5!");
  });
});
