export type NonEmpty<Item> = readonly [Item, ...Item[]];

/** Items by what a function says of them, each list in their order. `Map.groupBy` is younger than Node 20. */
export function groupBy<Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, NonEmpty<Item>> {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [item]);
    } else {
      group.push(item);
    }
  }
  return groups;
}

/** The first item of each group. */
export function firstOfEach<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): readonly Item[] {
  return [...groupBy(items, keyOf).values()].map(([first]) => first);
}
