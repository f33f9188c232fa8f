import assert from 'node:assert/strict';
import { destinationOf } from '../../../src/core/citations/destinationOf';
import { anchorAt } from '../../../src/core/citations/guideAnchors';
import { noGuideLinks, relativeGuideLinks } from '../../../src/core/citations/guideLinks';
import type { Guide } from '../../../src/core/guide/model';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { guideOf } from '../support/files';

const text = [
  '# Guide: M1 to M2',
  '## Capabilities',
  '### Testing',
  '**What this looks like:**',
  '- x',
  '### *Testing*, `again` & <b>more</b>',
  '**What this looks like:**',
  '- y',
  '## Testing',
  '<a id="Here"></a>',
].join('\n\n');

function guide(path: string, content = text): Guide {
  const found = guideOf(content, path);
  assert.ok(found !== undefined);
  return found;
}

suite('links between documents and guides', () => {
  test('lead from paths and URIs to guides, and back', () => {
    for (const [document, path, destination] of [
      ['a/b/case.md', 'a/guides/m.md', '../guides/m.md'],
      ['case.md', 'guides/m.md', 'guides/m.md'],
      ['guides/case.md', 'guides/m.md', 'm.md'],
      ['../x/case.md', '../guides/m.md', '../guides/m.md'],
      ['/a/case.md', '/b/m.md', '../b/m.md'],
      ['C:\\a\\case.md', 'C:\\a\\guides\\m.md', 'guides/m.md'],
      ['file:///a/case%20x.md', 'file:///a/gu%20ides%20%28x%29/m%231.md', 'gu%20ides%20%28x%29/m%231.md'],
      ['guides/case.md', 'guides/M1: M2.md', 'M1%3A%20M2.md'],
      ['vscode-vfs://github/o/r/case.md', 'vscode-vfs://github/o/r/guides/m.md', 'guides/m.md'],
      ['case.md', 'guides/Leitfäden/50% m.md', 'guides/Leitfäden/50%25%20m.md'],
    ] as const) {
      const one = guide(path);
      const links = relativeGuideLinks(document, [one]);
      assert.equal(links.pathTo(one), destination, path);
      assert.equal(links.guideAt(destination), one, destination);
      assert.equal(links.guideAt(`./${destination}?plain=1`), one, destination);
      assert.equal(links.guideAt(destination.replace(/\.md$/u, '')), one, destination);
    }
  });

  test('are written out in full, or from the top, where the host says what that is', () => {
    const one = guide('file:///a/guides/m.md');
    const links = relativeGuideLinks('file:///a/b/case.md', [one], 'file:///a');
    assert.equal(links.guideAt('file:///a/guides/m.md'), one);
    assert.equal(links.guideAt('/guides/m.md'), one);
    assert.equal(relativeGuideLinks('file:///a/b/case.md', [one]).guideAt('/guides/m.md'), undefined);
  });

  test('do not lead elsewhere', () => {
    const one = guide('file:///a/guides/m.md');
    const links = relativeGuideLinks('file:///a/b/case.md', [one]);
    for (const path of [
      '',
      '.',
      '..',
      'm.md',
      '../guides',
      '../guides/n.md',
      '../guides/m.markdown',
      '../guides/m.',
      'https://a/guides/m.md',
      '//a/guides/m.md',
      'vscode-vfs:///a/guides/m.md',
      '%E0%A4%A',
    ]) {
      assert.equal(links.guideAt(path), undefined, path);
    }
    for (const document of ['untitled:Untitled-1', 'vscode-vfs://github/a/b/case.md', 'a/b/case.md']) {
      assert.equal(relativeGuideLinks(document, [one]).pathTo(one), undefined, document);
    }
    assert.equal(noGuideLinks.guideAt('m.md'), undefined);
    assert.equal(noGuideLinks.pathTo(one), undefined);
  });

  test('lead to a capability by the slug of its heading, with GitHub’s suffix where it stands twice', () => {
    const one = guide('guides/m.md');
    const ladder = buildLadder([one]);
    const links = relativeGuideLinks('case.md', ladder.guides);
    const capabilities = ladder.levels.flatMap((level) => level.capabilities);
    assert.deepEqual(
      capabilities.map((capability) => destinationOf(capability, links)),
      ['guides/m.md#testing', 'guides/m.md#testing-again--more'],
    );
    assert.equal(destinationOf(capabilities[0] ?? assert.fail(), noGuideLinks), undefined);
    for (const [fragment, kind] of [
      ['testing', 'capability'],
      ['Testing', 'capability'],
      ['%74esting', 'capability'],
      ['user-content-testing', 'capability'],
      ['testing-again--more', 'capability'],
      ['testing-1', 'other'],
      ['capabilities', 'other'],
      ['here', 'other'],
      ['L10-L12', 'other'],
      ['L10,5', 'other'],
      ['L10C5-L12C1', 'other'],
      ['top', 'other'],
      ['', 'other'],
      ['testing-2', 'unknown'],
      ['l3-testing', 'unknown'],
      ['%', 'unknown'],
    ] as const) {
      assert.equal(anchorAt(one, fragment).kind, kind, fragment);
    }
  });

  test('lead to the heading above a capability that has none', () => {
    const one = guide(
      'guides/m.md',
      '# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n**Testing**\n\nSignals:\n\n- x\n\n**Security**\n\nSignals:\n\n- y\n',
    );
    const ladder = buildLadder([one]);
    const links = relativeGuideLinks('case.md', ladder.guides);
    assert.deepEqual(
      ladder.levels.flatMap((level) => level.capabilities.map((one) => destinationOf(one, links))),
      ['guides/m.md#key-capabilities', 'guides/m.md#key-capabilities'],
    );
  });
});
