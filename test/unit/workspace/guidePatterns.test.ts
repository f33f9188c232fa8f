import assert from 'node:assert/strict';
import {
  guideMatcher,
  isDefaultSetting,
  parseGuidePattern,
  searchGlob,
} from '../../../src/core/workspace/guidePatterns';

suite('entries of careerLadder.guides', () => {
  const entries: Readonly<Record<string, readonly [boolean, string, string] | undefined>> = {
    'guides/**/*.md': [false, 'guides', '**/*.md'],
    guides: [false, 'guides', '**/*.{md,markdown}'],
    './docs/ladder/': [false, 'docs/ladder', '**/*.{md,markdown}'],
    '../shared/guides': [false, '../shared/guides', '**/*.{md,markdown}'],
    'docs/*-to-*.md': [false, 'docs', '*-to-*.md'],
    '**/*.md': [false, '', '**/*.md'],
    'ladder.md': [false, '', 'ladder.md'],
    'docs/ladder.md': [false, 'docs', 'ladder.md'],
    'packages/*/guide{s,lines}': [false, 'packages', '*/guide{s,lines}/**/*.{md,markdown}'],
    'packages/*/guides': [false, 'packages', '*/guides/**/*.{md,markdown}'],
    'guides/{m1-to-m2.md,m2-to-m3.md}': [false, 'guides', '{m1-to-m2.md,m2-to-m3.md}'],
    '{guides/m1-to-m2.md,ladder.Markdown}': [false, '', '{guides/m1-to-m2.md,ladder.Markdown}'],
    'docs/{guides,ladder.md}': [false, 'docs', '{guides,ladder.md}/**/*.{md,markdown}'],
    'guides/**': [false, 'guides', '**'],
    '//server/share/ladder': [true, '//server/share/ladder', '**/*.{md,markdown}'],
    '.': [false, '', '**/*.{md,markdown}'],
    '/company/ladder': [true, '/company/ladder', '**/*.{md,markdown}'],
    'C:\\ladder\\*.md': [true, '/C:/ladder', '*.md'],
    '': undefined,
  };
  for (const [entry, expected] of Object.entries(entries)) {
    test(JSON.stringify(entry), () => {
      const pattern = parseGuidePattern(entry);
      assert.deepEqual(pattern && [pattern.absolute, pattern.base, pattern.glob], expected);
    });
  }

  test('match the files they mean, by path from their base', () => {
    const matches = guideMatcher({ absolute: false, base: 'guides', glob: '**/*.md' });
    assert.deepEqual(['a.md', 'deep/er/b.MD', 'a.txt', 'a.md.bak'].map(matches), [true, true, false, false]);
    const all = guideMatcher({ absolute: false, base: 'guides', glob: '**' });
    assert.deepEqual(['x/a.md', '.drafts/b.markdown', 'logo.png'].map(all), [true, true, false]);
    const listed = guideMatcher(parseGuidePattern('{guides/m1-to-m2.md,ladder.md}') ?? assert.fail());
    assert.deepEqual(['guides/m1-to-m2.md', 'ladder.md', 'm1-to-m2.md'].map(listed), [true, true, false]);
  });

  test('match nothing in packages that are installed below their base', () => {
    const matches = guideMatcher(parseGuidePattern('**/*.md') ?? assert.fail());
    assert.deepEqual(['a/node_modules/x/b.md', 'node_modules/b.md', '.git/b.md'].filter(matches), []);
    assert.ok(matches('old_node_modules/b.md'));
    const own = parseGuidePattern('node_modules/ladder/guides') ?? assert.fail();
    assert.equal(own.base, 'node_modules/ladder/guides');
    assert.ok(guideMatcher(own)('b.md'));
  });

  test('are sought in any case', () => {
    const globs = ['guides/**/*.md', 'docs/{m?,[a-c]x}/*.Md'].map((entry) =>
      searchGlob(parseGuidePattern(entry) ?? assert.fail()),
    );
    assert.deepEqual(globs, ['**/*.[mM][dD]', '{[mM]?,?[xX]}/*.[mM][dD]']);
  });

  test('that end in a wildcard may mean files as well as folders', () => {
    for (const [entry, expected] of [
      ['guides/*', ['guides/a.md', 'guides/deep/b.md']],
      ['guides/m?-*', ['guides/m1-to-m2.md', 'guides/m1-old/er/b.markdown']],
      ['gui*', ['guides/a.md', 'guides/deep/b.md', 'guides/m1-to-m2.md', 'guides/m1-old/er/b.markdown']],
    ] as const) {
      const pattern = parseGuidePattern(entry) ?? assert.fail();
      const prefix = pattern.base === '' ? '' : `${pattern.base}/`;
      const matches = guideMatcher(pattern);
      for (const file of expected) {
        assert.ok(matches(file.slice(prefix.length)), `${entry}: ${file}`);
      }
      assert.ok(!matches('a.txt') && !matches('other'));
      // Searches know no braces within braces.
      assert.doesNotMatch(pattern.glob, /\{[^}]*\{/u);
    }
  });

  test('match nothing where they are no globs', () => {
    const pattern = parseGuidePattern('guides [2024-01]/*.md') ?? assert.fail();
    assert.equal(guideMatcher(pattern)('guides [2024-01]/a.md'), false);
  });

  test('are the default only when they say just that', () => {
    assert.ok(isDefaultSetting(['guides/**/*.md']));
    assert.ok(!isDefaultSetting(['guides/**/*.md', 'more']));
    assert.ok(!isDefaultSetting([]));
  });
});
