import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { splitLabel } from '../../../src/core/citations/splitLabel';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import type { DocumentModel } from '../../../src/core/document/documentModel';
import type { InlineLink, Reference, Scope } from '../../../src/core/document/model';
import { type ParsedDocument, parseDocument, parsePassages } from '../../../src/core/document/parseDocument';
import { parsePiece } from '../../../src/core/document/parsePiece';
import { readDocument } from '../../../src/core/document/readDocument';
import type { SourceLabel } from '../../../src/core/document/sourceLabel';
import type { Capability } from '../../../src/core/ladder/model';
import { type OpenDocument, openDocument } from '../../../src/core/promotion/openDocument';
import { type Promotion, readPromotion } from '../../../src/core/promotion/readPromotion';
import { promotionText } from '../../bench/promotionText';
import { runs } from '../support/effort';
import { ladderOf } from '../support/files';
import { markdown } from './markdownArbitrary';

const ladder = ladderOf('guides');
const { levels } = indexOf(ladder);
const place = { path: 'promotions/case.md', top: undefined };

const snippets = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '    ',
  'a',
  'Text\n\n',
  '\n\nText',
  '\n\n# One\n\n',
  '\n\n## [M2: Systems and Scale]\n\n',
  '\n### Three\n',
  '#',
  '# ',
  '```',
  '\n```\n',
  '\n~~~ md\n\n# in code\n\n',
  '\n\n~~~~\n',
  '`',
  '<!--',
  '-->',
  '\n<!-- a\n\nb -->\n',
  '<div>',
  '\n<div>\n\nInside\n\n</div>\n',
  '\n<script>\n\n',
  '</script>\n',
  '\n<pre>\n',
  '</pre>',
  '\n<?php\n\n',
  '?>',
  '\n<![CDATA[\n\n',
  ']]>',
  '- ',
  '\n- item\n\n  Still in it\n\n',
  '\n- ```\n  code\n\n',
  '\n1. one\n2. two\n\n',
  '\n- [ ] task [M2: Systems and Scale #2]\n',
  '> ',
  '\n> quoted\n',
  '\n> ```\n> code\n\n',
  '\n> # Heading in a quote\n> text\n\n',
  '---',
  '\n---\n',
  '---\npromotion: M1 to M2\n---\n',
  '\n===\n',
  '***',
  '\n| a | b |\n|---|---|\n| 1 | [M2: Systems and Scale] |\n',
  '|',
  '\n|---|',
  '[^1]',
  '[^Note]',
  '![^1]',
  '\n[^1]: A note\n',
  '\n\n[^note]: A note\n\n    that goes on\n\n',
  '[M2: Systems and Scale]',
  '[M2: Systems and Scale #3]',
  '[M7: Nothing]',
  '[M2: Sistems]',
  '[label][M2: Systems and Scale]',
  '[x](../guides/m1-to-m2.md#3-systems-and-scale)',
  '[log](https://example.com)',
  '\n\n[M2: Systems and Scale]: ../guides/m1-to-m2.md#3-systems-and-scale\n',
  '\n[log]: https://example.com\n  "title"\n',
  '[log]',
  'systems and scale ',
  'Since 2024 "it works".',
  'TBD',
  '<!-- career-ladder-disable-line -->',
  '\n<!-- career-ladder-disable no-evidence -->\n',
  '\n<!-- career-ladder-enable -->\n',
  '<!-- career-ladder-disable-next-line unlinked-mention -->\n',
  '\\',
  '[',
  ']',
  '](',
  '*',
  '**',
  '&amp;',
  '\u{1F9D7}',
  '\uFEFF',
  '\0',
  'É',
];

interface Edit {
  /** Where, as a share of the text. */
  readonly at: number;
  /** Whether at the beginning of the line there. */
  readonly isAtLine: boolean;
  readonly removed: number;
  readonly inserted: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  isAtLine: fc.boolean(),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(60)),
  inserted: fc.oneof(fc.constant(''), { weight: 9, arbitrary: fc.constantFrom(...snippets) }),
});

const beginning =
  '---\npromotion: M1 to M2\n---\n\n# Case\n\nText [^1] here.\n\n## [M2: Systems and Scale]\n\nDone in 2024.\n\n- item\n\nMore [log]\n\n### Deeper\n\nEnd [M2: Systems and Scale #2]\n\n[log]: https://example.com\n\n[^1]: Note\n';

