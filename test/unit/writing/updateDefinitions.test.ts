import assert from 'node:assert/strict';
import fc from 'fast-check';
import { destinationOf } from '../../../src/core/citations/destinationOf';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import { citedCapability } from '../../../src/core/document/citation';
import type { Definition } from '../../../src/core/document/model';
import { definingIdentifier } from '../../../src/core/document/sourceLabel';
import type { Promotion } from '../../../src/core/promotion/readPromotion';
import { isCitationDefinition } from '../../../src/core/writing/documentEnd';
import { updateDefinitions } from '../../../src/core/writing/updateDefinitions';
import { markdown } from '../document/markdownArbitrary';
import { charactersRead } from '../support/charactersRead';
import { edited } from '../support/edits';
import { runs } from '../support/effort';
import { ladderWith, promotionOf } from '../support/promotions';

const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Alpha', 'Bravo | [Two]', 'Charlie: Charlie']);
const path = 'promotions/case.md';
const head = '---\npromotion: M1 to M2\n---\n\n';
const alpha = '[M2: Alpha]: ../guides/m1-to-m2.md#1-alpha';
const bravo = '[M2: Bravo | \\[Two\\]]: ../guides/m1-to-m2.md#2-bravo--two';

function updated(text: string): string {
  const { edits } = updateDefinitions(promotionOf(head + text, ladder, path));
  return edited(head + text, edits).slice(head.length);
}

