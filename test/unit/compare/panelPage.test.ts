import assert from 'node:assert/strict';
import { compareLevels } from '../../../src/core/compare/compareLevels';
import { evidenceColumn } from '../../../src/core/compare/evidenceColumn';
import { panelContent, panelPage } from '../../../src/core/compare/panelPage';
import type { Promotion } from '../../../src/core/promotion/readPromotion';
import { ladderOf } from '../support/files';
import { ladderWith, promotionOf } from '../support/promotions';

const builtIn = ladderOf('guides');
const comparison = compareLevels(builtIn, ['M1', 'M2']);
const shown = { levels: ['M1', 'M2'], ladder: 'built-in' };

function contentWith(promotion?: Promotion) {
  const further = promotion && evidenceColumn(comparison, promotion, 'ada.md');
  return panelContent(comparison, builtIn, shown, {
    shownPath: (path) => path,
    interactive: true,
    ...(further === undefined ? {} : { further }),
  });
}

function promotion(text: string): Promotion {
  return promotionOf(`---\npromotion: M1 to M2\n---\n\n${text}`, builtIn);
}

suite('the panel', () => {
  test('lets in its own script and style only, and runs nothing from attributes', () => {
    const page = panelPage(contentWith(), {
      revision: 1,
      script: 'https://host/compare.js',
      style: 'https://host/compare.css',
      nonce: 'n0',
    });
    assert.match(
      page,
      /content="default-src 'none'; script-src &#39;nonce-n0&#39;; style-src &#39;nonce-n0&#39;"|content="default-src &#39;none&#39;; script-src &#39;nonce-n0&#39;; style-src &#39;nonce-n0&#39;"/,
    );
    assert.doesNotMatch(page, /<[^>]+\s(?:on\w+|style|href="(?!https:\/\/host))=/iu);
    assert.equal([...page.matchAll(/<(?:script|style|link)\b/gu)].length, 3);
    assert.equal([...page.matchAll(/<(?:script|style|link) nonce="n0"/gu)].length, 3);
  });

  test('changes only the parts that a document’s evidence touches', () => {
    const text = (excerpt: string): string => `## [M2: Systems and Scale]\n\n${excerpt}`;
    const [before, after] = ['We shipped 3 times.', 'We shipped 4 times.'].map((one) =>
      contentWith(promotion(text(one))),
    );
    const changed = after?.parts.filter(
      ({ markup }, index) => markup.toString() !== before?.parts[index]?.markup.toString(),
    );
    assert.deepEqual(
      changed?.map(({ id }) => id),
      ['capability/systems.20.and.20.scale'],
    );
  });
});

suite('the buttons in the rows of the panel', () => {
  function markupOf(levels: readonly string[]): string {
    const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Craft']);
    const { parts } = panelContent(compareLevels(ladder, levels), ladder, shown, {
      shownPath: (path) => path,
      interactive: true,
    });
    return parts.map((part) => part.markup.toString()).join('');
  }

  function citations(levels: readonly string[]): readonly string[] {
    return [...markupOf(levels).matchAll(/>([^<>]*)<span class="unseen"> \[/gu)].map(([, text = '']) => text);
  }

  function places(levels: readonly string[]): readonly string[] {
    const [craft = ''] =
      /<tbody id="capability\/craft".*?<th scope="row">.*?<\/th>/su.exec(markupOf(levels)) ?? [];
    return [...craft.matchAll(/class="place"[^>]*>([^<>]*)</gu)].map(([, text = '']) => text);
  }

  test('that copy citations name their levels where several ask for the capability', () => {
    assert.deepEqual(citations(['M1', 'M3']), ['Copy citation for M2', 'Copy citation for M3']);
    assert.deepEqual(citations(['M1', 'M2']), ['Copy citation']);
  });

  test('that lead to a guide name it where a row was read from several', () => {
    assert.deepEqual(places(['M1', 'M3']), ['m1-to-m2.md, line 7', 'm2-to-m3.md, line 7']);
    assert.deepEqual(places(['M1', 'M2']), ['line 7']);
  });
});

suite('the column of evidence', () => {
  function cells(text: string): ReadonlyMap<string, string> {
    const column = evidenceColumn(comparison, promotion(text), 'ada.md');
    return new Map(
      comparison.rows.map((row) => [
        row.id,
        (column?.cellOf(row)?.toString() ?? '')
          .replace(/<[^>]*>/gu, ' ')
          .replace(/\s+/gu, ' ')
          .trim(),
      ]),
    );
  }

  test('tells of each capability how far the document is, in words', () => {
    const told = cells(
      '## [M2: Systems and Scale]\n\nWe shipped <b> 3 times.\n\n- Yes, 2. [M2: Systems and Scale #2]\n\n## [M2: Building High-Performing Teams]\n\nTBD',
    );
    assert.match(
      told.get('capability/systems and scale') ?? '',
      /^✓ Evidenced We shipped 3 times\. .*Yes, 2\./,
    );
    assert.equal(told.get('signals/systems and scale'), '1 of 5 covered, open: #1 #3 #4 #5');
    assert.equal(told.get('capability/building high-performing teams'), '○ Cited, without evidence');
    assert.equal(told.get('capability/independent people management'), '✗ Missing');
    assert.equal(told.get('signals/independent people management'), '');
    assert.equal(told.get('shift/M1 to M2/1'), '');
  });

  test('is there only for what the document is for', () => {
    const column = (value: string) =>
      evidenceColumn(comparison, promotionOf(`---\npromotion: ${value}\n---\n`, builtIn), 'ada.md') !==
      undefined;
    assert.deepEqual(['M1 to M2', 'M2', 'M1 to M3', 'M2 to M3', 'M3', 'M9'].map(column), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
