import { toldInWindow } from './inWindow';
import type { Row } from './rows';

interface Heap {
  readonly before: number;
  readonly after: number;
}

/** What opening and closing documents leaves behind in the extension host of a real window. */
export async function openAndClose(root: string): Promise<readonly Row[]> {
  const { before, after } = await toldInWindow<Heap>(root, 'heap', 'open-and-close', 'test/bench/windows');
  return [
    {
      name: 'heap after opening and closing 1,000 documents / before',
      value: after / before,
      unit: '×',
      goal: 1.1,
      detail: `${[after, before].map((bytes) => (bytes / 1e6).toFixed(1)).join(' / ')} MB`,
    },
  ];
}
