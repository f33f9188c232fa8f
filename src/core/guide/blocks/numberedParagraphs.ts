import type { List, ListItem, RootContent } from 'mdast';
import { takeWhile } from '../lists';
import { isListOfReadiness } from '../sectionKinds';
import {
  isEmphasis,
  isHeading,
  isHtml,
  isList,
  isParagraph,
  isStrong,
  isTable,
  isThematicBreak,
  phrasesOf,
} from './nodeTypes';
import { paragraphText } from './passages';
import { headedPart } from './sections';

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

/** Whether under each heading there is a list that goes on from the one before, and its items are paragraphs. */
function areNumbered(nodes: readonly RootContent[]): boolean {
  const first = nodes.findIndex(isOrdered);
  const last = nodes.findLastIndex(isOrdered);
  // What stands under another heading at the end, "Further reading", need not be numbered.
  const shown = takeWhile(nodes, (node, index) => index <= last || !isHeading(node))
    .slice(first)
    .filter((node) => !isHtml(node) && !isThematicBreak(node) && !isLink(node));
  const lists = shown.filter(isOrdered);
  const items = lists.flatMap(({ children }) => children);
  let next = 1;
  for (const [index, node] of shown.entries()) {
    if (isOrdered(node)) {
      if (node.start !== next) {
        return false;
      }
      next += node.children.length;
    } else if (isHeading(node) ? isHeadless(shown, index) : !isLedTo(node)) {
      return false;
    }
  }
  const sections = nodes.filter((node, index) => isHeading(node) && isOrdered(nodes[index + 1]));
  return (
    sections.length >= fewestSections &&
    !nodes.some((node, index) => isOrdered(node) && isListOfPart(nodes[index - 1], node)) &&
    items.some(leads) &&
    items.every(isWhole) &&
    items.filter(isLong).length * 5 >= items.length * 4
  );
}

/** "[Back to the top](#top)" */
function isLink(node: RootContent): boolean {
  return isParagraph(node) && node.children.every(({ type }) => type === 'link');
}

/** Whether what stands under a heading begins with something else than a numbered paragraph or a lower heading. */
function isHeadless(shown: readonly RootContent[], index: number): boolean {
  const [above, below] = [shown[index], shown[index + 1]];
  return (
    below !== undefined &&
    !isOrdered(below) &&
    !(isHeading(above) && isHeading(below) && below.depth > above.depth)
  );
}

/** What may stand behind a numbered paragraph without being one: a table, points without numbers, "(a) …". */
function isLedTo(node: RootContent): boolean {
  return isTable(node) || isList(node) || /^\([a-z\d]+\)\s/u.test(paragraphText(node));
}

/** Whether a list is what the heading over it announces: what to keep, what to ask, or names of pitfalls. */
function isListOfPart(heading: RootContent | undefined, list: List): boolean {
  const part = headedPart(heading);
  const isLed = list.children.every(leads);
  return part === 'pitfalls'
    ? !isLed && !list.children.every(beginsWithName)
    : isListOfReadiness(part) && !isLed;
}

function beginsWithName({ children: [first] }: ListItem): boolean {
  const [name] = phrasesOf(first);
  return isStrong(name) || isEmphasis(name);
}

/** A sentence to its end, and no question. */
function isWhole({ children: [first] }: ListItem): boolean {
  return /(?:[.:;!…]|[.?!]["”’)])$/u.test(paragraphText(first));
}

/** What leads to something, two sentences, or a long one. */
function isLong(item: ListItem): boolean {
  const text = paragraphText(item.children[0]);
  return leads(item) || /[.?!]["”’]?\s+["“‘]?\p{Lu}/u.test(text) || text.split(/\s+/u).length > 12;
}

function leads({ children }: ListItem): boolean {
  return children.length > 1 && paragraphText(children[0]).endsWith(':');
}

function isOrdered(node: RootContent | undefined): node is List {
  return isList(node) && node.ordered === true;
}
