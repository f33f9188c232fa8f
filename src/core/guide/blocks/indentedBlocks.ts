import type { Code, Html, Nodes, RootContent } from 'mdast';
import type { Point } from 'unist';
import { rangeOf } from '../../markdown/nodes';
import { parseMarkdown } from '../../markdown/parseMarkdown';
import type { SourceText } from '../../text/sourceText';

const indentation = /^(?: {1,4}|\t)/u;

/** Whether code is what Markdown takes for it by its indentation alone. */
export function isIndented(code: Code, source: SourceText): boolean {
  return /^(?: {4}|\t)/u.test(source.slice(rangeOf(code)));
}

/** The blocks that stand in indented code, or in HTML, when the indentation is left out, each in its place in `source`. */
export function indentedBlocks(code: Code | Html, source: SourceText): readonly RootContent[] {
  const lines = source.slice(rangeOf(code)).split(/\r\n|\n|\r/u);
  const { root, source: inner } = parseMarkdown(
    lines.map((line) => line.replace(indentation, '')).join('\n'),
  );
  const before = source.lineNumberAt(rangeOf(code).start) - 1;
  const moved = ({ line, column, offset = 0 }: Point): Point => {
    const indent = indentation.exec(lines[line - 1] ?? '')?.[0].length ?? 0;
    const inLine = offset - (inner.lineStarts[line - 1] ?? 0);
    return {
      line: before + line,
      column: column + indent,
      offset: (source.lineStarts[before + line - 1] ?? 0) + indent + inLine,
    };
  };
  const move = (node: Nodes): void => {
    if (node.position !== undefined) {
      node.position = { start: moved(node.position.start), end: moved(node.position.end) };
    }
    for (const child of 'children' in node ? node.children : []) {
      move(child);
    }
  };
  move(root);
  return root.children;
}
