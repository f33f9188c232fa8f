import type { List, RootContent } from 'mdast';
import { paragraphText } from './passages';

/**
 * Blocks without the numbers of a file whose paragraphs are numbered from its first to its last, as civil servants
 * do. To Markdown each is a list, whose start goes on from the one before, whatever heading stands between.
 */
export function withoutParagraphNumbers(nodes: readonly RootContent[]): readonly RootContent[] {
  return areNumbered(nodes)
    ? nodes.flatMap((node): readonly RootContent[] =>
        isOrdered(node) ? node.children.flatMap(({ children }) => children) : [node],
      )
    : nodes;
}

/** Fewer sections may be those of a list that a heading interrupts. */
const fewestSections = 3;

function areNumbered(nodes: readonly RootContent[]): boolean {
  let sections = 0;
  let next = 1;
  let above: RootContent | undefined;
  for (const node of nodes) {
    if (isOrdered(node)) {
      if (node.start !== next || (next > 1 && isLabel(above))) {
        return false;
      }
      sections += above?.type === 'heading' ? 1 : 0;
      next += node.children.length;
    }
    above = node.type === 'html' ? above : node;
  }
  if (sections < fewestSections) {
    return false;
  }
  const items = nodes.filter(isOrdered).flatMap(({ children }) => children);
  const texts = items.map(({ children }) => paragraphText(children[0]));
  return (
    texts.every((text) => /[.:;?!…"”’)]$/u.test(text)) &&
    // What would be numbered through else, such as signals, leads to nothing and is a sentence at most.
    texts.some((text) => text.endsWith(':')) &&
    texts.some((text) => /[.?!]["”’]?\s+["“‘]?\p{Lu}/u.test(text))
  );
}

function isOrdered(node: RootContent): node is List {
  return node.type === 'list' && node.ordered === true;
}

/** A line right over a list that is no sentence; what counts as "(a)" is a list itself. */
function isLabel(node: RootContent | undefined): boolean {
  const text = paragraphText(node);
  return text !== '' && !/^\([a-z\d]+\)\s|[.;]$/u.test(text);
}
