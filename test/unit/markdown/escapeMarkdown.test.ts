import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown } from '../../../src/core/markdown/escapeMarkdown';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';

suite('plain text as Markdown', () => {
  test('shows what it says, whatever that is', () => {
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
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 6 }), (parts) => {
        const text = parts
          .join('')
          .replace(/[\s\0]+/gu, ' ')
          .trim();
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
});
