import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { plainText } from '../../../src/core/markdown/plainText';

suite('what a reader sees of Markdown', () => {
  const samples: Readonly<Record<string, string>> = {
    '*one*  \ntwo': 'one two',
    'one\n   two': 'one two',
    'a<br>b <!-- c --> d': 'a b d',
    '`code` and [link](x.md) and ![alt](y.png)': 'code and link and alt',
    'a &amp; b \\*c\\*': 'a & b *c*',
    '- one\n- two\n\n  more': 'one\n\ntwo\n\nmore',
    '- [x] done': 'done',
    'text[^1]\n\n[^1]: note': 'text\n\nnote',
    '| a | b |\n|---|---|\n| c \\| d | e |': 'a b\n\nc | d e',
    '<div>html</div>': '',
    '[label]: target.md': '',
    '[M2: Depth]': '[M2: Depth]',
    '---\ntitle: x\n---\ntext': 'text',
    '---\n\n- one\n- two': 'one\n\ntwo',
  };
  for (const [markdown, expected] of Object.entries(samples)) {
    test(JSON.stringify(markdown), () => assert.equal(plainText(parseMarkdown(markdown).root), expected));
  }
});
