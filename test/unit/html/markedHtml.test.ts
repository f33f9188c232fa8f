import assert from 'node:assert/strict';
import { html } from '../../../src/core/html/html';
import { isRelative, markedHtml, outwardLinkTag } from '../../../src/core/html/markedHtml';
import { markedBlocks } from '../../../src/core/markdown/markedText';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';

function drawn(text: string): string {
  const [block] = markedBlocks(parseMarkdown(text).root);
  assert.ok(block);
  return markedHtml(block, outwardLinkTag).toString();
}

suite('marked text as HTML', () => {
  test('has emphasis, code and links as elements, however they lie', () => {
    assert.equal(
      drawn('**a *b*** c `d<e`, *f*[g **h** `i`](https://j?k&l) m'),
      '<strong>a <em>b</em></strong> c <code>d&#60;e</code>, <em>f</em>' +
        '<a href="https://j?k&#38;l" title="https://j?k&#38;l">g <strong>h</strong> <code>i</code></a> m',
    );
    assert.equal(drawn('*a*'), '<em>a</em>');
    assert.equal(markedHtml({ text: '', marks: [] }, () => html`<a>`).toString(), '');
  });

  test('links to the web and to mail only', () => {
    assert.match(drawn('[a](HTTP://x)'), /^<a href="HTTP:\/\/x"/);
    assert.match(drawn('[a](mailto:a@b)'), /^<a href="mailto:a@b"/);
    for (const url of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java&#10;script:alert(1)',
      '&#1;javascript:alert(1)',
      'command:workbench.action.quit',
      'data:text/html,<script>1</script>',
      'vbscript:x',
      'vscode://x/y',
      'file:///etc/passwd',
      'blob:x',
      'https:x',
      '//host/x',
      '\\\\\\\\host/x',
      'x.md',
      '',
    ]) {
      assert.equal(drawn(`[say](<${url.replace(/[<>]/gu, '\\$&')}>) it`), 'say it', url);
    }
  });

  test('tells relative addresses from those that name a scheme or a host', () => {
    const addresses = ['x.md', '../x.md#y', '/x', '#y', '?', 'a b', 'x:y', 'a+b.c-d:e', '//h', '\\\\h', ''];
    assert.deepEqual(addresses.filter(isRelative), ['x.md', '../x.md#y', '/x', '#y', '?', 'a b']);
  });
});
