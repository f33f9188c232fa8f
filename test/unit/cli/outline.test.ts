import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { emptyFolder, folderOf } from './folders';
import { type Result, run } from './run';

suite('career-ladder outline', () => {
  function outline(args: readonly string[], cwd?: string): Promise<Result> {
    return run(['outline', ...args], cwd);
  }

  test('prints a tree', async () => {
    const { status, out, err } = await outline(['guides']);
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /^Track M\n├─ M1 {2}Engineering Manager\n│ {2}└─ → M2 {2}Senior Engineering Manager\n/);
    assert.match(out, /│ {2}├─ 3\. Systems and Scale {2}5 signals, 5 practices\n/);
    assert.ok(!out.includes('\u001b'), 'no colours where nobody looks at a terminal');
  });

  test('gives a terminal no orders that a guide smuggled in', async () => {
    const order = '\u001b[2J\u202e';
    const folder = folderOf({
      'guides/m1\u001b[2J.md': [
        '# Progression Guide: M1 to M2',
        `Some${order} Manager → Other Manager`,
        '## The Core Shift',
        `*The fundamental question changes from 'What${order}?' to 'How?'*`,
        '## Key Capabilities to Develop',
        `### 1. Work${order} Well`,
        '### 1. Rest',
      ].join('\n\n'),
      'guides/titles.md': [
        `# Progression Guide: Some${order} Lead to Head${order}`,
        `## The Core Shift\n\n| Some${order} Lead | Head${order} |\n|---|---|\n| x | \u009b31m |`,
        '## Key Capabilities to Develop',
        '### 1. Work',
      ].join('\n\n'),
    });
    const { out } = await outline(['guides'], folder);
    for (const shown of [
      'Some[2J Manager',
      'What[2J?',
      'Work[2J Well',
      'guides/m1[2J.md:',
      '─ Some[2J Lead\n',
      '→ Head[2J\n',
    ]) {
      assert.ok(out.includes(shown), `${shown} in ${out}`);
    }
    assert.doesNotMatch(out, /[^\P{C}\n]/u);
    const json = await outline(['guides', '--format', 'json'], folder);
    assert.doesNotMatch(json.out, /[^\P{C}\n]/u);
    assert.ok(json.out.includes('\\u009b31m') && json.out.includes('Head\\u001b[2J\\u202e'), json.out);
  });

  test('prints JSON in the public format, paths relative to the working directory', async () => {
    const { status, out } = await outline([path.join(root, 'guides'), '--format', 'json']);
    const printed = JSON.parse(out);
    assert.equal(status, 0);
    assert.deepEqual(printed.levels[0], {
      id: 'M1',
      title: 'Engineering Manager',
      track: 'M',
      capabilities: [],
      source: { path: 'guides/m1-to-m2.md', line: 1 },
    });
    assert.deepEqual(Object.keys(printed.levels[1].capabilities[0]), [
      'number',
      'name',
      'from',
      'summary',
      'expectations',
      'signals',
      'practices',
      'source',
    ]);
    assert.deepEqual(Object.keys(printed.transitions[0]), [
      'from',
      'to',
      'overview',
      'question',
      'shifts',
      'pitfalls',
      'trackRecord',
      'selfAssessment',
      'readiness',
      'timeline',
      'source',
    ]);
    assert.deepEqual(printed.problems, []);
  });

  test('reads the folder guides when called without a path', async () => {
    assert.equal((await outline([])).out, (await outline(['guides'])).out);
  });

  test('shows that a path is empty, as one from a variable that is not set', async () => {
    const { status, err } = await outline(['']);
    assert.deepEqual([status, err], [2, 'career-ladder: cannot read "": no such file or folder\n']);
  });

  test('names what it cannot read, prints the rest and exits with 2', async () => {
    const { status, out, err } = await outline(['nowhere', 'guides/m1-to-m2.md', 'gone.md']);
    assert.equal(status, 2);
    assert.match(out, /^Track M/);
    assert.equal(
      err,
      'career-ladder: cannot read gone.md: no such file or folder\ncareer-ladder: cannot read nowhere: no such file or folder\n',
    );
  });

  test('tells where problems are, and that they do not matter to the exit status', async () => {
    const broken = folderOf({ 'm1-to-m2.md': '# Progression Guide: M1 to M2\n\n## Common Pitfalls\n' });
    const { status, out } = await outline(['.'], broken);
    assert.equal(status, 0);
    assert.match(
      out,
      /\nm1-to-m2\.md:3:1 information Nothing under this heading can be read as pitfalls: .* guide-section/,
    );
  });

  test('counts what a step has, and leaves out what it has not', async () => {
    const guide = '# Progression Guide: M1 to M2\n\n## Readiness\n\n### Track Record\n\n- One thing\n';
    const { out } = await outline(['.'], folderOf({ 'm1-to-m2.md': guide }));
    assert.match(out, /─ 1 track record item$/m);
    assert.doesNotMatch(out, /\b0\b/);
  });

  test('says so when there is no guide', async () => {
    const empty = folderOf({ 'notes.md': '# Notes\n' });
    const { status, out, err } = await outline(['.'], empty);
    assert.deepEqual([status, out], [0, '']);
    assert.match(err, /no guides there/);
    assert.equal(JSON.parse((await outline(['.', '--format', 'json'], empty)).out).levels.length, 0);
  });

  test('refuses what it does not know with status 2', async () => {
    assert.equal((await outline(['--format', 'yaml'])).status, 2);
    assert.equal((await run(['paint'])).status, 2);
    assert.equal((await run(['--version'])).status, 0);
  });

  test('takes an empty folder for what it is', async () => {
    assert.match((await outline(['.'], emptyFolder())).err, /no guides there/);
  });
});
