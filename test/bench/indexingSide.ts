// One side of a comparison, in a process of its own: told what to do, it does it and says how long that took.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { indexOf } from '../../src/core/citations/ladderIndex';
import { buildLadder } from '../../src/core/ladder/buildLadder';
import type { Ladder } from '../../src/core/ladder/model';
import { mapLimited } from '../../src/core/mapLimited';
import { fileLadder } from '../../src/core/references/fileLadder';
import { indexFiles } from '../../src/core/references/indexFiles';
import { ReferenceIndex } from '../../src/core/references/referenceIndex';
import type { Subject } from '../../src/core/references/subject';
import { guideOf } from '../unit/support/files';
import type { MarkdownService } from './markdownService';
import { Typing } from './typing';
import type { Workspace } from './workspace';

/** What a side can be asked for. */
export type Task = 'read' | 'index' | 'coldFind' | 'find' | 'keystroke' | 'heap' | 'service' | 'serviceFind';

export interface Answer {
  readonly milliseconds: number;
  /** What was found, to compare with what the other side found. */
  readonly found: number;
}

const workspace: Workspace = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const paths = workspace.files.map((file) => path.join(workspace.folder, file));
const text = async (file: string): Promise<string> => new TextDecoder().decode(await readFile(file));
let ladder: Ladder | undefined;
let index: ReferenceIndex | undefined;
let service: MarkdownService | undefined;

const tasks: Readonly<Record<Task, () => Promise<Answer>>> = {
  read: () =>
    timed(async () => {
      const sizes = await mapLimited(paths, async (file) => (await text(file)).length);
      return sizes.reduce((sum, size) => sum + size, 0);
    }),
  index: async () => {
    ladder ??= await readLadder();
    const own = ladder;
    return timed(async () => {
      index = await makeIndex(own);
      return index.paths.length;
    });
  },
  // From nothing: the guides are read as well, as the service reads them.
  coldFind: () =>
    timed(async () => {
      ladder = await readLadder();
      index = await makeIndex(ladder);
      await readAbout(index, ladder, subjectIn(ladder));
      return citations(index);
    }),
  find: () => {
    const made = index;
    return timed(async () => (made === undefined ? 0 : repeat(() => citations(made))));
  },
  keystroke: async () => {
    if (index === undefined || ladder === undefined) {
      throw new Error('there is no index to keep up');
    }
    const file = path.join(workspace.folder, workspace.promotions[0] ?? '');
    const typing = new Typing(file, await text(file), ladder, index);
    const subject = subjectIn(ladder);
    return timed(() => repeat(() => typing.type(subject)));
  },
  heap: async () => {
    ladder ??= await readLadder();
    // Once for what the code itself takes.
    await readWhole(ladder);
    index = undefined;
    const before = await heapUsed();
    index = await readWhole(ladder);
    const found = (await heapUsed()) - before;
    assert.equal(index.paths.length, workspace.promotions.length);
    return { milliseconds: 0, found };
  },
  service: async () => {
    // Loaded by the side alone that it is for.
    const { makeService } = await import('./markdownService');
    return timed(async () => {
      service = makeService(workspace);
      return service.references();
    });
  },
  serviceFind: () => {
    const made = service;
    return timed(async () => (made === undefined ? 0 : repeat(() => made.references())));
  },
};

/** What is too fast to be timed once is done some times. */
const repetitions = 20;

async function repeat<T>(work: () => T | Promise<T>): Promise<T> {
  for (let run = 1; run < repetitions; run += 1) {
    await work();
  }
  return work();
}

async function timed(work: () => Promise<number>): Promise<Answer> {
  const begin = performance.now();
  const found = await work();
  return { milliseconds: performance.now() - begin, found };
}

async function readLadder(): Promise<Ladder> {
  const guides = await mapLimited(workspace.guides, async (file) => {
    const full = path.join(workspace.folder, file);
    return guideOf(await text(full), full);
  });
  return buildLadder(guides.flatMap((guide) => guide ?? []));
}

function ladderFor(own: Ladder) {
  return (file: string) => fileLadder(file, own, { top: undefined, isBuiltIn: false });
}

async function makeIndex(own: Ladder): Promise<ReferenceIndex> {
  const made = new ReferenceIndex(ladderFor(own));
  await indexFiles(paths, made, { read: text, ladderOf: ladderFor(own) }, 'claims');
  return made;
}

/** The capability that all promotion documents cite. */
function subjectIn(own: Ladder): Subject {
  const capability = indexOf(own).capability('L2', workspace.linked.name);
  return { capabilities: capability === undefined ? [] : [capability], levels: [] };
}

/** An index that was asked about everything there is, so that nothing is left to be read. */
async function readWhole(own: Ladder): Promise<ReferenceIndex> {
  const made = await makeIndex(own);
  await readAbout(made, own, { capabilities: [], levels: own.levels });
  citations(made);
  return made;
}

/** Reads what may speak of a subject. */
async function readAbout(made: ReferenceIndex, own: Ladder, subject: Subject): Promise<void> {
  await indexFiles(made.unreadOf(subject), made, { read: text, ladderOf: ladderFor(own) }, subject);
}

function citations(made: ReferenceIndex): number {
  const capabilities = ladder === undefined ? [] : subjectIn(ladder).capabilities;
  // As locations, the way the editor wants them.
  return capabilities
    .flatMap((capability) => [...made.citationsOf(capability)])
    .flatMap(([file, entries]) =>
      entries.map(({ line, column, endLine, endColumn }) => ({
        uri: file,
        line,
        column,
        endLine,
        endColumn,
      })),
    ).length;
}

async function heapUsed(): Promise<number> {
  for (let run = 0; run < 4; run += 1) {
    globalThis.gc?.();
    // What a turn still holds is free in the next.
    await setTimeout(20);
  }
  return process.memoryUsage().heapUsed;
}

process.on('message', (task: Task) => {
  tasks[task]().then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
