import type { NonEmpty } from '../../groupBy';

/**
 * Some things in groups, each from one that begins a group up to the next. What stands before the first is one as well.
 */
export function splitBefore<Item>(
  items: readonly Item[],
  begins: (item: Item, index: number) => boolean,
): readonly NonEmpty<Item>[] {
  const groups: [Item, ...Item[]][] = [];
  for (const [index, item] of items.entries()) {
    const last = groups.at(-1);
    if (last === undefined || begins(item, index)) {
      groups.push([item]);
    } else {
      last.push(item);
    }
  }
  return groups;
}
