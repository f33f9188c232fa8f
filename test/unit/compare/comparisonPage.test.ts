import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareLevels } from '../../../src/core/compare/compareLevels';
import { comparisonMarkdown } from '../../../src/core/compare/comparisonMarkdown';
import { comparisonPage, pageFileName } from '../../../src/core/compare/comparisonPage';
import { comparisonTable } from '../../../src/core/compare/comparisonTable';
import { comparisonText } from '../../../src/core/compare/comparisonText';
import { html } from '../../../src/core/html/html';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Ladder } from '../../../src/core/ladder/model';
import { escapeMarkdown } from '../../../src/core/markdown/escapeMarkdown';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { plainText } from '../../../src/core/markdown/plainText';
import { guideOf, ladderOf } from '../support/files';

const builtIn = ladderOf('guides');

/** The elements of a page, in order: names of tags, with their attributes. */
function tags(page: string): readonly string[] {
  return [...page.matchAll(/<([a-z][a-z1-6]*)([^>]*)>/giu)].map(
    ([, name = '', attributes = '']) => name + attributes,
  );
}

/** A guide in which a text stands everywhere that a comparison shows one. */
function ladderSaying(text: string): Ladder {
  return ladderSayingRaw(escapeMarkdown(text));
}

/** The same of Markdown, as it is. */
function ladderSayingRaw(said: string): Ladder {
  const guide = guideOf(
    [
      `# Progression Guide: M1 (${said}) to M2 (x ${said})`,
      `## Core Shift\n\n| M1 | M2 |\n|---|---|\n| so ${said} | it ${said} |`,
      `*The fundamental question changes from 'so ${said}' to 'it ${said}'*`,
      `## Key Capabilities to Develop\n\n### 1. Saying ${said}\n\nAt M1, so ${said}. At M2, it ${said}`,
      `**What this looks like:**\n\n- so ${said}\n\n**How to develop this:**\n\n- it ${said}`,
      `## Common Pitfalls\n\n**so ${said}**\n\nit ${said}`,
    ].join('\n\n'),
    'guides/<b>"&.md',
  );
  return buildLadder(guide === undefined ? [] : [guide]);
}

