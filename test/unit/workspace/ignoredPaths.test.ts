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

  test('what is said above the opened folder counts, the nearest most, unless that is ignored itself', () => {
    const files = [
      { folder: '', text: 'drafts/\nprivate.md\nsecret.md\n' },
      { folder: '', text: '/handbook/old\n!secret.md\n' },
      { folder: 'handbook', text: '*.tmp.md\n!private.md\n' },
      { folder: 'handbook/docs', text: 'own.md\n' },
    ];
    const inDocs = ignoredPaths(files, 'handbook/docs');
    const ignored = ['drafts/a.md', 'x/drafts/a.md', 'a.tmp.md', 'own.md'];
    assert.deepEqual([...ignored, 'a.md', 'private.md', 'secret.md', 'old/a.md'].filter(inDocs), ignored);
    const inOld = ignoredPaths(files, 'handbook/old');
    assert.deepEqual(['a.md', 'drafts/a.md', 'private.md', 'a.tmp.md'].filter(inOld), []);
    // As people do who keep their home folder in a repository.
    const atHome = ignoredPaths(
      [
        { folder: '', text: '*\n' },
        { folder: 'notes', text: 'x.md' },
      ],
      'notes',
    );
    assert.deepEqual(['a.md', 'x.md', 'b/c.md'].filter(atHome), ['x.md']);
  });
});