suite('updating the link definitions of citations', () => {
  test('appends what is missing, one per label, in the order of first use', () => {
    assert.equal(
      updated(
        '## [m2:  Bravo | \\[Two\\]]\n\n[M2: Alpha] [M2: alpha][] [M2: Alpha #2] [M9: x] [M2: ] [M2: None]\n',
      ),
      [
        '## [m2:  Bravo | \\[Two\\]]\n\n[M2: Alpha] [M2: alpha][] [M2: Alpha #2] [M9: x] [M2: ] [M2: None]\n',
        bravo.replace('M2', 'm2'),
        alpha,
        '[M2: Alpha #2]: ../guides/m1-to-m2.md#1-alpha\n',
      ].join('\n'),
    );
  });

  test('joins a block of definitions that is there, and keeps the line breaks and the end', () => {
    assert.equal(
      updated(`[M2: Alpha] [text][M3: Alpha]\n\n${alpha}`),
      `[M2: Alpha] [text][M3: Alpha]\n\n${alpha}\n[M3: Alpha]: ../guides/m2-to-m3.md#1-alpha\n`,
    );
    const windows = promotionOf('---\r\npromotion: M2\r\n---\r\n[M2: Alpha]\r\n', ladder, path);
    assert.equal(updateDefinitions(windows).edits[0]?.text, `\r\n\r\n${alpha}`);
    assert.equal(updated(`[M2: Alpha]\n\n[x]: y\n`), `[M2: Alpha]\n\n[x]: y\n\n${alpha}\n`);
    assert.equal(updated('[M2: Alpha]\n\n```\n'), `[M2: Alpha]\n\n${alpha}\n\n\`\`\`\n`);
  });

  test('writes the label of a table’s citation as it is outside of one', () => {
    assert.equal(
      updated('| [M2: Bravo \\| \\[Two\\]] |\n|---|\n\n[M2: Bravo | \\[Two\\]]\n'),
      `| [M2: Bravo \\| \\[Two\\]] |\n|---|\n\n[M2: Bravo | \\[Two\\]]\n\n${bravo}\n`,
    );
  });

  test('updates its own in place, and nothing but where they lead', () => {
    assert.equal(
      updated(
        '[m2: ALPHA]: <../old file.md#alpha> "Title"\n\n> [M2: Bravo | \\[Two\\]]: old.md\n\n[M2: Alpha] [M2: Bravo | \\[Two\\]]\n',
      ),
      `[m2: ALPHA]: <../guides/m1-to-m2.md#1-alpha> "Title"\n\n> ${bravo}\n\n[M2: Alpha] [M2: Bravo | \\[Two\\]]\n`,
    );
  });

  test('leaves one that leads to another guide’s heading of the same capability', () => {
    const shared = ladderWith(['IC4 to M2', 'M1 to M2'], ['Alpha']);
    for (const [url, after] of [
      ['../guides/ic4-to-m2.md#1-alpha', '../guides/ic4-to-m2.md#1-alpha'],
      ['../guides/m1-to-m2.md#1-alpha', '../guides/m1-to-m2.md#1-alpha'],
      ['../guides/m1-to-m2.md#alpha', '../guides/ic4-to-m2.md#1-alpha'],
    ] as const) {
      const text = (destination: string): string => `${head}[M2: Alpha] 1\n\n[M2: Alpha]: ${destination}\n`;
      const { edits } = updateDefinitions(promotionOf(text(url), shared, path));
      assert.equal(edited(text(url), edits), text(after));
    }
  });

  test('removes its own that are no longer used, and second ones', () => {
    assert.equal(
      updated(
        `${alpha}\n[M2: Alpha #1]: x.md\n[m2: alpha]: ${'x.md'}\n\n[M2: Alpha]\n\n> [M2: Gone]: y.md\n\n[x]: y\n[M3: Alpha]: z.md\n\n[M9: old]: z.md\n`,
      ),
      `${alpha}\n\n[M2: Alpha]\n\n\n[x]: y\n`,
    );
    assert.equal(updated('- [M2: Gone]: y.md\n- One\n'), '- \n- One\n');
  });

  test('takes no longer for each of many that are no longer used', () => {
    const definitions = (count: number): string =>
      Array.from({ length: count }, (_, at) => `[M2: Gone ${at}]: ../guides/m1-to-m2.md#gone\n`).join('');
    const [few = 0, many = 0] = [100, 400].map((count) => {
      const promotion = promotionOf(`${head}${definitions(count)}\nText\n`, ladder, path);
      return charactersRead(() => updateDefinitions(promotion));
    });
    assert.ok(few > 100 && many < 5 * few, `${few} characters read, ${many} for four times the definitions`);
  });

  test('leaves alone what is no citation’s, and prose that only looks like a definition', () => {
    for (const text of [
      '[note: x]: y.md\n[foo]: bar\n[M2: ]: z.md\n',
      '[M2: Alpha]: Done\n\n[M3: Alpha]: Done\n',
      'Intro.\n\n[M2: Alpha]: Done.\n\nMore.\n',
      `[M2: None]\n\n[M2: None]: ../x.md\n`,
      '[see](../guides/m1-to-m2.md#1-alpha)\n',
    ]) {
      assert.equal(updated(text), text);
    }
    assert.equal(
      updated('[M2: Alpha]: Done\n\n[M2: Alpha]\n'),
      `[M2: Alpha]: Done\n\n[M2: Alpha]\n\n${alpha}\n`,
    );
  });

  test('says where no path leads to, and keeps what is there', () => {
    const text = `${head}[M2: Alpha]\n\n[M2: Alpha]: old.md\n`;
    const { edits, unreachable } = updateDefinitions(promotionOf(text, ladder));
    assert.deepEqual(edits, []);
    assert.deepEqual(
      unreachable.map(({ name }) => name),
      ['Alpha'],
    );
  });

  test('in any text, defines each label once, changes nothing else, and nothing the second time', function () {
    this.timeout(120_000);
    const label = fc.constantFrom(
      'M2: Alpha',
      'm2: alpha #1',
      'M3: Charlie: Charlie',
      'M2: Bravo | \\[Two\\]',
      'M2: None',
      'M9: x',
      'foo',
    );
    const definition = fc
      .tuple(
        fc.constantFrom('', '', '> ', '- a\n\n  ', '  '),
        label,
        fc.constantFrom('x.md', '<a b.md>', 'Done', 'Done.', '../guides/m1-to-m2.md#1-alpha', '#x "t"'),
      )
      .map(([mark, name, url]) => `${mark}[${name}]: ${url}`);
    const cited = fc
      .tuple(fc.constantFrom('', '# ', '- ', '> ', '| a |\n|---|\n'), label)
      .map(([mark, name]) => `${mark}[${name}] 1`);
    const texts = fc
      .tuple(
        fc.array(
          fc.oneof(
            { weight: 3, arbitrary: definition },
            { weight: 3, arbitrary: cited },
            { weight: 1, arbitrary: markdown.map(withoutFrontMatter) },
          ),
          { maxLength: 7 },
        ),
        fc.constantFrom('\n\n', '\n\n', '\r\n\r\n'),
        fc.constantFrom('', '\n'),
      )
      .map(([parts, gap, end]) => head + parts.join(gap) + end);
    fc.assert(
      fc.property(texts, (text) => {
        // A definition may be all that keeps indented code apart from a list.
        fc.pre(!/^ {4}/mu.test(text));
        const before = promotionOf(text, ladder, path);
        const result = edited(text, updateDefinitions(before).edits);
        const after = promotionOf(result, ladder, path);
        assert.deepEqual(updateDefinitions(after).edits, [], JSON.stringify(result));
        assert.deepEqual(citationsOf(after), citationsOf(before), JSON.stringify(result));
        assert.deepEqual(othersOf(after), othersOf(before), JSON.stringify(result));
        const own = after.document.definitions.filter((one) => isCitationDefinition(one, after.index));
        assert.equal(new Set(own.map(({ identifier }) => identifier)).size, own.length);
        for (const citation of after.citations) {
          const capability = citedCapability(citation);
          if (citation.form === 'bracket' && capability !== undefined) {
            const defined = own.find(
              ({ identifier }) => identifier === definingIdentifier(citation.reference),
            );
            assert.equal(defined?.url, destinationOf(capability, after.links), JSON.stringify(result));
          }
        }
        assert.ok(checkPromotion(after, {}).every(({ rule }) => rule !== 'stale-definition'));
      }),
      { numRuns: runs(2000) },
    );
  });
});

function citationsOf({ citations }: Promotion): readonly unknown[] {
  return citations.map((citation) => [citation.form, citedCapability(citation)?.name, citation.meaning.kind]);
}

/** The definitions that are not the citations' own, and the texts of the document. */
function othersOf({ document, index }: Promotion): readonly unknown[] {
  const others = document.definitions.filter((one) => !isCitationDefinition(one, index));
  return [
    ...others.map(({ range }: Definition) => document.source.slice(range)),
    ...document.blocks.map(({ kind, runs: all }) => [kind, all.map(({ text }) => text).join('')]),
  ];
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---[\r\n][\s\S]*?---[\r\n]+/u, '');
}
