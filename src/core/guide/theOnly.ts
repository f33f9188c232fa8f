/** The one thing that a list holds; undefined where it holds nothing or more. */
export function theOnly<Item>([only, ...others]: readonly Item[]): Item | undefined {
  return others.length === 0 ? only : undefined;
}

/** The two things that a list holds; undefined where it holds fewer or more. */
export function theTwo<Item>([one, other, ...more]: readonly Item[]): readonly [Item, Item] | undefined {
  return one === undefined || other === undefined || more.length > 0 ? undefined : [one, other];
}
