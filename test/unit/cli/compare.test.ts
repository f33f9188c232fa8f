import assert from 'node:assert/strict';
import { copyOfSample, emptyFolder, folderOf } from './folders';
import { type Result, run } from './run';

suite('career-ladder compare', () => {
  function compare(args: readonly string[], cwd?: string): Promise<Result> {
    return run(['compare', ...args], cwd);
  }

  test('prints a table that fits a page', async () => {
    const { status, out, err } = await compare(['M1', 'M2']);
    assert.deepEqual([status, err], [0, '']);
    const lines = out.split('\n');
    assert.match(lines[0] ?? '', /^M1 +│ M2$/);
    assert.ok(
      lines.some((line) => /^One team of 3-6 engineers +│ 8-15 people, often spread over/.test(line)),
    );
    assert.ok(lines.some((line) => /^You deal well with everyday .* │ Those cases are yours/.test(line)));
    assert.ok(lines.every((line) => line.length <= 100));
    assert.ok(!out.includes('\u001b'), 'no colours where nobody looks at a terminal');
  });

  test('puts many levels below each other', async () => {
    const { out } = await compare(['IC3', 'M1'], copyOfSample('own-guides'));
    assert.match(
      out,
      /^IC3 {2}Software Engineer\nIC4 {2}Senior Software Engineer\nIC5 {2}Staff Engineer\nM1 {2}Engineering Manager\n\nFundamental question\nIC3 to IC4\nIC3\n {2}Does my code/,
    );
  });

  test('keeps within its width, levels known by long titles included', async () => {
    const names = ['Head of Customer Success Engineering', 'Vice President of Platform Engineering'];
    const [from, to] = names;
    const folder = folderOf({
      'guides/a.md': `# Progression Guide: ${from} to ${to}\n\n## Core Shift\n\n| ${from} | ${to} |\n|---|---|\n| a | b |\n\n## Pitfalls\n\n**Waiting**\n\nIt is long.\n\n- So it is\n`,
    });
    const table = (await run(['compare', ...names], folder, 60)).out.split('\n');
    assert.match(table[0] ?? '', /^Head of Customer Success +│ Vice President of Platform$/);
    assert.ok(table.every((line) => line.length <= 60));
    assert.doesNotMatch((await run(['compare', ...names], folder, 40)).out, / $/m);
  });

  test('prints JSON and Markdown, paths relative to the working directory', async () => {
    const folder = copyOfSample('own-guides');
    const json = JSON.parse(
      (await compare(['senior software engineer', 'ic5', '--format', 'json'], folder)).out,
    );
    assert.deepEqual(json.levels, [
      { id: 'IC4', title: 'Senior Software Engineer' },
      { id: 'IC5', title: 'Staff Engineer' },
    ]);
    assert.deepEqual(json.rows[0].cells[1].source, { path: 'guides/ic4-to-ic5.md', line: 22 });
    assert.match(
      (await compare(['IC4', 'IC5', '--format', 'markdown'], folder)).out,
      /^\| {2}\| IC4: Senior Software Engineer \| IC5: Staff Engineer \|\n\| --- \| --- \| --- \|\n/,
    );
  });

  test('takes the built-in ladder where there is none, and the one that is named', async () => {
    const folder = emptyFolder();
    assert.equal((await compare(['M1', 'M2'], folder)).out, (await compare(['M1', 'M2'])).out);
    const named = await compare(['IC4', 'IC5', '--guides', 'test/samples/own-guides/guides']);
    assert.match(named.out, /^IC4 +│ IC5\n/);
  });

  test('has nothing to do with rules', async () => {
    const folder = folderOf({ '.vscode/settings.json': '{ "careerLadder.rules": { "guide": "eror" } }' });
    const { status, err } = await compare(['M1', 'M2'], folder);
    assert.deepEqual([status, err], [0, '']);
  });

  test('says which levels it does not know, with status 2', async () => {
    assert.deepEqual(await compare(['M1', 'M7', 'X']), {
      status: 2,
      out: '',
      err: 'career-ladder: the ladder has no level “M7”; it has M3, M2, M1\ncareer-ladder: the ladder has no level “X”; it has M1, M2, M3\n',
    });
    assert.deepEqual(await compare(['M1', 'm1']), {
      status: 2,
      out: '',
      err: 'career-ladder: name two different levels or more\n',
    });
    assert.equal((await compare([])).status, 2);
  });

  test('names guides that cannot be read and shows the rest', async () => {
    const { status, out, err } = await compare(['M1', 'M2', '--guides', 'guides', 'gone']);
    assert.equal(status, 2);
    assert.match(out, /^M1 /);
    assert.equal(err, 'career-ladder: cannot read gone: no such file or folder\n');
    assert.deepEqual(await compare(['M1', 'M2', '--guides', 'gone']), { status: 2, out: '', err });
  });

  test('gives a terminal no orders that a guide smuggled in', async () => {
    const folder = folderOf({
      'guides/m1-to-m2.md':
        '# Progression Guide: M1 to M2\n\n## Core Shift\n\n| M1 | M2 |\n|---|---|\n| a\u001b[2Jb | \u009b31mc\u202e 👩\u200d💻 |\n',
    });
    assert.match((await compare(['M1', 'M2'], folder)).out, /^a\[2Jb +│ 31mc 👩💻$/mu);
    const markdown = (await compare(['M1', 'M2', '--format', 'markdown'], folder)).out;
    assert.match(markdown, /\| a\\\[2Jb \|/);
    const page = (await compare(['M1', 'M2', '--format', 'html'], folder)).out;
    assert.match(page, />a\[2Jb</);
    for (const written of [markdown, page]) {
      assert.doesNotMatch(written, /[^\P{Cc}\n]/u);
      // What joins the parts of an emoji stays, for Markdown and pages are kept in files.
      assert.match(written, /👩\u200d💻/u);
    }
    const titled = folderOf({
      'guides/a.md':
        '# Progression Guide: Lead\u001b[2J to Head\u009b31m\u202e\n\n## Key Capabilities\n\n### 1. Work\n\n- a\n',
    });
    assert.equal(
      (await compare(['X', 'Y'], titled)).err,
      'career-ladder: the ladder has no level “X”; it has Lead[2J, Head31m\ncareer-ladder: the ladder has no level “Y”; it has Lead[2J, Head31m\n',
    );
  });
});
