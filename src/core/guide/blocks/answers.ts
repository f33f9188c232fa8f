import type { RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { splitBefore } from '../lists';
import { isParagraph } from './nodeTypes';
import { boldParagraph, type Line, linesOf, lineText, paragraphOf, withStart } from './paragraphs';

/** Blocks in which "Q: What if …?" right above "A: Then …" is a bold line over its answer. */
export function withAnswers(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node): readonly RootContent[] => {
    // Most paragraphs begin otherwise, which is told at once.
    const pairs =
      isParagraph(node) && asked.test(plainText(node))
        ? splitBefore(linesOf(node), (line) => asked.test(lineText(line)))
        : [];
    return pairs.length > 0 && pairs.every(isAnswered)
      ? pairs.flatMap(([question, answer = [], ...more]) => [
          boldParagraph(lineText(question).replace(asked, ''), paragraphOf([question])),
          paragraphOf([withStart(answer, (start) => start.replace(answered, '')), ...more]),
        ])
      : [node];
  });
}

function isAnswered([question = [], answer = []]: readonly Line[]): boolean {
  return asked.test(lineText(question)) && answered.test(lineText(answer));
}

const asked = /^Q[:.]\s+/u;
const answered = /^A[:.]\s+/u;
