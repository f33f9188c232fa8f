import type { Passage } from '../../markdown/plainText';
import { withoutOrnament } from '../headingNumbers';

/** "Important:", perhaps written as an admonition, or "Caveat:": what it leads matters more than what else stands there. */
const importantLead =
  /^(?:(?::::|!!!)\s*important\b\s*:?|important(?:\s*(?:[:!]|\n\n)|[–—](?=\S)|\s+[–—-]\s+(?!and\b))|caveat\s*(?::|\n\n))\s*/iu;

/** Whether a text says of itself that it is important. */
export function isImportant(text: string): boolean {
  return importantLead.test(withoutOrnament(text));
}

/** A rule or a caveat without the word that says no more than that it is one; design.md drops that one lead. */
export function withoutLead(passage: Passage | undefined): Passage | undefined {
  return passage && { ...passage, text: withoutOrnament(passage.text).replace(importantLead, '') };
}
