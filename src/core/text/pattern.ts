import { rememberingTexts } from '../remembering';

/** Text as the source of a regular expression that matches just this text. */
export function escapedForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

const withFlags = rememberingTexts((flags) => rememberingTexts((source) => new RegExp(source, flags)));

/**
 * A pattern made of what a document says, made once for all that say the same: to make one takes longer than to use it.
 *
 * @param flags With `g` the pattern is for `matchAll` alone, which takes a copy: `exec` would leave its place in a text
 *   to the others who share it.
 */
export function compiled(source: string, flags: string): RegExp {
  return withFlags(flags)(source);
}
