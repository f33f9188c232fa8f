import { checkPromotion } from '../../src/core/diagnostics/checkPromotion';
import type { Ladder } from '../../src/core/ladder/model';
import { type OpenDocument, openDocument } from '../../src/core/promotion/openDocument';
import { entriesOf } from '../../src/core/references/entries';
import { claimsInText, fileLadder } from '../../src/core/references/fileLadder';
import type { ReferenceIndex } from '../../src/core/references/referenceIndex';
import type { Subject } from '../../src/core/references/subject';

/** Does what the editor's side does when somebody types in a promotion document of a workspace. */
export class Typing {
  readonly #path: string;
  readonly #text: string;
  readonly #ladder: Ladder;
  readonly #index: ReferenceIndex;
  #typed = 0;
  #open: OpenDocument;

  constructor(path: string, text: string, ladder: Ladder, index: ReferenceIndex) {
    this.#path = path;
    this.#text = text;
    this.#ladder = ladder;
    this.#index = index;
    this.#open = openDocument(text, ladder, { path, top: undefined });
  }

  /** One letter more, to the diagnostics, the index and an answer of it; tells how much was found. */
  type(subject: Subject): number {
    const middle = this.#text.indexOf('\n\n', this.#text.length / 2);
    this.#typed += 1;
    const text = `${this.#text.slice(0, middle)}${'x'.repeat(this.#typed)}${this.#text.slice(middle)}`;
    this.#open = openDocument(text, this.#ladder, { path: this.#path, top: undefined }, this.#open);
    const { document, promotion } = this.#open;
    const ladder = fileLadder(this.#path, this.#ladder, { top: undefined, isBuiltIn: false });
    const findings = promotion === undefined ? [] : checkPromotion(promotion, {});
    const entries =
      claimsInText(this.#path, text, ladder) === undefined
        ? []
        : entriesOf(document, ladder.index, ladder.links);
    this.#index.put(this.#path, entries);
    const cited = subject.capabilities.flatMap(
      (capability) => this.#index.citationsOf(capability).get(this.#path) ?? [],
    );
    return findings.length + entries.length + cited.length + this.#index.unreadOf(subject).length;
  }
}
