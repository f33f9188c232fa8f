import type { Heading, Paragraph, RootContent } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import { splitNumber } from '../headingNumbers';
import { type ListKind, listKindOf } from '../listLabels';
import { recurring, takeWhile } from '../lists';
import type { Problem } from '../model';
import { capabilityProblem } from '../problem';
import { boldAsHeading } from './boldHeadings';
import type { MeantBlocks } from './meantBlocks';
import { isHeading, isList, isParagraph, isStrong } from './nodeTypes';
import { boldLead, labelText } from './sections';

/**
 * Blocks in which a capability's name in bold is a heading where the one before has a heading: below it the lists that
 * this one has are labelled once more, and no other bold line stands between the heading and its lists. What several
 * capabilities have is none itself, and where they are numbered, it has the next number.
 */
export function withCapabilityHeadings(nodes: readonly RootContent[]): MeantBlocks {
  if (!nodes.some((_, index) => standsOverList(nodes, index))) {
    return { blocks: nodes, slips: [] };
  }
  const slips: Problem[] = [];
  const often = recurring(nodes.filter(isName).map(nameOf));
  /** The name of the capability so far, whether a heading or a bold line. */
  let above = '';
  let heading: Heading | undefined;
  /** The lists under the heading so far. */
  let kinds = new Set<ListKind>();
  const blocks = nodes.flatMap((node, index): readonly RootContent[] => {
    const kind = kindOver(node, nodes[index + 1]);
    if (kind !== undefined) {
      kinds.add(kind);
    } else if (isHeading(node)) {
      heading = node;
      above = plainText(node);
      kinds = new Set();
    } else if (heading !== undefined && isName(node)) {
      if (kinds.size === 0) {
        // Names stand under this heading, so that its lists are theirs.
        heading = undefined;
      } else if (
        heading.depth > 1 &&
        !often.has(nameOf(node)) &&
        repeats(kinds, above, node, nodes.slice(index + 1, index + farthest)) &&
        !isTaken(splitNumber(plainText(node)).number, heading, nodes.slice(index + 1))
      ) {
        above = plainText(node);
        const named = boldAsHeading(node, heading.depth);
        const title = plainText(named[0] ?? node);
        slips.push(
          capabilityProblem(
            rangeOf(node.children[0] ?? node),
            `The capability before this one has a heading, and this one a bold line. Make it a heading too: “${'#'.repeat(heading.depth)} ${title}”.`,
          ),
        );
        return named;
      }
    }
    return [node];
  });
  return { blocks, slips };
}

/** How far below its name a capability's first list is looked for. */
const farthest = 8;

/** Whether something bold stands over a list of the same section, but not right over it as a label does. */
function standsOverList(nodes: readonly RootContent[], index: number): boolean {
  const node = nodes[index];
  if (!isParagraph(node) || !isStrong(node.children[0])) {
    return false;
  }
  const below = nodes.slice(index + 1, index + farthest);
  const end = below.findIndex((node, at) => isList(node) || (isHeading(node) && !isList(below[at + 1])));
  return end > 0 && isList(below[end]);
}

function nameOf(node: Paragraph): string {
  return plainText(node).toLowerCase();
}

/** Whether a heading below has the rank of one and a number, within the same section. */
function isTaken(number: number | undefined, { depth }: Heading, below: readonly RootContent[]): boolean {
  const headings = number === undefined ? [] : below.filter(isHeading);
  return takeWhile(headings, (other) => other.depth >= depth).some(
    (other) => other.depth === depth && splitNumber(plainText(other)).number === number,
  );
}

/** Whether lists so far are labelled once more under the next name: any where it counts on, else the signals. */
function repeats(
  kinds: ReadonlySet<ListKind>,
  above: string,
  name: Paragraph,
  below: readonly RootContent[],
): boolean {
  const at = below.findIndex((node, index) => kindOver(node, below[index + 1]) !== undefined);
  const kind = kindOver(below[at] ?? name, below[at + 1]);
  const between = below.slice(0, at);
  const [first, next] = [splitNumber(above).number, splitNumber(plainText(name)).number];
  return (
    kind !== undefined &&
    kinds.has(kind) &&
    !between.some((node) => isHeading(node) || isList(node) || isName(node)) &&
    (next !== undefined || first !== undefined
      ? first !== undefined && next === first + 1
      : kind === 'signals' && (between.length > 0 || boldLead(name)?.rest !== ''))
  );
}

/** A bold line that labels no list. */
function isName(node: RootContent): node is Paragraph {
  return (
    isParagraph(node) &&
    isStrong(node.children[0]) &&
    boldLead(node)?.ownLine === true &&
    listKindOf(boldLead(node)?.lead ?? '') === undefined
  );
}

/** The list that a line over a list announces. */
function kindOver(node: RootContent, next: RootContent | undefined): ListKind | undefined {
  const label = isList(next) ? labelText(node) : undefined;
  return label === undefined ? undefined : listKindOf(label);
}
