import type { Node } from 'unist';
import type { TextRange } from '../text/sourceText';

/** Where a parsed node stands in its text. */
export function rangeOf(node: Node): TextRange {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
