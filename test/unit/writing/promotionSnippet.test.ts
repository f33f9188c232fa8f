import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { writeCitation } from '../../../src/core/citations/writeCitation';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import { readTarget } from '../../../src/core/document/target';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Ladder } from '../../../src/core/ladder/model';
import { escapeMarkdown } from '../../../src/core/markdown/escapeMarkdown';
import { promotionSnippet } from '../../../src/core/writing/promotionSnippet';
import { runs } from '../support/effort';
import { guideOf, ladderOf } from '../support/files';
import { ladderWith, promotionOf, told } from '../support/promotions';
import { expandSnippet } from './expandSnippet';

function snippetFor(value: string, ladder: Ladder): string {
  const target = readTarget(value, indexOf(ladder));
  assert.ok(target !== undefined && target.kind !== 'unknown');
  return promotionSnippet(target, ladder);
}

/** Asserts that all a text lacks as a promotion document is the evidence for each capability. */
function assertLacksEvidenceOnly(text: string, ladder: Ladder): void {
  const promotion = promotionOf(text, ladder);
  assert.ok(promotion.coverage.length > 0);
  assert.ok(
    promotion.coverage.every(({ state }) => state === 'cited'),
    text,
  );
  assert.deepEqual(
    checkPromotion(promotion, {}).map((finding) => told(finding, promotion)),
    promotion.coverage.map(({ capability }) => `no-evidence «${writeCitation(capability)}»`),
  );
}

suite('a new promotion document', function () {
  this.timeout(60_000);

  const builtIn = ladderOf('guides');

  test('has all its parts, in order, from the guide', () => {
    const { text } = expandSnippet(snippetFor('M1 to M2', builtIn));
    assert.ok(text.startsWith('---\npromotion: M1 to M2\n---\n\n# ‹Your name›: promotion to M2 (Senior Eng'));
    assert.deepEqual(text.match(/^## .*$/gmu), [
      '## Summary',
      '## [M2: Independent People Management]',
      '## [M2: Building High-Performing Teams]',
      '## [M2: Systems and Scale]',
      '## [M2: Strategic Alignment and Stakeholder Management]',
      '## Track record',
      '## Self-assessment',
      '## Peer feedback',
      '## Growth areas',
      '## Links',
    ]);
    assert.match(text, /## \[M2: Systems and Scale\]\n\n- Onboarding, planning, .*\n(?:- .*\n){4}\n## /u);
    assert.equal(text.match(/^- \[ \] .*\?$/gmu)?.length, 6);
    assert.ok(text.endsWith(')\n'));
  });

  test('has its tab stops in reading order', () => {
    const { stops } = expandSnippet(snippetFor('M1 to M2', builtIn));
    assert.deepEqual(
      stops.map(({ number }) => number),
      [...stops.slice(1).map((_, index) => index + 1), 0],
    );
    assert.ok(stops.length > 25 && stops.slice(0, -1).every(({ text }) => text !== ''));
  });

  test('lacks nothing but evidence, for every target of the ladders', () => {
    const own = ladderOf('test/samples/own-guides/guides');
    for (const { ladder, values } of [
      { ladder: builtIn, values: ['M1 to M2', 'M2 to M3', 'M1 to M3', 'M2'] },
      { ladder: own, values: ['IC3 to IC4', 'IC4 to IC5', 'IC5 to M1', 'M1'] },
    ]) {
      for (const value of values) {
        const { text } = expandSnippet(snippetFor(value, ladder));
        assert.ok(text.startsWith(`---\npromotion: ${value}\n---\n`), value);
        assertLacksEvidenceOnly(text, ladder);
      }
    }
  });

  test('asks what happened where a capability has no signals', () => {
    const text = '# Progression Guide: M1 to M2\n\n## Capabilities\n\n### 1. Tact\n\nYou are calm.';
    const bare = buildLadder([guideOf(text, 'g.md') ?? assert.fail()]);
    assert.match(
      expandSnippet(snippetFor('M2', bare)).text,
      /^## \[M2: Tact\]\n\n‹What happened, and what came of it›\n\n##/mu,
    );
  });

  test('has items below a signal below it, all of them prompts', () => {
    const signal = '- You speak in decisions\n  - who does what\n  - when we meet again\n- You rest\n';
    const text = `# Progression Guide: M1 to M2\n\n## Capabilities\n\n### 1. Tact\n\n${signal}`;
    const nested = buildLadder([guideOf(text, 'g.md') ?? assert.fail()]);
    const written = expandSnippet(snippetFor('M2', nested)).text;
    assert.ok(written.includes(`## [M2: Tact]\n\n${signal}`), written);
    assertLacksEvidenceOnly(written, nested);
    const onOneLine = written.replace(/\n {2}- /gu, ' ');
    assert.ok(onOneLine.includes('- You speak in decisions who does what when we meet again\n'));
    assertLacksEvidenceOnly(onOneLine, nested);
  });

  test('keeps names as they are, whatever a snippet or Markdown would make of them', () => {
    const part = fc.constantFrom(
      '$',
      ['$', '{1:x}'].join(''),
      '$TM_FILENAME',
      ['$', '{2}'].join(''),
      '$0',
      '}',
      '\\',
      '|',
      '{',
      ',',
      '[',
      ']',
      '*',
      '_',
      'a',
      'Bc',
      ' ',
    );
    const name = fc
      .array(part, { minLength: 1, maxLength: 6 })
      .map((parts) => `N${parts.join('')}z`.replace(/ +/gu, ' '));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 3, selector: (one) => one.toLowerCase() }),
        (names) => {
          const ladder = ladderWith(['M1 to M2'], names.map(escapeMarkdown), { M2: 'Head of \\$1 \\}' });
          const { text } = expandSnippet(snippetFor('M1 to M2', ladder));
          const promotion = promotionOf(text, ladder);
          assert.deepEqual(
            promotion.coverage.map(({ capability }) => capability.name),
            names,
          );
          assert.match(text, /^# ‹Your name›: promotion to M2 \(Head of \$1 \}\)$/mu);
          assertLacksEvidenceOnly(text, ladder);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
