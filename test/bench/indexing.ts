import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Answer, Task } from './indexingSide';
import type { Row } from './rows';
import { makeWorkspace, type Workspace } from './workspace';

/** What the index of a large workspace costs, against reading the same files and against VS Code's own service. */
export async function indexing(rounds = 9): Promise<readonly Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'career-ladder-bench-'));
  const sides: Side[] = [];
  const side = (workspace: Workspace): Side => {
    const made = new Side(workspace);
    sides.push(made);
    return made;
  };
  try {
    const [large, medium, small] = [
      await makeWorkspace(path.join(folder, 'large'), 10_000),
      await makeWorkspace(path.join(folder, 'medium'), 1000),
      await makeWorkspace(path.join(folder, 'small'), 100),
    ];
    const [ours, reader, service, ofMedium, ofSmall] = [
      side(large),
      side(large),
      side(large),
      side(medium),
      side(small),
    ];
    // Equal results first; that also warms every side by one run.
    const { found } = await ours.ask('coldFind');
    assert.equal(found, large.promotions.length);
    assert.equal((await service.ask('service')).found, found);
    assert.equal((await ofMedium.ask('coldFind')).found, medium.promotions.length);
    assert.equal((await ofSmall.ask('coldFind')).found, small.promotions.length);
    await reader.ask('read');
    const cold = await compareSides(rounds, [ours, 'index'], [reader, 'read']);
    const growth = await compareSides(rounds, [ours, 'index'], [ofMedium, 'index']);
    await Promise.all([ours.ask('coldFind'), ofSmall.ask('coldFind')]);
    for (let run = 0; run < 5; run += 1) {
      assert.equal((await ours.ask('keystroke')).found, (await ofSmall.ask('keystroke')).found);
    }
    const keystroke = await compareSides(rounds, [ours, 'keystroke'], [ofSmall, 'keystroke']);
    const references = await compareSides(rounds, [ours, 'find'], [service, 'serviceFind']);
    const coldService = await compareSides(rounds, [ours, 'coldFind'], [service, 'service']);
    const heap = (await side(large).ask('heap')).found;
    return [
      row('index 10,000 files, cold / reading and decoding them', cold, 1.5),
      row(
        `index 10,000 files and find ${found} references, cold / vscode-markdown-languageservice`,
        coldService,
        0.2,
      ),
      row('index 10,000 files / 1,000 files', growth, 12),
      row(`${found} references, warm / vscode-markdown-languageservice`, references, 0.05),
      row('a keystroke among 10,000 files / among 100', keystroke, 1.2),
      {
        name: 'heap that the index takes / size of the promotion documents',
        value: heap / large.promotionSize,
        unit: '×',
        goal: 3,
        detail: `${(heap / 1_000_000).toFixed(1)} / ${(large.promotionSize / 1_000_000).toFixed(1)} MB`,
      },
    ];
  } finally {
    for (const one of sides) {
      one.stop();
    }
    await rm(folder, { recursive: true, force: true });
  }
}

/** A process of its own, so that neither side runs code that the other has warmed or heated. */
class Side {
  readonly #process: ChildProcess;
  readonly #death: Promise<never>;

  constructor(workspace: Workspace) {
    const listing = `${workspace.folder}.json`;
    writeFileSync(listing, JSON.stringify(workspace));
    this.#process = fork(path.join(import.meta.dirname, 'indexingSide.ts'), [listing], {
      execArgv: ['--import', 'tsx', '--expose-gc', '--max-old-space-size=6000'],
    });
    this.#death = died(this.#process);
  }

  async ask(task: Task): Promise<Answer> {
    this.#process.send(task);
    const [answer] = await Promise.race([once(this.#process, 'message'), this.#death]);
    return answer;
  }

  stop(): void {
    this.#death.catch(() => undefined);
    this.#process.kill();
  }
}

async function died(process: ChildProcess): Promise<never> {
  await once(process, 'exit');
  throw new Error('One side of the comparison has died.');
}

type Work = readonly [side: Side, task: Task];

interface SideComparison {
  readonly ratios: readonly number[];
  readonly times: readonly [readonly number[], readonly number[]];
}

/** Lets both work in turns, and each of them first in every other round. */
async function compareSides(rounds: number, ours: Work, theirs: Work): Promise<SideComparison> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const at of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const [side, task] = at === 0 ? ours : theirs;
      times[at].push((await side.ask(task)).milliseconds);
    }
  }
  return { times, ratios: times[0].map((own, round) => own / (times[1][round] ?? Number.NaN)) };
}

function row(name: string, { ratios, times }: SideComparison, goal: number): Row {
  const spread = `${Math.min(...ratios).toFixed(3)}–${Math.max(...ratios).toFixed(3)} ×`;
  const medians = times.map((side) => median(side).toFixed(1)).join(' / ');
  return { name, value: median(ratios), unit: '×', goal, detail: `${spread}; ${medians} ms` };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
