import { toldInWindow } from './inWindow';
import type { Row } from './rows';

/** Each in a window of its own. */
const runs = 3;

interface Activation {
  readonly milliseconds: number;
  readonly read: number;
}

/** Our own share of activation, as the extension's marks tell it in a real window on an empty folder. */
export async function activation(root: string): Promise<readonly Row[]> {
  const told: Activation[] = [];
  for (let run = 0; run < runs; run += 1) {
    told.push(await toldInWindow<Activation>(root, 'activation', 'empty-folder'));
  }
  const times = told.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return [
    {
      name: 'activation, our own part',
      value: times[Math.floor(runs / 2)] ?? Number.NaN,
      unit: 'ms',
      goal: undefined,
      detail: `${times.map((time) => time.toFixed(1)).join(', ')} ms`,
    },
    {
      name: 'guides read before anything asks',
      value: Math.max(...told.map(({ read }) => read)),
      unit: '',
      goal: 0,
      detail: '',
    },
  ];
}