function edited(text: string, { at, isAtLine, removed, inserted }: Edit): string {
  const place = Math.round(at * text.length);
  const start = isAtLine
    ? Math.max(text.lastIndexOf('\n', place - 1), text.lastIndexOf('\r', place - 1)) + 1
    : place;
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

/** The text parsed as a whole, which is what the pieces are to add up to. */
function wholeDocument(text: string): DocumentModel {
  const parsed = parseDocument(text, levels);
  const isCitation = (label: string): boolean =>
    label.length < 1000 && splitLabel(label, levels) !== undefined;
  const { footnotes } = parsePiece(parsed.source.text, false, { isCitation, isFootnote: () => false });
  const isFootnote = (label: string): boolean => footnotes.includes(label);
  const piece = parsePiece(parsed.source.text, false, { isCitation, isFootnote });
  return readDocument({ ...parsed, pieces: [{ start: 0, piece }] });
}

/** All that a document says, in a form that tells things that are the same from things that are alike. */
function told(document: DocumentModel, promotion: Promotion | undefined): string {
  const scopes: Scope[] = [];
  const name = (key: string, value: unknown): unknown => {
    if (key === 'link' && value !== undefined) {
      return document.links.indexOf(value as InlineLink);
    }
    if (key === 'reference' && value !== undefined) {
      return document.references.indexOf(value as Reference);
    }
    if (key === 'scope' || key === 'section') {
      const scope = value as Scope;
      scopes.push(...(scopes.includes(scope) ? [] : [scope]));
      return scopes.indexOf(scope);
    }
    if (key === 'label' && typeof value === 'object') {
      const { text, offsetAt } = value as SourceLabel;
      return [text, ...Array.from(text, (_, index) => offsetAt(index))];
    }
    if (key === 'capability' || key === 'capabilities') {
      return [value].flat().map((one) => (one as Capability | undefined)?.name);
    }
    return key === 'guide' || key === 'related' || key === 'level' || key === 'source' ? undefined : value;
  };
  const said = promotion && [
    promotion.citations,
    [...promotion.evidence.values()].map((one) => ({ ...one, excerpt: one.excerpt })),
    promotion.coverage,
    promotion.mentions,
    checkPromotion(promotion, {}),
  ];
  const { pieces: _, blocks, ...rest } = document;
  const seen = { ...rest, blocks: blocks.map((block) => ({ ...block, runs: block.runs })) };
  return `${JSON.stringify([seen, said], name, 1)}${JSON.stringify(scopes)}`;
}

/** Each piece by all that it depends on, and the text that is its own. */
function partsOf({ pieces }: ParsedDocument): readonly string[] {
  return pieces.map(({ start, piece: { text, isFollowed, labels, calls } }) =>
    JSON.stringify({
      start,
      text,
      own: isFollowed ? text.slice(0, -1) : text,
      isFollowed,
      meanings: [...labels, ...calls],
    }),
  );
}

function check(text: string, before?: OpenDocument): OpenDocument {
  const open = openDocument(text, ladder, place, before);
  const whole = wholeDocument(text);
  assert.equal(
    told(open.document, open.promotion),
    told(whole, readPromotion(whole, ladder, open.links)),
    `in ${JSON.stringify(text)}`,
  );
  return open;
}

suite('a document that is read piece by piece', function () {
  this.timeout(600_000);

  test('is the same as one that is read as a whole', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        check(text);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('stays the same through any edits', () => {
    let pieces = 0;
    let kept = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 60, size: 'max' }), (edits) => {
        let text = beginning;
        let open = check(text);
        for (const one of edits) {
          text = edited(text, one);
          const before = new Set(open.parsed.pieces.map(({ piece }) => piece));
          const former = open;
          const saidBefore = told(former.document, former.promotion);
          open = check(text, former);
          assert.equal(told(former.document, former.promotion), saidBefore, 'it stays as it was');
          pieces += open.parsed.pieces.length;
          kept += open.parsed.pieces.filter(({ piece }) => before.has(piece)).length;
        }
      }),
      { numRuns: runs(300) },
    );
    console.log(`      ${kept} of ${pieces} pieces kept`);
    assert.ok(kept > pieces / 2);
  });

  test('leaves out no passage that is wanted, and changes none', () => {
    const text = fc.oneof(
      markdown,
      fc.array(fc.constantFrom(...snippets), { maxLength: 30, size: 'max' }).map((parts) => parts.join('')),
    );
    let all = 0;
    let leftOut = 0;
    fc.assert(
      fc.property(text, fc.constantFrom('M2', 'Text', '[', 'a'), (whole, word) => {
        const isWanted = (passage: string): boolean => passage.includes(word);
        const pieces = partsOf(parseDocument(whole, levels));
        const wanted = new Set(partsOf(parsePassages(whole, levels, isWanted)));
        const others = pieces.filter((piece) => !wanted.delete(piece));
        assert.deepEqual([...wanted], []);
        assert.ok(others.every((piece) => !isWanted(JSON.parse(piece).own)));
        all += pieces.length;
        leftOut += others.length;
      }),
      { numRuns: runs(1500), examples: [['Text [^1]\n\nMore\n\n[^1]: Note\n', 'Text']] },
    );
    console.log(`      ${leftOut} of ${all} pieces left out`);
    assert.ok(leftOut > all / 10);
  });

  test('ends no piece before a footnote, which closes a fence in a list otherwise than text does', () => {
    check(`${beginning}\n- \`\`\`\n  code\n\n\n[^note]: A note\n`);
  });

  test('knows front matter that ends, or no longer ends, further down', () => {
    const text = '---\npromotion: M1 to M2\n\nText\n\n# More\n';
    let open = check(text);
    for (const end of ['---\n', '', '\n---\n\nText\n', '\n--\n\nText\n']) {
      open = check(text + end, open);
      assert.equal(open.promotion !== undefined, end.includes('---'), JSON.stringify(end));
    }
  });

  test('is parsed again where an edit touches it, and nowhere else', () => {
    const { capabilities } = ladder.levels.find(({ id }) => id === 'M2') ?? { capabilities: [] };
    const text = promotionText(capabilities, 40_000);
    const before = parseDocument(text, levels);
    const parsedFor = (place: number, typed: string): readonly string[] => {
      const after = parseDocument(text.slice(0, place) + typed + text.slice(place), levels, before);
      const kept = new Set(before.pieces.map(({ piece }) => piece));
      return after.pieces.flatMap(({ piece }) => (kept.has(piece) ? [] : piece.text));
    };
    assert.ok(before.pieces.length > 80, `only ${before.pieces.length} pieces`);
    for (const word of ['M2', 'Nadia', 'make release', 'Routine', '---', 'before the', 'promotion:']) {
      const place = text.indexOf(word, word.startsWith('p') ? 0 : 20_000) + 1;
      assert.equal(parsedFor(place, 'x').length, 1, word);
    }
    // A piece ends where the next one begins, so a change of the next one's first letter is one of both.
    assert.equal(parsedFor(text.indexOf('\n\n#', 20_000) + 2, 'x').length, 2);
    assert.deepEqual(parsedFor(0, ''), []);
  });
});
