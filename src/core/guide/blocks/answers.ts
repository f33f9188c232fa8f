import type { RootContent } from 'mdast';
import { isParagraph } from './nodeTypes';
import { boldParagraph, linesOf, lineText, paragraphOf, withStart } from './paragraphs';

/** Blocks in which "Q: What if …?" right above "A: Then …" is a bold line over its answer. */
export function withAnswers(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node): readonly RootContent[] => {
    const [question, answer, ...more] = isParagraph(node) ? linesOf(node) : [];
    return question !== undefined &&
      answer !== undefined &&
      asked.test(lineText(question)) &&
      answered.test(lineText(answer))
      ? [
          boldParagraph(lineText(question).replace(asked, ''), paragraphOf([question])),
          paragraphOf([withStart(answer, (start) => start.replace(answered, '')), ...more]),
        ]
      : [node];
  });
}

const asked = /^Q[:.]\s+/u;
const answered = /^A[:.]\s+/u;
