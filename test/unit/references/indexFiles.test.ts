import assert from 'node:assert/strict';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { indexFiles } from '../../../src/core/references/indexFiles';
import { ReferenceIndex } from '../../../src/core/references/referenceIndex';
import { ladderWith } from '../support/promotions';
import { ladderFor } from './documents';

const ladder = ladderWith(['M1 to M2'], ['Hiring', 'Scale']);
const hiring = indexOf(ladder).capability('M2', 'Hiring') ?? assert.fail();

/** Files in memory that count how often each is read, and how many at once. */
class Files {
  readonly reads: string[] = [];
  mostAtOnce = 0;
  #now = 0;
  readonly #texts: ReadonlyMap<string, string>;

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  readonly ladderOf = (path: string) => ladderFor(path, ladder);

  readonly read = async (path: string): Promise<string | undefined> => {
    this.reads.push(path);
    this.#now += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#now);
    await new Promise((resolve) => setImmediate(resolve));
    this.#now -= 1;
    return this.#texts.get(path);
  };
}

function manyFiles(): Map<string, string> {
  return new Map(
    Array.from({ length: 500 }, (_, number) => [
      `docs/${number}.md`,
      number % 10 === 0 ? `---\npromotion: M2\n---\n\n[M2: Hiring]` : `# Note ${number}`,
    ]),
  );
}

suite('indexing files', () => {
  test('reads each once, a limited number at the same time', async () => {
    const texts = manyFiles();
    const files = new Files(texts);
    const index = new ReferenceIndex(files.ladderOf);
    assert.equal(await indexFiles([...texts.keys()], index, files, 'entries'), 500);
    assert.deepEqual([...files.reads].sort(), [...texts.keys()].sort());
    assert.ok(files.mostAtOnce > 1 && files.mostAtOnce <= 32, String(files.mostAtOnce));
    assert.equal(index.citationsOf(hiring).size, 50);
  });

  test('a changed file is read alone, however many there are, and other ladders read none', async () => {
    const texts = manyFiles();
    const files = new Files(texts);
    const index = new ReferenceIndex(files.ladderOf);
    await indexFiles([...texts.keys()], index, files, 'entries');
    texts.set('docs/1.md', '[M2: Scale]');
    files.reads.length = 0;
    await indexFiles(['docs/1.md'], index, files, 'entries');
    assert.deepEqual(files.reads, ['docs/1.md']);
    const renamed = ladderWith(['M1 to M2'], ['Hiring', 'Size']);
    index.relate((path) => ladderFor(path, renamed));
    const level = indexOf(renamed).level('M2') ?? assert.fail();
    assert.deepEqual([...index.strayCitations(level).keys()], ['docs/1.md']);
    assert.equal(files.reads.length, 1);
  });

  test('a changed file is all that is looked up in the ladder, among few files or many', async () => {
    const about = { capabilities: [hiring], levels: [] };
    for (const count of [20, 500]) {
      const texts = new Map([...manyFiles()].slice(0, count));
      const files = new Files(texts);
      const asked: string[] = [];
      const index = new ReferenceIndex((path) => {
        asked.push(path);
        return files.ladderOf(path);
      });
      await indexFiles([...texts.keys()], index, files, 'entries');
      assert.equal(index.citationsOf(hiring).size, count / 10);
      assert.deepEqual(index.unreadOf(about), []);
      asked.length = 0;
      await indexFiles(['docs/10.md'], index, files, 'entries');
      assert.equal(index.citationsOf(hiring).size, count / 10);
      await indexFiles(['docs/10.md'], index, files, 'claims');
      assert.deepEqual(index.unreadOf(about), ['docs/10.md']);
      assert.deepEqual(asked, ['docs/10.md', 'docs/10.md']);
    }
  });

  test('what is dismissed or only claimed is not parsed, and asking reads what may matter, once', async () => {
    const texts = manyFiles();
    texts.set('docs/1.md', '[M2: Scale]');
    const files = new Files(texts);
    const index = new ReferenceIndex(files.ladderOf);
    await indexFiles([...texts.keys()], index, files, 'claims');
    assert.equal(index.citationsOf(hiring).size, 0);
    const scale = { capabilities: [indexOf(ladder).capability('M2', 'Scale') ?? assert.fail()], levels: [] };
    assert.deepEqual(index.unreadOf(scale), ['docs/1.md']);
    const about = { capabilities: [hiring], levels: [] };
    assert.equal(index.unreadOf(about).length, 50);
    await indexFiles(index.unreadOf(about), index, files, 'entries');
    assert.equal(index.citationsOf(hiring).size, 50);
    assert.deepEqual(index.unreadOf(about), []);
    assert.deepEqual(index.unreadOf(scale), ['docs/1.md']);
  });

  test('only the passages about what is asked are parsed, and the rest once something else is asked', async () => {
    const sections = ['Hiring', 'Scale', 'Hiring'].map((name) => `## [M2: ${name}]\n\nProse about it.`);
    const texts = new Map([['case.md', `---\npromotion: M2\n---\n\n${sections.join('\n\n')}`]]);
    const files = new Files(texts);
    const index = new ReferenceIndex(files.ladderOf);
    const subject = (name: string) => ({
      capabilities: [indexOf(ladder).capability('M2', name) ?? assert.fail()],
      levels: [],
    });
    await indexFiles(['case.md'], index, files, 'claims');
    await indexFiles(index.unreadOf(subject('Hiring')), index, files, subject('Hiring'));
    assert.equal(index.citationsOf(hiring).get('case.md')?.length, 2);
    assert.deepEqual(index.unreadOf(subject('Hiring')), []);
    assert.deepEqual(index.unreadOf(subject('Scale')), ['case.md']);
    assert.deepEqual(index.paths, ['case.md']);
    await indexFiles(index.unreadOf(subject('Scale')), index, files, subject('Scale'));
    assert.deepEqual(index.unreadOf(subject('Scale')), []);
    const [scale] = subject('Scale').capabilities;
    assert.equal(index.citationsOf(scale ?? assert.fail()).get('case.md')?.length, 1);
    assert.equal(index.citationsOf(hiring).get('case.md')?.length, 2);
    assert.equal(files.reads.length, 3);
  });

  test('all of a file is parsed for a level, whose names may stand anywhere in it', async () => {
    const files = new Files(new Map([['docs/a.md', '[M2: Hiring]\n\n[so](../guides/m1-to-m2.md#1-gone)']]));
    const index = new ReferenceIndex(files.ladderOf);
    const level = indexOf(ladder).level('M1') ?? assert.fail();
    await indexFiles(['docs/a.md'], index, files, { capabilities: [], levels: [level] });
    assert.equal(index.linksInto(level.source.guide).size, 1);
    assert.equal(index.citationsOf(hiring).size, 1);
  });

  test('files that vanish leave it, and those behind a stop are not read', async () => {
    const texts = manyFiles();
    const files = new Files(texts);
    const index = new ReferenceIndex(files.ladderOf);
    await indexFiles([...texts.keys()], index, files, 'entries');
    texts.delete('docs/0.md');
    await indexFiles(['docs/0.md', 'docs/10.md'], index, files, 'entries');
    assert.equal(index.citationsOf(hiring).size, 49);
    files.reads.length = 0;
    await indexFiles([...texts.keys()], index, files, 'entries', () => files.reads.length >= 3);
    assert.equal(files.reads.length, 3);
    assert.equal(index.citationsOf(hiring).size, 49);
  });
});
