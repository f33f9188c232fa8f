/** How many files or folders are read at the same time: enough to keep a disk busy, no strain on handles. */
const limit = 16;

/** Maps items by work that waits for files, a limited number at a time; the results keep their order. */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  // The workers share one iterator, so that each item is taken once.
  const entries = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of entries) {
      results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
