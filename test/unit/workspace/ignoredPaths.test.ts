import assert from 'node:assert/strict';
import { ignoredPaths } from '../../../src/core/workspace/ignoredPaths';

const isIgnored = ignoredPaths([
  { folder: '', text: '# built\nbuild/\n*.tmp.md\n!kept.tmp.md\n/root-only.md\ndocs/**/drafts\n' },
  { folder: 'docs', text: '*.md\n!case.md\n' },
  { folder: 'build/deep', text: '!*.md\n' },
]);

suite('what Git ignores', () => {
  for (const path of [
    'build/a.md',
    'x/build/deep/a.md',
    'build/deep/a.md',
    'a.tmp.md',
    'x/b.tmp.md',
    'root-only.md',
    'docs/other.md',
    'docs/a/b/drafts/case.md',
  ]) {
    test(`${path} is left out`, () => assert.equal(isIgnored(path), true));
  }
  for (const path of [
    'a.md',
    'kept.tmp.md',
    'x/root-only.md',
    'docs/case.md',
    'docs/x/case.md',
    'builds/a.md',
    'build.md',
  ]) {
    test(`${path} is not`, () => assert.equal(isIgnored(path), false));
  }

  test('without such a file nothing is, and odd ones do no harm', () => {
    assert.equal(ignoredPaths([])('build/a.md'), false);
    const odd = ignoredPaths([{ folder: '', text: '[\n\\\n!\n**\n!a.md\n(((\r\n\u0000' }]);
    assert.equal(odd('a.md'), false);
    assert.equal(odd('b.md'), true);
  });
});
