/** Writes a snippet piece by piece, its tab stops numbered in reading order. */
export class SnippetText {
  #text = '';
  #stops = 0;

  /** Text that stands as it is, whatever is in it. */
  add(text: string): this {
    this.#text += escapeSnippet(text);
    return this;
  }

  /** A place to write at, with a text that gives way to what is written. */
  stop(text: string): this {
    this.#stops += 1;
    this.#text += `\${${this.#stops}:${escapeSnippet(text)}}`;
    return this;
  }

  /** The snippet; the last tab stop leads to its end. */
  end(): string {
    return `${this.#text}$0`;
  }
}

function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/gu, '\\$&');
}
