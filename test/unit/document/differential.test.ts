import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { LevelNames } from '../../../src/core/citations/levelNames';
import type { Reference } from '../../../src/core/document/model';
import { parseDocument } from '../../../src/core/document/parseDocument';
import { readDocument } from '../../../src/core/document/readDocument';
import { trackOf } from '../../../src/core/guide/levels/levelIds';
import type { Level } from '../../../src/core/ladder/model';
import { rangeOf } from '../../../src/core/markdown/nodes';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { collapse } from '../../../src/core/markdown/plainText';
import { walk } from '../../../src/core/markdown/walk';
import { runs } from '../support/effort';
import { markdown } from './markdownArbitrary';

const documents = runs(3000);

const levels = new LevelNames({
  levels: [
    level('M1', 'Engineering Manager'),
    level('M2', 'Senior Engineering Manager'),
    level('M3', undefined),
    level('R&D Lead', 'R&D Lead'),
  ],
});

suite('citations, and the link references that remark sees once they are defined', function () {
  this.timeout(240_000);

  test(`are the same in ${documents} documents`, () => {
    let cited = 0;
    let brackets = 0;
    fc.assert(
      fc.property(markdown, (text) => {
        const { references, frontMatter } = readDocument(parseDocument(text, levels));
        const labels = innermostBrackets(text);
        const definitions = labels.filter(isCitation).map((label) => `[${label}]: /x\n\n`);
        const at = frontMatter?.range.end ?? 0;
        const inserted = `\n\n${definitions.join('')}\n`;
        const defined = parseMarkdown(`${text.slice(0, at)}${inserted}${text.slice(at)}`);
        const found = nodesOf(defined.root);
        // With other definitions remark sees other links; that they are no matter here is tested below.
        fc.pre(found.every((node) => node.type !== 'definition' || isCitation(node.label ?? '')));
        const expected = found
          .filter((node) => node.type === 'linkReference')
          .map((node) => ({
            start: rangeOf(node).start - inserted.length,
            end: rangeOf(node).end - inserted.length,
            label: collapse(node.label ?? ''),
            identifier: node.identifier,
            form: node.referenceType,
          }));
        assert.deepEqual(references.map(asSeen), expected);
        cited += expected.length;
        brackets += labels.length;
      }),
      { numRuns: documents, seed: 20251121 },
    );
    console.log(`      ${cited} citations among ${brackets} brackets`);
    assert.ok(cited > documents, `only ${cited} citations`);
  });

  test('stay the same whatever else is defined', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { references, frontMatter } = readDocument(parseDocument(text, levels));
        const at = frontMatter?.range.end ?? 0;
        const inserted = `\n\n${innermostBrackets(text)
          .map((label) => `[${label}]: /x\n\n`)
          .join('')}\n`;
        const more = readDocument(parseDocument(`${text.slice(0, at)}${inserted}${text.slice(at)}`, levels));
        assert.deepEqual(
          more.references.map(({ range }) => range.start - inserted.length),
          references.map(({ range }) => range.start),
        );
      }),
      { numRuns: Math.ceil(documents / 4), seed: 20251121 },
    );
  });
});

function asSeen({ range, label, identifier, form }: Reference): unknown {
  return { ...range, label: collapse(decodeString(label.text)), identifier, form };
}

function nodesOf(root: Nodes): readonly Nodes[] {
  const found: Nodes[] = [];
  walk(root, { enter: (node) => found.push(node), leave: () => undefined });
  return found;
}

/** Line endings with up to so many marks of quotes behind them. */
const lineBeginnings = Array.from(
  { length: 13 },
  (_, marks) => new RegExp(`[\\r\\n]\\s*(?:>\\s*){0,${marks}}`, 'gu'),
);

/** Everything that stands between brackets without holding brackets, wherever it is, as a definition's label. */
function innermostBrackets(text: string): readonly string[] {
  const found = new Set<string>();
  for (const { 1: label = '' } of text.matchAll(/(?=\[((?:\\[\\[\]]|\\(?![\\[\]])|[^\\[\]])+)\])/gu)) {
    // With and without what could be the marks of quotes at the beginning of a line.
    for (const pattern of lineBeginnings) {
      found.add(label.replace(pattern, ' '));
    }
  }
  // A backslash at the end would escape the bracket behind it.
  return [...found].filter((label) => label.trim() !== '' && !/^\^|(?<!\\)(?:\\\\)*\\$/u.test(label));
}

/** The grammar once more, in its plainest form. */
function isCitation(label: string): boolean {
  const [, before] = /^((?:\\:|[^:])*):/u.exec(label) ?? [];
  return (
    before !== undefined &&
    /^\s*(?:m\d+|(?:senior\s+)?engineering\s+manager|r&d\s+lead)\s*$/iu.test(decodeString(before))
  );
}

function level(id: string, title: string | undefined): Level {
  return { id, title, track: trackOf(id), capabilities: [] } as unknown as Level;
}
