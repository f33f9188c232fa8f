import type { Growing, Scope } from './model';

/** The sections of headings that are not at their end yet. */
export class OpenSections {
  readonly #open: { readonly depth: number; readonly section: Growing<Scope> }[] = [];

  /** Begins a section; its heading, at an offset and before a block, ends those of the same rank and of lower ones. */
  begin(section: Growing<Scope>, depth: number, at: number, block: number): void {
    this.end(at, block, depth);
    this.#open.push({ depth, section });
  }

  /** Ends the sections from a rank on, by default all, at an offset and before a block. */
  end(at: number, block: number, depth = 0): void {
    for (let top = this.#open.at(-1); top !== undefined && top.depth >= depth; top = this.#open.at(-1)) {
      top.section.range = { start: top.section.range.start, end: at };
      top.section.end = block;
      this.#open.pop();
    }
  }
}
