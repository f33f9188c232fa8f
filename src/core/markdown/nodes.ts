import type { Node } from 'unist';
import type { TextRange } from '../text/sourceText';

/** The position of a node that stands for another one: that one's, if it has any. */
export function positionOf({ position }: Node): Pick<Node, 'position'> {
  return position === undefined ? {} : { position };
}

/** The position of a stretch of a node; only its offsets are told apart from the node's. */
export function within({ position }: Node, { start, end }: TextRange): Pick<Node, 'position'> {
  return position === undefined
    ? {}
    : { position: { start: { ...position.start, offset: start }, end: { ...position.end, offset: end } } };
}

/** Where a parsed node stands in its text. */
export function rangeOf(node: Node): TextRange {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
