import type { Paragraph, RootContent } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { isLineBreak, type Passage, plainText } from '../../markdown/plainText';
import { firstOf } from '../lists';
import { isParagraph } from './nodeTypes';
import { lineText } from './paragraphs';

/** Nobody writes a list of more than this into one paragraph. */
export const longestEnumeration = 2000;

/** What somebody is told to do with evidence, as the first word of a sentence. */
const toKeep =
  /^(?:(?:and|then|also|first(?:ly)?|second(?:ly)?|third(?:ly)?|next|finally|lastly),?\s+)?(?:ask|archive|bring|build|capture|collect|compile|count|describe|document|file|gather|get|have|keep|link|list|log|make|measure|mention|note|pick|point|prepare|publish|put|record|run|save|share|show|store|summari[sz]e|take|tell|track|write)\b/iu;

/** The items of paragraphs that stand for a list: one in each, or the lines or sentences of a single one. */
export function itemParagraphs(blocks: readonly RootContent[]): readonly Passage[] {
  const paragraphs = blocks.filter(isParagraph);
  const items = alike(paragraphs.flatMap(hardLines));
  if (items.length > 1) {
    return items;
  }
  return (
    firstOf(paragraphs, (block) => {
      const parts = enumerated(plainText(block));
      return parts.length > 1 ? parts.map((text) => ({ text, range: rangeOf(block) })) : undefined;
    }) ?? []
  );
}

/** The parts of a text that lists what to keep: "one thing; another", "Document …. Track …."; none of any other text. */
export function enumerated(text: string): readonly string[] {
  if (text.length > longestEnumeration) {
    return [];
  }
  const behind = text.replace(/^[^:;.]{1,80}:\s+/u, '');
  const parts = behind.split(/;\s*/u);
  if (parts.length > 1) {
    return parts.map((part) =>
      part
        .trim()
        .replace(/^(?:and|or)\s+/u, '')
        .replace(/(?<!\.)\.$/u, ''),
    );
  }
  const sentences = behind.split(/(?<=[.!])\s+/u);
  return sentences.length > 1 &&
    (sentences.every((sentence) => toKeep.test(sentence)) || beginAlike(sentences))
    ? sentences
    : [];
}

/** "You have led …. You have changed …. You have trained …." */
function beginAlike(sentences: readonly string[]): boolean {
  const starts = new Set(sentences.map((sentence) => /^\p{L}+ \p{L}+/u.exec(sentence)?.[0]));
  return sentences.length > 2 && starts.size === 1 && !starts.has(undefined);
}

/** The passages that have the form of items; none where others stand between them. */
function alike(passages: readonly Passage[]): readonly Passage[] {
  const firstWords = passages.map(({ text }) => /^\p{L}+/u.exec(text)?.[0]);
  const isItem = [
    ({ text }: Passage) => toKeep.test(text),
    ({ text }: Passage) => !/[.:!?]$/u.test(text),
    (_: Passage, index: number) => firstWords[index] === firstWords.at(-1) && passages.length > 2,
  ];
  return (
    firstOf(isItem, (hasForm) => {
      const first = passages.findIndex(hasForm);
      const last = passages.findLastIndex(hasForm);
      const items = passages.slice(first, last + 1);
      return items.length > 1 && items.every((item, index) => hasForm(item, first + index))
        ? items
        : undefined;
    }) ?? []
  );
}

/** The lines of a paragraph that hard breaks part. */
export function hardLines({ children }: Paragraph): readonly Passage[] {
  const breaks = children.flatMap((child, index) => (isLineBreak(child) ? [index] : []));
  return [...breaks, children.length].flatMap((end, index) => {
    const line = children.slice(index === 0 ? 0 : (breaks[index - 1] ?? 0) + 1, end);
    const [first, last] = [line[0], line.at(-1)];
    const text = lineText(line).replace(/^\(?\d{1,2}[.)]\s+/u, '');
    return text === '' || first === undefined || last === undefined
      ? []
      : [{ text, range: { start: rangeOf(first).start, end: rangeOf(last).end } }];
  });
}
