import type { Nodes, PhrasingContent, TableRow } from 'mdast';
import { plainText } from '../../markdown/plainText';

type OfType<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

/** A test for nodes of one type; nothing is none. */
function isOfType<Type extends Nodes['type']>(type: Type): (node: Nodes | undefined) => node is OfType<Type> {
  return (node): node is OfType<Type> => node?.type === type;
}

export const isBlockquote = isOfType('blockquote');
export const isCode = isOfType('code');
export const isEmphasis = isOfType('emphasis');
export const isHeading = isOfType('heading');
export const isHtml = isOfType('html');
export const isList = isOfType('list');
export const isParagraph = isOfType('paragraph');
export const isStrong = isOfType('strong');
export const isTable = isOfType('table');
export const isText = isOfType('text');
export const isThematicBreak = isOfType('thematicBreak');

/** What stands in a paragraph; nothing in any other node. */
export function phrasesOf(node: Nodes | undefined): readonly PhrasingContent[] {
  return isParagraph(node) ? node.children : [];
}

/** The rows of a table, its header the first; none of any other node. */
export function tableRows(node: Nodes | undefined): readonly TableRow[] {
  return isTable(node) ? node.children : [];
}

/** The texts in the header of a table. */
export function headerTexts(node: Nodes | undefined): readonly string[] {
  return tableRows(node)[0]?.children.map(plainText) ?? [];
}
