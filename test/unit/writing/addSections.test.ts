import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CapabilityCoverage } from '../../../src/core/coverage/coverage';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import { fixAll } from '../../../src/core/diagnostics/fixAll';
import { checkMissing } from '../../../src/core/diagnostics/frontMatterRules';
import { citedCapability } from '../../../src/core/document/citation';
import type { Ladder } from '../../../src/core/ladder/model';
import { addSections } from '../../../src/core/writing/addSections';
import { markdown } from '../document/markdownArbitrary';
import { charactersRead } from '../support/charactersRead';
import { edited } from '../support/edits';
import { runs } from '../support/effort';
import { ladderWith, promotionOf } from '../support/promotions';

const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Alpha', 'Bravo', 'Charlie [*]', 'Delta']);
const head = '---\npromotion: M1 to M2\n---\n';

/** A text with sections for those of the target's capabilities that have one of the names. */
function added(text: string, names: readonly string[], of: Ladder = ladder): string {
  const promotion = promotionOf(text, of);
  const capabilities = promotion.coverage.map(({ capability }) => capability);
  return edited(
    text,
    addSections(
      promotion,
      capabilities.filter(({ name }) => names.includes(name)),
    ),
  );
}

function section(name: string, rank = 2): string {
  const sign = name.toLowerCase().replace(/[*[\]]/gu, '\\$&');
  return [
    `${'#'.repeat(rank)} [M2: ${name.replace(/[[\]]/gu, '\\$&')}]\n`,
    `- You show the first sign of ${sign}`,
    `- You show the second sign of ${sign}\n`,
  ].join('\n');
}

