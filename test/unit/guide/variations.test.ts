import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readGuide } from '../../../src/core/guide/readGuide';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { type MarkdownDocument, parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { isThorough, runs, sampleOf } from '../support/effort';
import { markdownFiles, readText } from '../support/files';
import { type VariationName, variationNames, varied } from '../support/variations';

const files = ['test/fixtures/guides/read', 'guides'].flatMap(markdownFiles);

/** Guides as their authors wrote them, and what each of them says. */
const originals = new Map<string, { readonly document: MarkdownDocument; readonly meaning: unknown }>();

function original(file: string): { readonly document: MarkdownDocument; readonly meaning: unknown } {
  const known = originals.get(file);
  if (known !== undefined) {
    return known;
  }
  const document = parseMarkdown(readText(file));
  const read = { document, meaning: meaningOf(document) };
  originals.set(file, read);
  return read;
}

/** What a document says as a guide: its outline without the places where that stands, and without problems. */
function meaningOf(document: MarkdownDocument): unknown {
  const guide = readGuide('guide.md', document);
  const { levels, transitions } = outlineJson(buildLadder(guide === undefined ? [] : [guide]));
  return JSON.parse(
    JSON.stringify({ levels, transitions }, (key, value: unknown) =>
      key === 'line' || key === 'source' ? undefined : value,
    ),
  );
}

/**
 * Fails unless a guide that is written in some other ways says the same.
 *
 * @returns Whether it can be written in any of them.
 */
function assertSame(file: string, names: readonly VariationName[]): boolean {
  const { document, meaning } = original(file);
  const other = names.reduce((before, name) => varied(before, name) ?? before, document);
  assert.deepEqual(meaningOf(other), meaning, `${file} with ${names.join(', ')}`);
  return other !== document;
}

suite('a guide written in another way', function () {
  this.timeout(240_000);

  // Each guide in every third way, and each way in every third guide: parsing takes its time.
  const alone = variationNames.flatMap((name, way) =>
    files.filter((_, at) => (at + way) % 3 === 0).map((file) => ({ name, file })),
  );
  const tried = sampleOf(alone);
  for (const wanted of variationNames) {
    test(`says the same with ${wanted}`, () => {
      const pairs = tried.filter(({ name }) => name === wanted);
      const changed = pairs.filter(({ file, name }) => assertSame(file, [name]));
      assert.ok(changed.length > 0 || !isThorough);
    });
  }

  test('says the same in several other ways at once', () => {
    const several = fc.subarray([...variationNames], { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...files), several, (file, names) => void assertSame(file, names)),
      {
        numRuns: runs(250),
      },
    );
  });
});
