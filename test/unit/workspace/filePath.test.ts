import assert from 'node:assert/strict';
import { pathBelow, readPath } from '../../../src/core/workspace/filePath';
import { guideMatcher, parseGuidePattern } from '../../../src/core/workspace/guidePatterns';

suite('paths of files', () => {
  test('have drives, whose letters mean the same in either case', () => {
    const pattern = parseGuidePattern('C:\\Ladder\\guides') ?? assert.fail();
    const below = pathBelow(pattern.base, '/c:/Ladder/guides/a/m1-to-m2.md');
    assert.equal(below, 'a/m1-to-m2.md');
    assert.ok(guideMatcher(pattern)(below));
    assert.equal(pathBelow('/c:/', '/C:/a.md'), 'a.md');
    assert.deepEqual(readPath('file:///c%3A/Ladder/a.md'), readPath('file:///C:/Ladder/a.md'));
    assert.deepEqual(readPath('C:\\Ladder\\a.md'), readPath('c:/Ladder/a.md'));
  });

  test('are otherwise told by case', () => {
    for (const [folder, path] of [
      ['/c:/ladder', '/c:/Ladder/a.md'],
      ['/Ladder', '/ladder/a.md'],
      ['/C', '/c/a.md'],
      ['/C:x', '/c:x/a.md'],
      ['/home/C:', '/home/c:/a.md'],
      ['/guides', '/guides-old/a.md'],
      ['/guides', '/guides'],
    ] as const) {
      assert.equal(pathBelow(folder, path), undefined, path);
    }
    assert.notDeepEqual(readPath('file:///C/a.md'), readPath('file:///c/a.md'));
    assert.equal(pathBelow('/', '/a.md'), 'a.md');
    assert.deepEqual(readPath('').segments, []);
  });
});
