import type { RootContent, Table } from 'mdast';
import { groupBy } from '../../groupBy';
import { type Passage, plainText } from '../../markdown/plainText';
import { nameKey } from '../../names';
import { cellItems } from '../blocks/cellItems';
import { isTable } from '../blocks/nodeTypes';
import { textIn } from '../blocks/paragraphs';
import { type ListKind, listKindOf } from '../listLabels';
import type { GuideCapability } from '../model';

/**
 * Capabilities with the lists that they lack, from tables that have rows for each of them: "Capability | What
 * you can do". A row without a name goes on with the one above.
 *
 * @param blocks What stands beside the capabilities.
 */
export function withListsInTables(
  capabilities: readonly GuideCapability[],
  blocks: readonly RootContent[],
): readonly GuideCapability[] {
  const names = new Set(capabilities.map(({ name }) => nameKey(name)));
  const rows = blocks.flatMap((block) => (isTable(block) ? itemsByName(block) : []));
  const byName = groupBy(rows, ({ name }) => name);
  return rows.length === 0 || rows.some(({ name }) => !names.has(name))
    ? capabilities
    : capabilities.map((capability) => {
        const own = byName.get(nameKey(capability.name)) ?? [];
        const items = (kind: ListKind): readonly Passage[] =>
          capability[kind].length > 0
            ? capability[kind]
            : own.filter((item) => item.kind === kind).map(({ item }) => item);
        return { ...capability, signals: items('signals'), practices: items('practices') };
      });
}

interface NamedItem {
  readonly name: string;
  readonly kind: ListKind;
  readonly item: Passage;
}

function itemsByName(table: Table): readonly NamedItem[] {
  const [header, ...rows] = table.children;
  const kinds = (header?.children ?? []).map((cell, column) =>
    column === 0 ? undefined : listKindOf(plainText(cell)),
  );
  let name = '';
  return rows.flatMap(({ children }) => {
    name = nameKey(plainText(children[0] ?? textIn(''))) || name;
    return children.flatMap((cell, column): readonly NamedItem[] => {
      const kind = kinds[column];
      return kind === undefined ? [] : cellItems(cell).map((item) => ({ name, kind, item }));
    });
  });
}
