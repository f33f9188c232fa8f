import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { type CheckedFile, checkedPromotion } from '../../../src/core/check/checkedFile';
import type { checkJson } from '../../../src/core/check/checkJson';
import { checkText } from '../../../src/core/check/checkText';
import { readText } from '../support/files';
import { ladderWith } from '../support/promotions';
import { copyOfSample, folderOf } from './folders';
import { type Result, run } from './run';

const guide = readText('guides/m1-to-m2.md');
const m1ToM2 = '---\npromotion: M1 to M2\n---\n\n';
/** A document that cites everything the step asks for, with evidence. */
const complete = `${m1ToM2}${[
  'Independent People Management',
  'Building High-Performing Teams',
  'Systems and Scale',
  'Strategic Alignment and Stakeholder Management',
]
  .map((name) => `In 2025 we did 3 things. [M2: ${name}]\n`)
  .join('\n')}`;

type CheckJson = ReturnType<typeof checkJson>;

suite('career-ladder check', () => {
  function check(args: readonly string[], cwd: string): Promise<Result> {
    return run(['check', ...args], cwd);
  }

  async function found(args: readonly string[], cwd: string): Promise<CheckJson> {
    const { out } = await check([...args, '--format', 'json'], cwd);
    return JSON.parse(out);
  }

  async function told(args: readonly string[], cwd: string): Promise<readonly string[]> {
    return (await found(args, cwd)).map(({ path: file, line, rule }) => `${file}:${line} ${rule}`);
  }

  suite('on the sample with the built-in ladder', () => {
    let folder: string;
    suiteSetup(() => {
      folder = copyOfSample('built-in-ladder');
    });

    test('finds what was planted and nothing else', async () => {
      const findings = await found([], folder);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        [
          'missing-capability',
          'unsupported-evidence',
          'unknown-capability',
          'unknown-signal',
          'unlinked-mention',
          'no-evidence',
        ],
      );
      assert.match(findings[0]?.message ?? '', /Strategic Alignment and Stakeholder Management/);
      assert.match(findings[5]?.message ?? '', /Building High-Performing Teams/);
    });

    test('prints JSON in the public format', async () => {
      const findings = await found([], folder);
      assert.deepEqual(Object.keys(findings[0] ?? {}), [
        'path',
        'line',
        'column',
        'endLine',
        'endColumn',
        'rule',
        'severity',
        'message',
        'suggestions',
      ]);
      const typo = findings.find(({ rule }) => rule === 'unknown-capability');
      assert.match(typo?.message ?? '', /Independant/);
      const line = readText('test/samples/built-in-ladder/promotion-m2.md').split('\n')[28] ?? '';
      assert.equal(
        line.slice((typo?.column ?? 0) - 1, (typo?.endColumn ?? 0) - 1),
        'Independant People Management',
      );
      assert.deepEqual(
        [typo?.path, typo?.line, typo?.endLine, typo?.severity, typo?.suggestions],
        ['promotion-m2.md', 29, 29, 'error', ['Independent People Management']],
      );
    });

    test('prints no table for a level that asks for nothing', async () => {
      const { out } = await check(['.'], folderOf({ 'm1.md': '---\npromotion: M1\n---\n' }));
      assert.deepEqual(out.split('\n').slice(0, 3), [
        'm1.md: The guides ask for no capabilities at M1.',
        '',
        '1 promotion document checked: no findings.',
      ]);
    });

    test('prints no table for a level that nobody knows', async () => {
      const { out } = await check(['.'], folderOf({ 'm9.md': '---\npromotion: M1 to M9\n---\n' }));
      assert.match(out, /^m9\.md:2:12 error .*\n\n1 promotion document checked: 1 error\.\n$/u);
    });

    test('lines its columns up by the room that names take, not by their characters', async () => {
      const names = ['設計と規模', 'Tact'].map((name) => `### ${name}\n\n**Signals**\n\n- Calm`);
      const { out } = await check(
        ['case.md'],
        folderOf({
          'guides/a.md': ['# Progression Guide: M1 to M2', '## Key Capabilities', ...names].join('\n\n'),
          'case.md': m1ToM2,
        }),
      );
      assert.match(out, /^ {2}設計と規模 {2}missing /mu);
      assert.match(out, /^ {2}Tact {8}missing /mu);
    });

    test('prints findings, coverage and a summary as text', async () => {
      const { status, out, err } = await check(['.'], folder);
      assert.deepEqual([status, err], [1, '']);
      const [findings = '', coverage = '', summary] = out.split('\n\n');
      assert.match(findings, /^promotion-m2\.md:3:12 warning “Strategic .* missing-capability\n/);
      assert.deepEqual(coverage.split('\n'), [
        'promotion-m2.md: M1 to M2, 2 of 4 capabilities evidenced, by the built-in ladder',
        '  Capability                                      State      Evidence  Signals not covered',
        '  Independent People Management                   evidenced  18–29     #5',
        '  Building High-Performing Teams                  cited      –         –',
        '  Systems and Scale                               evidenced  33–44     #5',
        '  Strategic Alignment and Stakeholder Management  missing    –         –',
      ]);
      assert.equal(summary, '1 promotion document checked: 2 errors, 2 warnings, 2 hints.\n');
      assert.ok(!out.includes('\u001b'), 'no colours where nobody looks at a terminal');
    });
  });

  suite('on the sample with guides of its own', () => {
    const expected = ['promotions/ada-ic5.md:3 missing-capability', 'promotions/ada-ic5.md:38 no-evidence'];
    let folder: string;
    suiteSetup(() => {
      folder = copyOfSample('own-guides');
    });

    test('finds what was planted and nothing else', async () => {
      assert.deepEqual(await told([], folder), expected);
      const [missing] = await found([], folder);
      assert.match(missing?.message ?? '', /Mentoring \/ Sponsorship/);
    });

    test('finds the same by file, by folder, twice, and with the guides named', async () => {
      for (const args of [
        ['promotions/ada-ic5.md'],
        ['promotions', 'promotions/ada-ic5.md', '.'],
        ['promotions', '--guides', 'guides'],
        ['promotions', '--guides', 'guides/ic3-to-ic4.md', 'guides/ic4-to-ic5.md'],
      ]) {
        assert.deepEqual(await told(args, folder), expected, args.join(' '));
      }
    });

    test('finds the same from elsewhere when the folder is named', async () => {
      const sample = 'test/samples/own-guides';
      assert.deepEqual(
        await told([sample], root),
        expected.map((one) => `${sample}/${one}`),
      );
      assert.deepEqual(
        await told(['..'], path.join(folder, 'promotions')),
        expected.map((one) => one.replace('promotions/', '')),
      );
    });

    test('follows links into guides wherever it is called from', async () => {
      const { out } = await check([folder, '--guides', path.join(folder, 'guides')], root);
      assert.match(out, /\n {2}Systems Design \(Data & Reliability\) +evidenced +24, 28–29, 31 +#1\n/);
    });
  });

  suite('the exit status', () => {
    const statusOf = async (args: readonly string[], name: string): Promise<number> =>
      (await check(args, copyOfSample(name))).status;

    test('depends on --fail-on', async () => {
      assert.equal(await statusOf([], 'built-in-ladder'), 1);
      assert.equal(await statusOf(['--fail-on', 'never'], 'built-in-ladder'), 0);
      assert.equal(await statusOf([], 'own-guides'), 0);
      assert.equal(await statusOf(['--fail-on', 'warning'], 'own-guides'), 1);
      assert.equal(await statusOf(['--fail-on', 'hint', '--format', 'json'], 'own-guides'), 1);
    });

    test('is 2 for a call that cannot be understood', async () => {
      for (const args of [['--fail-on', 'loud'], ['--format', 'xml'], ['--sideways'], ['--guides']]) {
        const { status, out, err } = await check(args, root);
        assert.deepEqual([status, out], [2, ''], args.join(' '));
        assert.match(err, /^error: /);
      }
    });

    test('is 2 when --guides leads to no guide', async () => {
      const { status, err } = await check(['--guides', '.'], folderOf({ 'notes.md': '# Notes\n' }));
      assert.equal(status, 2);
      assert.match(err, /^career-ladder: --guides leads to no guide: .*\n$/);
    });
  });

  suite('which ladder', () => {
    test('is the one that the nearest settings name, relative to their folder', async () => {
      const folder = folderOf({
        'work/.vscode/settings.json':
          '\u{FEFF}{\n  // comments and trailing commas are fine\n  "careerLadder.guides": ["../ladder/*.md",],\n  "careerLadder.rules": { "missing-capability": "error", "no-evidence": "off" },\n}\n',
        'ladder/m1-to-m2.md': guide,
        'work/deep/case.md': `${m1ToM2}[M2: Systems and Scale]\n`,
        '.vscode/settings.json': '{ "careerLadder.guides": [] }',
      });
      for (const cwd of [folder, path.join(folder, 'work'), path.join(folder, 'work/deep')]) {
        const findings = await found([path.join(folder, 'work')], cwd);
        assert.deepEqual(
          findings.map(({ rule, severity }) => `${rule} ${severity}`),
          Array.from({ length: 3 }, () => 'missing-capability error'),
        );
      }
    });

    test('is the built-in one only while the setting is at its default', async () => {
      const folder = folderOf({
        'a/.vscode/settings.json': '{ "editor.tabSize": 2 }',
        'a/case.md': m1ToM2,
        'b/.vscode/settings.json': '{ "careerLadder.guides": ["ladder"] }',
        'b/case.md': m1ToM2,
        'c/.vscode/settings.json': '{ "careerLadder.guides": [] }',
        'c/case.md': m1ToM2,
      });
      const { status, out, err } = await check(['--format', 'json'], folder);
      assert.deepEqual([...new Set((JSON.parse(out) as CheckJson).map((one) => one.path))], ['a/case.md']);
      assert.equal(status, 2);
      assert.match(
        err,
        /^career-ladder: b\/\.vscode\/settings\.json: careerLadder\.guides leads to no guide.*\n$/,
      );
    });

    test('counts for guides too, whose disable comments count as well', async () => {
      const folder = folderOf({
        'guides/m1-to-m2.md': '# Progression Guide: M1 to M2\n\n## Common Pitfalls\n',
        'guides/m2-to-m3.md':
          '<!-- career-ladder-disable guide-section -->\n<!-- career-ladder-disable-next-line guide-levels -->\n\n# Progression Guide: M2 to M3\n',
        'other/m1-to-m2.md': '# Progression Guide: M1 to M2\n',
        '.vscode/settings.json': '{ "careerLadder.rules": { "guide-section": "error" } }',
      });
      const findings = await found([], folder);
      assert.ok(
        findings.some(
          ({ line, rule, severity }) => line === 3 && rule === 'guide-section' && severity === 'error',
        ),
      );
      assert.deepEqual(
        findings.filter((one) => one.path !== 'guides/m1-to-m2.md').map(({ rule, line }) => [rule, line]),
        [['unused-disable', 2]],
      );
    });

    test('is reported when its guides disagree', async () => {
      const folder = folderOf({ 'guides/a.md': guide, 'guides/b.md': guide });
      assert.deepEqual(await told(['.'], folder), ['guides/b.md:1 guide-conflict']);
    });
  });

  suite('bad input', () => {
    test('what cannot be read is named, the rest printed', async () => {
      const folder = folderOf({ 'guides/m1-to-m2.md': guide, 'case.md': complete });
      const { status, out, err } = await check(['gone.md', '.', 'nowhere'], folder);
      assert.equal(status, 2);
      assert.match(out, /1 promotion document and 1 guide checked: no findings\.\n$/);
      assert.equal(
        err,
        'career-ladder: cannot read gone.md: no such file or folder\ncareer-ladder: cannot read nowhere: no such file or folder\n',
      );
    });

    test('settings that are not JSON are named with their line, and count as far as they can be read', async () => {
      const folder = folderOf({
        '.vscode/settings.json': '{\n  "careerLadder.rules": { "missing-capability": "off" }\n  "a": 1\n',
        'case.md': m1ToM2,
      });
      const { status, out, err } = await check(['--format', 'json'], folder);
      assert.deepEqual([status, out], [2, '[]\n']);
      assert.match(err, /^career-ladder: \.vscode\/settings\.json: line 3 is not JSON .*\n$/);
    });

    for (const [rules, ...faults] of [
      ['["off"]', 'must be an object, for instance { "guide-section": "off" }'],
      ['null', 'must be an object, for instance { "guide-section": "off" }'],
      [
        '{ "missing-capabilty": "off", "no-evidence": "eror", "stale-definition": "off" }',
        'names no rule by “missing-capabilty”; the nearest is “missing-capability”',
        'sets “no-evidence” to "eror", which is none of error, warning, information, hint and off',
      ],
    ]) {
      test(`rules that are ${rules} count as far as they say something, and the rest is told of`, async () => {
        const folder = folderOf({
          '.vscode/settings.json': `{ "careerLadder.rules": ${rules} }`,
          'case.md': complete,
        });
        const err = faults.map(
          (fault) => `career-ladder: .vscode/settings.json: careerLadder.rules ${fault}\n`,
        );
        assert.deepEqual(await check(['--format', 'json'], folder), {
          status: 2,
          out: '[]\n',
          err: err.join(''),
        });
      });
    }

    for (const value of ['"ladder"', 'null', '{}']) {
      test(`guides that are ${value} instead of a list lead nowhere, and are told of`, async () => {
        const folder = folderOf({
          '.vscode/settings.json': `{ "careerLadder.guides": ${value} }`,
          'guides/m1-to-m2.md': guide,
          'case.md': m1ToM2,
        });
        const line =
          'career-ladder: .vscode/settings.json: careerLadder.guides must be a list of folders or patterns, for instance ["docs"]\n';
        assert.deepEqual(await check(['--format', 'json'], folder), { status: 2, out: '[]\n', err: line });
        const chosen = await check(['--format', 'json', 'case.md', '--guides', 'guides'], folder);
        assert.deepEqual([chosen.err, chosen.out === '[]\n'], ['', false]);
      });
    }

    test('links in a circle, links to nowhere and folders named like files are passed over', async function () {
      if (process.platform === 'win32') {
        this.skip();
      }
      const folder = folderOf({ 'docs/case.md': complete, 'notes.md/inner.md': '# Inner\n' });
      symlinkSync('..', path.join(folder, 'docs', 'up'));
      symlinkSync('..', path.join(folder, 'docs', 'up.md'));
      symlinkSync('gone', path.join(folder, 'docs', 'gone.md'));
      symlinkSync('self.md', path.join(folder, 'docs', 'self.md'));
      const { status, out, err } = await check([], folder);
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /\n1 promotion document checked: no findings\.\n$/);
    });

    test('installed packages and hidden folders are not looked into', async () => {
      const folder = folderOf({ 'node_modules/a/case.md': m1ToM2, '.drafts/case.md': m1ToM2 });
      assert.deepEqual(await check([], folder), {
        status: 0,
        out: 'Nothing to check: there is no promotion document, and no guide where careerLadder.guides or --guides looks for them.\n',
        err: '',
      });
      assert.equal((await found(['.drafts/case.md'], folder)).length, 4);
    });

    test('other Markdown is nobody’s business, whatever its front matter says', async () => {
      const folder = folderOf({
        'a.md': '---\npromotion: summer-sale\n---\n\n[M2: Nonsense]\n',
        'b.md': '---\ntitle: [\n---\n',
        'c.md': '--',
        'd.md': '',
        'e.md': '---\npromotion:\n',
        'f.markdown': '---\npromotion:\n---\n',
      });
      assert.deepEqual(await check(['--format', 'json'], folder), { status: 0, out: '[]\n', err: '' });
    });

    test('a byte order mark, CRLF and characters beyond 16 bits leave the columns right', async () => {
      const folder = folderOf({
        'guides/m1-to-m2.md': guide,
        'case.md': `\u{FEFF}${complete}\n😀 [M2: Nonsense] 3\n`.replaceAll('\n', '\r\n'),
      });
      const [finding, ...others] = await found(['.'], folder);
      assert.equal(others.length, 0);
      assert.deepEqual(
        [finding?.line, finding?.column, finding?.endLine, finding?.endColumn],
        [13, 9, 13, 17],
      );
    });

    test('keeps each finding on one line and out of the terminal’s controls', () => {
      const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
      const style = {
        strong: mark('strong'),
        faint: mark('faint'),
        good: mark('good'),
        error: mark('error'),
        warning: mark('warning'),
        information: mark('information'),
        hint: mark('hint'),
      };
      const ladder = ladderWith(['M1 to M2'], ['Work\u001b[2J Well']);
      const file: CheckedFile | undefined = checkedPromotion(
        { shown: 'case\u001b.md', path: '/case.md' },
        '---\npromotion: M1 to M2\n---\n\n[M2: Non\u001b\nsense] 3\n',
        { ladder, isBuiltIn: false, top: '/', rules: {} },
      );
      assert.ok(file !== undefined);
      const text = checkText([file], style);
      const [, finding, , heading, , row] = text.split('\n');
      assert.match(
        finding ?? '',
        /^case\.md:5:\d+ <error>error<\/error> .*Non.*sense.* <faint>unknown-capability<\/faint>$/,
      );
      assert.equal(heading, '<strong>case.md</strong>: M1 to M2, 0 of 1 capabilities evidenced');
      assert.match(row ?? '', /^ {2}Work\[2J Well {2}<error>missing<\/error> /);
      assert.doesNotMatch(text, /[^\P{C}\n]/u);
    });

    test('lets the lines of much evidence go on below each other', async () => {
      const section = 'In 2025 we did 3 things. [M2: Systems and Scale]\n\n';
      const { out } = await check(['case.md'], folderOf({ 'case.md': m1ToM2 + section.repeat(40) }));
      const table = out.split('\n').filter((line) => line.startsWith('  '));
      assert.ok(table.every((line) => line.length <= 130 && line === line.trimEnd()));
      const column = table[0]?.indexOf('Evidence') ?? -1;
      const rows = table.slice(3, -1).map((line) => line.slice(column, column + 50).trimEnd());
      assert.equal(rows.join(' '), Array.from({ length: 40 }, (_, index) => 5 + 2 * index).join(', '));
    });

    test('keeps a table within the terminal, and tells the same there', async () => {
      const section = 'In 2025 we did 3 things. [M2: Systems and Scale #2]\n\n';
      const folder = folderOf({ 'case.md': m1ToM2 + section.repeat(40) });
      const tableAt = async (columns?: number): Promise<readonly string[]> => {
        const { out } = await run(['check', 'case.md'], folder, columns);
        return out.split('\n').filter((line) => line.startsWith('  '));
      };
      const words = (table: readonly string[]): readonly string[] =>
        table.join(' ').trim().split(/\s+/u).sort();
      const wide = await tableAt();
      assert.ok(wide.some((line) => line.length > 100));
      for (const columns of [100, 80, 70]) {
        const table = await tableAt(columns);
        assert.ok(
          table.every((line) => line.length <= columns && line === line.trimEnd()),
          table.join('\n'),
        );
        assert.deepEqual(words(table), words(wide));
        assert.ok(table.some((line) => / {2}missing {4}–/u.test(line)));
      }
      // Rather than letters below each other, there is more than fits.
      assert.ok((await tableAt(10)).some((line) => line.startsWith('  Systems and Scale ')));
    });

    test('keeps the terminal’s controls out of JSON and of the names of levels, too', async () => {
      const [lead, head] = ['Lead\u009b31m', 'Head\u001b[2J\u202e'];
      const folder = folderOf({
        'guides/a.md': [
          `# Progression Guide: ${lead} to ${head}`,
          `## The Core Shift\n\n| ${lead} | ${head} |\n|---|---|\n| x | y |`,
          '## Key Capabilities to Develop',
          '### 1. Work\u009b31m Well',
        ].join('\n\n'),
        'case.md': `---\npromotion: ${head}\n---\n\nText.\n`,
      });
      for (const format of ['text', 'json']) {
        const { out } = await check(['--format', format], folder);
        assert.ok(out.includes(format === 'text' ? ': Head[2J, 0 of 1' : 'Head\\u001b[2J\\u202e'), out);
        assert.doesNotMatch(out, /[^\P{C}\n]/u);
      }
    });
  });
});