suite('a comparison as a page', () => {
  test('is a table with headings for columns, groups and rows, and all that the guides say', () => {
    const page = comparisonPage(compareLevels(builtIn, ['M1', 'M2']));
    const found = tags(page);
    const count = (start: string): number => found.filter((tag) => tag.startsWith(start)).length;
    assert.deepEqual(
      [
        'th scope="col"',
        'th scope="rowgroup"',
        'th scope="row"',
        'main',
        'h1',
        'details',
        'button',
        'script',
        'a ',
      ].map(count),
      [2, 9, 24, 1, 1, 5, 0, 0, 0],
    );
    assert.match(page, /<title>M1 and M2 compared<\/title>/);
    assert.match(page, /<p>Read from guides\/m1-to-m2\.md\.<\/p>/);
    assert.match(page, /<strong>Standing in line for the title<\/strong> Nobody hands out M2 for patience\./);
    assert.match(page, /<p class="figure">3-5 years<\/p>/);
  });

  test('asks nobody for anything', () => {
    assert.doesNotMatch(
      comparisonPage(compareLevels(builtIn, ['M1', 'M3'])),
      /https?:|url\(|src=|href=|@import/u,
    );
  });

  test('shows whatever a guide says as text, and says it whole', () => {
    const harmless = tags(comparisonPage(compareLevels(ladderSaying('word'), ['M1', 'M2'])));
    const attacks = fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '" onmouseover="x',
      "' x='",
      '</td></table>',
      '<!--',
      ']]>',
      '&lt;b&gt;',
      '</title></style>',
      'javascript:x',
      '[a](command:b)',
      '\u202e',
    );
    const texts = fc
      .array(fc.oneof(attacks, fc.string({ maxLength: 5 })), { minLength: 1, maxLength: 4 })
      .map((parts) =>
        parts
          .join(' ')
          .replace(/[\s\0]+/gu, ' ')
          .trim(),
      )
      .filter((text) => /\p{L}/u.test(text));
    fc.assert(
      fc.property(texts, (text) => {
        const page = comparisonPage(compareLevels(ladderSaying(text), ['M1', 'M2']));
        const found = tags(page);
        if (found.length === harmless.length) {
          assert.deepEqual(found.map(withoutIds), harmless.map(withoutIds));
        } else {
          // Some texts make another guide of it; the elements are the same few.
          const known = new Set(harmless.map((tag) => tag.split(' ')[0]));
          assert.deepEqual(
            found.filter((tag) => !known.has(tag.split(' ')[0])),
            [],
          );
        }
      }),
    );
  });

  test('shows emphasis, code and links as such, wherever they stand', () => {
    const ladder = ladderSayingRaw('**bold *both***, `co<de` and [a link](https://x.y/?a&b)');
    const marked =
      '<strong>bold <em>both</em></strong>, <code>co&#60;de</code> and <a href="https://x.y/?a&#38;b" title="https://x.y/?a&#38;b">a link</a>';
    const comparison = compareLevels(ladder, ['M1', 'M2']);
    const cells = comparison.rows.flatMap((row) => row.cells.filter((cell) => cell !== undefined));
    assert.equal(comparisonPage(comparison).split(marked).length - 1, 9);
    assert.ok(cells.every(({ text }) => !/[*`]/u.test(text)));
    assert.ok(cells.length >= 7);
  });

  test('follows links to files in a panel, and has their text on a page', () => {
    const comparison = compareLevels(ladderSayingRaw('[the rest](../a.md#b "c")'), ['M1', 'M2']);
    assert.doesNotMatch(comparisonPage(comparison), /<a /u);
    const options = { shownPath: (path: string) => path, interactive: true };
    assert.ok(
      comparisonTable(comparison, options)
        .toString()
        .includes(
          '<a href="#" data-action="follow" data-path="guides/&#60;b&#62;&#34;&#38;.md" data-url="../a.md#b" title="../a.md#b">the rest</a>',
        ),
    );
  });

  test('lets no guide in with more than that', () => {
    const scheme = fc.constantFrom('javascript', 'command', 'data', 'vscode', 'file', 'java\u0001script', '');
    const piece = fc.oneof(
      scheme.map((one) => `[said](<${one}:x(1)>)`),
      scheme.map((one) => `<${one}:x>`),
      scheme.map((one) => `![said](${one}:x)`),
      fc.constantFrom(
        '<script>x</script>',
        '<a href="command:x">',
        '<img src=x onerror=x>',
        '**',
        '*',
        '`',
        '](',
        '<!--',
        '</td>',
      ),
      fc.string({ maxLength: 4 }),
    );
    const texts = fc
      .array(piece, { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join(' ').replace(/[\s\0|]+/gu, ' '));
    fc.assert(
      fc.property(texts, (text) => {
        const table = comparisonTable(compareLevels(ladderSayingRaw(text), ['M1', 'M2']), {
          shownPath: () => '',
          interactive: true,
        }).toString();
        for (const tag of tags(table)) {
          assert.match(
            tag,
            /^(?:table|caption|thead|tbody|tr|th|td|h2|div|span|p|ul|ol|li|details|summary|strong|em|code|button type="button")(?: [^<>]*)?$|^a href="(?:#|https?:\/\/[^"]*|mailto:[^"]*)" /u,
          );
          assert.doesNotMatch(tag.replace(/"[^"]*"/gu, ''), /\s(?:on\w+|style|src)=/u);
        }
      }),
    );
  });

  test('escapes in content and attributes, and writes markup as it is', () => {
    assert.equal(
      html`<p title="${'a"b'}">${"<b>&'"}${html`<i>${1}</i>`}${[html`x`, html`y`]}${undefined}${false}</p>`.toString(),
      '<p title="a&#34;b">&#60;b&#62;&#38;&#39;<i>1</i>xy</p>',
    );
  });
});

suite('a level that goes by its title', () => {
  const guide = guideOf(
    '# Progression Guide: Recruiter to Senior Recruiter\n\n## Key Capabilities\n\n### Depth\n\n**Signals:**\n\n- It shows',
  );
  assert.ok(guide);
  const comparison = compareLevels(buildLadder([guide]), ['Recruiter', 'Senior Recruiter']);

  test('is named once', () => {
    const plain = { strong: String, faint: String };
    for (const shown of [
      comparisonMarkdown(comparison).split('\n')[0] ?? '',
      /<thead>.*<\/thead>/su.exec(
        comparisonTable(comparison, { shownPath: String, interactive: false }).toString(),
      )?.[0] ?? '',
      comparisonText(comparison, plain, 80).split('\n').slice(0, 3).join('\n'),
      comparisonText(comparison, plain, 20).split('\n').slice(0, 3).join('\n'),
    ]) {
      assert.equal(shown.split('Recruiter').length, 3, shown);
    }
  });
});

suite('the file name of a comparison', () => {
  const [level = assert.fail('no level')] = builtIn.levels;
  const nameFor = (...ids: readonly string[]): string =>
    pageFileName({ asked: ids.map((id) => ({ ...level, id })) });

  test('names the levels', () => {
    assert.equal(nameFor('M1', 'M2', 'M3'), 'M1, M2 and M3.html');
  });

  test('leads into no folder, and is one on any system', () => {
    assert.equal(nameFor('Staff/Principal', 'Lead: "R&D"\\?'), 'Staff-Principal and Lead- -R&D-.html');
  });
});

suite('a comparison as Markdown', () => {
  test('is one table whose cells say what the guides say', () => {
    const comparison = compareLevels(builtIn, ['M1', 'M2']);
    const [table, ...others] = parseMarkdown(comparisonMarkdown(comparison)).root.children;
    assert.deepEqual(others, []);
    assert.ok(table?.type === 'table');
    const cells = table.children.map((row) => row.children.map(plainText));
    assert.deepEqual(cells[0], ['', 'M1: Engineering Manager', 'M2: Senior Engineering Manager']);
    assert.deepEqual(cells[2], [
      'Core shift',
      'One team of 3-6 engineers',
      '8-15 people, often spread over two or more teams',
    ]);
    assert.equal(cells.length, 1 + comparison.rows.length);
    assert.match(cells[10]?.[1] ?? '', /^You deal well with/);
    assert.match(cells[11]?.[2] ?? '', /^1\. Someone who is falling short .* 2\. Your proposals/);
  });
});

function withoutIds(tag: string): string {
  return tag.replace(/ (?:id|data-row)="[^"]*"/gu, '');
}