suite('adding the section of a missing capability', function () {
  this.timeout(120_000);

  test('puts it behind the section of the one before it in the guide, at that one’s rank', () => {
    const text = `${head}\n# Case\n\n### [M2: Alpha]\n\n1\n\n#### More\n\n2\n\n### Other\n\n### [M2: Delta]\n\n3\n`;
    const [before = '', after = ''] = text.split('### Other');
    assert.equal(added(text, ['Bravo']), `${before}${section('Bravo', 3)}\n### Other${after}`);
  });

  test('puts it before the section of the next one where there is none before', () => {
    const text = `${head}\n## Summary\n\nx\n## [M2: Charlie \\[*\\]]\n\n1\n`;
    assert.equal(
      added(text, ['Alpha']),
      `${head}\n## Summary\n\nx\n\n${section('Alpha')}\n## [M2: Charlie \\[*\\]]\n\n1\n`,
    );
  });

  test('never puts it into another capability’s section', () => {
    const text = `${head}## [M2: Alpha]\n\n### [M2: Bravo]\n\n1\n\n### Details\n\n2\n`;
    assert.equal(added(text, ['Charlie [*]']), `${text}\n${section('Charlie [*]')}`);
  });

  test('puts it at the end without others, before the definitions, in the document’s line breaks', () => {
    const text = `${head}\n# Case\n\ntext\n\n[M2: Alpha]: Done\n\n[M2: Bravo]: ../guides/m1-to-m2.md#2-bravo\n[x]: y`;
    const at = text.indexOf('[M2: Bravo]');
    assert.equal(added(text, ['Delta']), `${text.slice(0, at)}${section('Delta')}\n${text.slice(at)}`);
    assert.equal(
      added(text.replaceAll('\n', '\r\n'), ['Delta']),
      `${text.slice(0, at)}${section('Delta')}\n${text.slice(at)}`.replaceAll('\n', '\r\n'),
    );
    assert.equal(added(head.trimEnd(), ['Delta']), `${head}\n${section('Delta')}`);
  });

  test('ends what would swallow it, so that this stays in its section', () => {
    for (const [open, closing] of [
      ['```js\ncode', '```'],
      ['~~~~\n5\n~~~', '~~~~'],
      ['<!-- note', '-->'],
      ['<script>\n\n1', '</script>'],
      ['<PRE class="x">\n1', '</pre>'],
      ['<?php', '?>'],
    ]) {
      for (const before of ['text', '## [M2: Charlie \\[*\\]]']) {
        const text = `${head}\n${before}\n\n${open}`;
        assert.equal(added(text, ['Delta']), `${text}\n${closing}\n\n${section('Delta')}`);
        assert.equal(added(`${text}\n\n`, ['Delta']), `${text}\n${closing}\n\n${section('Delta')}\n`);
      }
    }
    const text = `${head}\n## [M2: Bravo]\n\n\`\`\`\n5`;
    assert.equal(
      added(text, ['Alpha', 'Delta']),
      `${text.replace('## ', `${section('Alpha')}\n## `)}\n\`\`\`\n\n${section('Delta')}`,
    );
  });

  test('gives a capability without signals a placeholder', () => {
    const bare = ladderWith(['M1 to M2'], ['Alpha']);
    const promotion = promotionOf(head, bare);
    const [capability] = promotion.coverage.map((one) => ({ ...one.capability, signals: [] }));
    assert.ok(capability !== undefined);
    const same = { ...promotion, target: { ...promotion.target, capabilities: [capability] } };
    assert.equal(edited(head, addSections(same, [capability])), `${head}\n## [M2: Alpha]\n\n…\n`);
  });

  test('is the fix for missing-capability, for one and for all at once', () => {
    const text = `${head}## [M2: Bravo]\n\n1\n\n## Growth\n`;
    const promotion = promotionOf(text, ladder);
    const findings = checkPromotion(promotion, {});
    const first = findings.find(({ rule }) => rule === 'missing-capability')?.suggestions[0];
    assert.equal(first?.title, 'Add a section for “Alpha”');
    assert.equal(edited(text, first?.edits ?? []), added(text, ['Alpha']));
    const all = fixAll('missing-capability', findings, promotion);
    assert.equal(all?.title, 'Add sections for all 3 missing capabilities');
    assert.equal(
      edited(text, all?.edits ?? []),
      `${head}\n${section('Alpha')}\n## [M2: Bravo]\n\n1\n\n${section('Charlie [*]')}\n${section('Delta')}\n## Growth\n`,
    );
  });

  test('is worked out only for whoever takes it', () => {
    const promotion = promotionOf(head, ladder);
    let asked = 0;
    const counting = {
      ...promotion,
      get citations() {
        asked += 1;
        return promotion.citations;
      },
    };
    const [first] = checkMissing(counting);
    assert.equal(asked, 0);
    assert.equal(edited(head, first?.suggestions[0]?.edits ?? []), added(head, ['Alpha']));
    assert.equal(asked, 1);
  });

  test('costs no more than the length of a text with definitions at its end', () => {
    const [short = 0, long = 0] = [50, 200].map((count) => {
      const prose = 'What we did this year.\n\n'.repeat(count);
      const definitions = Array.from({ length: count }, (_, index) => `[d${index}]: https://x.example\n`);
      const promotion = promotionOf(`${head}\n${prose}${definitions.join('')}`, ladder);
      return charactersRead(() =>
        addSections(promotion, promotion.index.ladder.levels[1]?.capabilities ?? []),
      );
    });
    assert.ok(short > 100 && long < 5 * short, `${short} characters read, ${long} for four times the text`);
  });

  test('in any text, adds just the citation and leaves everything else as it is and means', () => {
    const names = ladder.levels.flatMap(({ id, capabilities }) =>
      id === 'M2' ? capabilities.map(({ name }) => name) : [],
    );
    const cited = fc
      .tuple(
        fc.constantFrom('# ', '## ', '### ', '> ## ', '- ', ''),
        fc.constantFrom('Alpha', 'Charlie \\[*\\]'),
      )
      .map(([mark, name]) => `${mark}[M2: ${name}]`);
    const texts = fc
      .tuple(
        markdown,
        fc.array(fc.oneof(cited, markdown), { maxLength: 3 }),
        fc.constantFrom('', '\n', '\n\n[M2: Alpha]: a.md\n'),
      )
      .map(([first, parts, end]) => head + [first, ...parts].map(withoutFrontMatter).join('\n\n') + end);
    fc.assert(
      fc.property(texts, fc.subarray(names, { minLength: 1 }), (text, chosen) => {
        const before = promotionOf(text, ladder);
        const missing = before.coverage
          .filter(({ state, capability }) => state === 'missing' && chosen.includes(capability.name))
          .map(({ capability }) => capability);
        const edits = addSections(before, missing);
        assert.ok(edits.every(({ range }) => range.start === range.end));
        const result = edited(text, edits);
        const after = promotionOf(result, ladder);
        assert.equal(after.citations.length, before.citations.length + missing.length);
        assert.equal(
          after.citations.filter((citation) => missing.includes(citedCapability(citation) as never)).length,
          missing.length,
        );
        const told = ({ capability, state, citations }: CapabilityCoverage): unknown => [
          capability.name,
          missing.includes(capability) ? 'cited' : state,
          citations.map(({ evidence }) => evidence.excerpt),
        ];
        const expected = before.coverage.map((one) =>
          missing.includes(one.capability) ? [one.capability.name, 'cited', ['']] : told(one),
        );
        assert.deepEqual(after.coverage.map(told), expected, result);
      }),
      { numRuns: runs(800) },
    );
  });
});

function withoutFrontMatter(text: string): string {
  return text.replace(/^---[\r\n][\s\S]*?---[\r\n]+/u, '');
}
