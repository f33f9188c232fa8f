import { groupBy, type NonEmpty } from '../groupBy';

/** Something as a list, if it is there. */
export function present<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}

/** The one thing that a list holds; undefined where it holds nothing or more. */
export function theOnly<Item>([only, ...others]: readonly Item[]): Item | undefined {
  return others.length === 0 ? only : undefined;
}

/** The two things that a list holds; undefined where it holds fewer or more. */
export function theTwo<Item>([one, other, ...more]: readonly Item[]): readonly [Item, Item] | undefined {
  return one === undefined || other === undefined || more.length > 0 ? undefined : [one, other];
}

/** The first things of a list, as long as they are taken. */
export function takeWhile<Item>(
  items: readonly Item[],
  takes: (item: Item, index: number) => boolean,
): readonly Item[] {
  const end = items.findIndex((item, index) => !takes(item, index));
  return end < 0 ? items : items.slice(0, end);
}

/** A list, unless it is empty. */
export function filled<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** What a function finds in the first of some things in which it finds anything. */
export function firstOf<Item, Found>(
  items: Iterable<Item>,
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

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

/** Those of some titles, names or the like that occur more than once. */
export function recurring<T>(all: readonly T[]): ReadonlySet<T> {
  const groups = [...groupBy(all, (one) => one).values()];
  return new Set(groups.filter(({ length }) => length > 1).map(([one]) => one));
}
