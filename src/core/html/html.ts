/** Markup that may be written as it is. Only the `html` tag makes it, so whatever else there is gets escaped. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /**
   * Markup with values in it: text is escaped, for content and for quoted attributes alike; nothing stands
   * for undefined and false.
   */
  static of(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
    return new Html(
      strings.map((part, index) => (index === 0 ? '' : written(values[index - 1])) + part).join(''),
    );
  }

  toString(): string {
    return this.#markup;
  }
}

/** What can stand in markup. */
export type HtmlValue = string | number | Html | readonly Html[] | undefined | false;

/** The tag of markup: html`<p>${text}</p>`. */
export const html = Html.of;

function written(value: HtmlValue): string {
  if (value === undefined || value === false) {
    return '';
  }
  if (value instanceof Html) {
    return value.toString();
  }
  return typeof value === 'object' ? value.join('') : escapeHtml(String(value));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
