import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MarkdownIt from 'markdown-it';
import { type Completion, completionsAt } from '../../src/core/completion/completeCitation';
import { checkPromotion } from '../../src/core/diagnostics/checkPromotion';
import type { Finding } from '../../src/core/diagnostics/finding';
import type { Citation } from '../../src/core/document/citation';
import {
  citationAt,
  mentionAt,
  type OpenDocument,
  openDocument,
} from '../../src/core/promotion/openDocument';
import { ladderOf } from '../unit/support/files';
import { compare } from './compare';
import { promotionText } from './promotionText';
import type { Row } from './rows';

const ladder = ladderOf('guides');
const place = { path: 'promotions/long.md', top: undefined };
const asked = ladder.levels.find(({ id }) => id === 'M2')?.capabilities ?? [];
const cited = `[M2: ${asked[0]?.name}]`;

/** What typing in a long promotion document costs, against one parse of the same text by markdown-it. */
export function keystrokes(): readonly Row[] {
  return [20_000, 200_000].flatMap((length) => {
    const text = promotionText(asked, length);
    const markdownIt = new MarkdownIt();
    const parse = (): unknown => markdownIt.parse(text, {});
    const headings = markdownIt.parse(text, {}).filter(({ type }) => type === 'heading_open').length;
    const editor = new Editor(text);
    // To markdown-it the front matter is a rule and a heading.
    assert.equal(editor.open.document.headings.length + 1, headings);
    const found = editor.type();
    assert.deepEqual(found.map(told), findingsIn(openDocument(editor.text, ladder, place)).map(told));
    assert.ok(found.length > length / 2000);
    assert.ok(editor.hover() !== undefined && editor.complete().length > 0);
    // Short documents cost next to nothing, so the goals are those of long ones.
    const isLong = length > 100_000;
    const kB = `${length / 1000} kB`;
    return [
      row(`a keystroke in ${kB}, to its diagnostics`, () => editor.type(), parse, isLong ? 0.5 : undefined),
      row(`a keystroke in ${kB}, to its completions`, () => editor.typeAndComplete(), parse, undefined),
      row(`a hover in ${kB}`, () => editor.hover(), parse, isLong ? 0.1 : undefined),
      row(`a completion in ${kB}`, () => editor.complete(), parse, isLong ? 0.1 : undefined),
      ...(isLong ? [heapAfterEdits(text)] : []),
    ];
  });
}

function row(name: string, ours: () => unknown, theirs: () => unknown, goal: number | undefined): Row {
  const { ratio, spread, times } = compare(ours, theirs);
  return {
    name: `${name} / markdown-it`,
    value: ratio,
    unit: '×',
    goal,
    detail: `${spread.map((one) => one.toFixed(3)).join('–')} ×; ${times.map((one) => one.toFixed(2)).join(' / ')} ms`,
  };
}

/** What a document takes after edits in all of its pieces, against what it takes when it has just been opened. */
function heapAfterEdits(text: string): Row {
  const nothing = heapUsed();
  let open = openDocument(text, ladder, place);
  const fresh = heapUsed() - nothing;
  const edits = 500;
  for (let edit = 0; edit < edits; edit += 1) {
    const { source } = open.document;
    const at = source.text.indexOf(' ', (source.text.length * edit) / edits);
    open = openDocument(`${source.text.slice(0, at)}y${source.text.slice(at)}`, ladder, place, open);
  }
  const edited = heapUsed() - nothing;
  assert.ok(open.document.blocks.length > 0);
  return {
    name: `heap of ${text.length / 1000} kB after ${edits} edits / just opened`,
    value: edited / fresh,
    unit: '×',
    goal: 1.5,
    detail: `${[edited, fresh].map((bytes) => (bytes / 1e6).toFixed(1)).join(' / ')} MB`,
  };
}

function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

function findingsIn({ promotion }: OpenDocument): readonly Finding[] {
  assert.ok(promotion);
  return checkPromotion(promotion, {});
}

function told({ rule, severity, range, message }: Finding): string {
  return `${range.start}–${range.end} ${severity} ${rule}: ${message}`;
}

/** Does for a document what the editor's side does, without an editor. */
class Editor {
  readonly #before: string;
  readonly #behind: string;
  #typed = 0;
  text: string;
  open: OpenDocument;

  /** With the cursor in the middle, behind a paragraph of its own, and an open bracket. */
  constructor(text: string) {
    const middle = text.indexOf('\n\n', text.length / 2);
    this.#before = `${text.slice(0, middle)}\n\n${cited} and `;
    this.#behind = text.slice(middle);
    this.text = `${this.#before}${this.#behind}`;
    this.open = openDocument(this.text, ladder, place);
  }

  type(): readonly Finding[] {
    this.#type();
    return findingsIn(this.open);
  }

  typeAndComplete(): readonly Completion[] {
    this.#type();
    return this.complete();
  }

  /** One letter more of a sentence, or all of them gone: each time another text. */
  #type(): void {
    const sentence = 'what else was asked: Nadia said that nobody had to wait for it, since 12 May [M2: s';
    this.#typed = (this.#typed + 1) % (sentence.length + 1);
    this.text = `${this.#before}${sentence.slice(0, this.#typed)}${this.#behind}`;
    this.open = openDocument(this.text, ladder, place, this.open);
  }

  hover(): Citation | undefined {
    const offset = this.#before.lastIndexOf('[') + 5;
    const citation = citationAt(this.open, offset);
    assert.ok(mentionAt(this.open, offset) === undefined && citation);
    const { source } = this.open.document;
    source.positionAt(citation.range.start);
    source.positionAt(citation.range.end);
    return citation;
  }

  complete(): readonly Completion[] {
    assert.ok(this.open.promotion);
    return completionsAt(this.open.promotion, this.#before.lastIndexOf('[') + 3);
  }
}
