import assert from 'node:assert/strict';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import type { Finding } from '../../../src/core/diagnostics/finding';
import { fixAll } from '../../../src/core/diagnostics/fixAll';
import type { Guide } from '../../../src/core/guide/model';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { defaultSeverities } from '../../../src/core/rules';
import { edited } from '../support/edits';
import { guideOf, ladderOf, readText } from '../support/files';
import { findingsIn, ladderWith, mended, promotionOf } from '../support/promotions';

const ladder = ladderWith(
  ['M1 to M2', 'M2 to M3'],
  ['Testing', 'Scaling Up', 'Talks | Panels [any]', 'Strategic Alignment'],
  { M2: 'Senior Manager' },
);
const path = 'promotions/case.md';
const head = '---\npromotion: M1 to M2\n---\n\n';

/** What is found beside `missing-capability`. */
function found(text: string): readonly string[] {
  return findingsIn(text, ladder, { path, settings: { 'missing-capability': 'off' } });
}

function first(text: string, rule: string): { readonly finding: Finding; readonly after: string } {
  const promotion = promotionOf(text, ladder, path);
  const finding = checkPromotion(promotion, {}).find((one) => one.rule === rule);
  assert.ok(finding !== undefined, `no ${rule} in ${text}`);
  return { finding, after: mended(finding, promotion) };
}

suite('the rules for promotion documents', () => {
  test('unknown-promotion stands on the value and offers what there is', () => {
    const { finding, after } = first('---\npromotion: "M1 to M9"\n---\n', 'unknown-promotion');
    assert.equal(finding.severity, 'error');
    assert.equal(
      after,
      '---\npromotion: "M2 to M3"\n---\n'.replace('M2 to M3', finding.suggestions[0]?.text ?? ''),
    );
    assert.deepEqual(found('---\npromotion: "M1 to M9"\n---\n'), ['unknown-promotion «M1 to M9»']);
  });

  test('missing-capability stands on the value, once for each', () => {
    const { finding } = first(head, 'missing-capability');
    assert.equal(finding.severity, 'warning');
    assert.equal(finding.capability?.name, 'Testing');
    assert.equal(finding.related?.guide.path, 'guides/m1-to-m2.md');
    assert.match(finding.message, /\[M2: Testing\]/u);
    assert.equal(findingsIn(`${head}[M2: Testing] 1`, ladder).length, 3);
  });

  test('unknown-level stands on the level; a level that has the capability comes first', () => {
    assert.deepEqual(found(`${head}[M7: Testing] 1 [note: x]`), ['unknown-level «M7»']);
    assert.equal(first(`${head}[M7: Testing] 1`, 'unknown-level').after, `${head}[M2: Testing] 1`);
    assert.equal(
      first('---\npromotion: M2 to M3\n---\n\n[M7: Testing] 1', 'unknown-level').finding.suggestions[0]?.text,
      'M3',
    );
    // Not M1, which asks for nothing.
    for (const [text, ids] of [
      [`${head}[M7: Testing] 1`, ['M2', 'M3']],
      [`${head}[M7: Nothing] 1`, ['M3', 'M2']],
    ] as const) {
      assert.deepEqual(
        first(text, 'unknown-level').finding.suggestions.map((one) => one.text),
        ids,
      );
    }
  });

  test('a level is offered as it is written in a citation', () => {
    const guide = (from: string, to: string, capability: string): readonly Guide[] => {
      const table = `| ${from} | ${to} |\n|---|---|\n| x | y |`;
      const text = `# Progression Guide: ${from} to ${to}\n\n## The Core Shift\n\n${table}\n\n## Key Capabilities to Develop\n\n### ${capability}\n\n**What this looks like:**\n\n- x\n`;
      return [guideOf(text, `guides/${capability}.md`) ?? []].flat();
    };
    const named = buildLadder([
      ...guide('Engineer [A]', 'Lead [B]', 'Testing'),
      ...guide('Lead [B]', 'Head [C]', 'Scaling Up'),
    ]);
    const promotion = promotionOf('---\npromotion: Lead [B]\n---\n\n[Head \\[C\\]: Testing] 1', named);
    const [finding] = checkPromotion(promotion, {}).filter(({ rule }) => rule === 'unknown-capability');
    assert.ok(finding !== undefined);
    assert.match(mended(finding, promotion), /\n\[Lead \\\[B\\\]: Testing\] 1$/u);
  });

  test('unknown-capability stands on the name and offers the nearest', () => {
    assert.deepEqual(found(`${head}[M2: Scaling Upp #1] 1 [M2: ]`), ['unknown-capability «Scaling Upp»']);
    assert.equal(
      first(`${head}[M2: Scaling Upp #1] 1`, 'unknown-capability').after,
      `${head}[M2: Scaling Up #1] 1`,
    );
    assert.equal(
      first(`${head}[M2: Alignment] 1`, 'unknown-capability').after,
      `${head}[M2: Strategic Alignment] 1`,
    );
    assert.equal(
      first(`${head}| 1 [M2: talks and panels] |\n|---|`, 'unknown-capability').after,
      `${head}| 1 [M2: Talks \\| Panels \\[any\\]] |\n|---|`,
    );
    const broken = first(`${head}> [M2: Scaling\r\n> Upp] 1`, 'unknown-capability');
    assert.match(broken.finding.message, /“Scaling Upp”/u);
    assert.equal(broken.after, `${head}> [M2: Scaling Up] 1`);
    const elsewhere = ladderWith(['M1 to M2', 'IC1 to IC2'], ['Testing']);
    assert.deepEqual(findingsIn(`${head}[M1: Testing] 1`, elsewhere), [
      'missing-capability «M1 to M2»',
      'unknown-capability «Testing»',
    ]);
    const { finding, after } = first(`${head}[M1: Testing] 1`, 'unknown-capability');
    assert.match(finding.message, /M1 has no capability “Testing”, but M2 and M3 have./u);
    assert.equal(after, `${head}[M2: Testing] 1`);
    const three = promotionOf(
      `${head}[M1: Testing] 1`,
      ladderWith(['M1 to M2', 'M2 to M3', 'M3 to M4'], ['Testing']),
    );
    const [told] = checkPromotion(three, {}).filter(({ rule }) => rule === 'unknown-capability');
    assert.match(told?.message ?? '', /but M2, M3 and M4 have\.$/u);
    // A level may ask for nothing of its own.
    assert.equal(first(`${head}[M1: Scaling] 1`, 'unknown-capability').after, `${head}[M2: Scaling Up] 1`);
    // Where nothing is like it, all that the level has is offered.
    assert.equal(first(`${head}[M2: Xyzzy] 1`, 'unknown-capability').finding.suggestions.length, 4);
  });

  test('unknown-capability leaves to a name the number sign it ends with', () => {
    const named = ladderWith(
      ['M1 to M2', 'M2 to M3'],
      ['Modern C#', 'Rule #1', 'Issue #12 Handling', 'Team Work'],
    );
    for (const [text, name, after] of [
      ['[M2: Modren C#]', 'Modren C#', '[M2: Modern C#]'],
      ['[M2: Modren C# #2]', 'Modren C#', '[M2: Modern C# #2]'],
      ['[M2: C#]', 'C#', '[M2: Modern C#]'],
      ['[M1: Modern C#]', 'Modern C#', '[M2: Modern C#]'],
      ['[M1: Modern C# #2]', 'Modern C#', '[M2: Modern C# #2]'],
      ['[M1: Rule #1]', 'Rule #1', '[M2: Rule #1]'],
      ['[M1: Rule #1 #2]', 'Rule #1', '[M2: Rule #1 #2]'],
      ['[M1: Rulle #1]', 'Rulle #1', '[M2: Rule #1]'],
      ['[M2: Rulle #1]', 'Rulle #1', '[M2: Rule #1]'],
      ['[M2: Issue #12]', 'Issue #12', '[M2: Issue #12 Handling]'],
      ['[M2: Issue #2]', 'Issue', '[M2: Issue #12 Handling #2]'],
      ['[M2: Team Wrok #1]', 'Team Wrok', '[M2: Team Work #1]'],
      ['[M1: Team Work #1]', 'Team Work', '[M2: Team Work #1]'],
      ['[M2: Teamwork #]', 'Teamwork #', '[M2: Team Work]'],
    ] as const) {
      const promotion = promotionOf(`${head}${text} 1`, named);
      const [finding] = checkPromotion(promotion, {}).filter(({ rule }) => rule === 'unknown-capability');
      assert.ok(finding !== undefined, text);
      assert.equal(promotion.document.source.slice(finding.range), name);
      assert.ok(finding.message.includes(` has no capability “${name}”`), finding.message);
      assert.equal(finding.message.includes('but M2 and M3 have'), after === text.replace('M1', 'M2'), text);
      assert.equal(mended(finding, promotion), `${head}${after} 1`);
    }
    const unknown = promotionOf(`${head}[M9: Modern C#] 1`, named);
    const [finding] = checkPromotion(unknown, {}).filter(({ rule }) => rule === 'unknown-level');
    assert.equal(finding && mended(finding, unknown), `${head}[M2: Modern C#] 1`);
  });

  test('what can only be guessed at is offered, and left out where all are mended', () => {
    const text = `${head}[M2: Tesing] 1, [M2: Xyzzy], [M1: Xyzzy] and [see](../guides/m1-to-m2.md#xyzzy)`;
    const mendAll = (text: string): string | undefined => {
      const promotion = promotionOf(text, ladder, path);
      const fix = fixAll('unknown-capability', checkPromotion(promotion, {}), promotion);
      return fix && `${fix.title}: ${edited(text, fix.edits).slice(head.length)}`;
    };
    assert.equal(first(`${head}[M2: Xyzzy] 1`, 'unknown-capability').finding.suggestions[0]?.isGuess, true);
    assert.equal(mendAll(text), undefined);
    assert.equal(
      mendAll(`${text}, [M2: Testin]`),
      'Fix 2 of “unknown-capability”: [M2: Testing] 1, [M2: Xyzzy], [M1: Xyzzy] and [see](../guides/m1-to-m2.md#xyzzy), [M2: Testing]',
    );
    assert.equal(
      mendAll(`${head}[M2: Tesing], [M1: Testing]`),
      'Fix all 2 of “unknown-capability”: [M2: Testing], [M2: Testing]',
    );
  });

  test('unknown-capability stands on the fragment of a link into a guide', () => {
    const text = `${head}[see](../guides/m1-to-m2.md#1-tesing) 1`;
    assert.deepEqual(found(text), ['unknown-capability «1-tesing»']);
    assert.equal(first(text, 'unknown-capability').after, text.replace('tesing', 'testing'));
    // Editors write it in percent where it has other letters than English.
    const other = promotionOf(
      `${head}[see](../guides/m1-to-m2.md#1-%D0%9A%D0%BE%D0%BC%D0%B0%D0%BD%D0%B4%D1%8B) 1`,
      ladderWith(['M1 to M2'], ['Команда']),
      path,
    );
    const [named] = checkPromotion(other, {}).filter(({ rule }) => rule === 'unknown-capability');
    assert.equal(
      named?.message,
      'The guide has no heading for “#1-Команды”. Did you mean “Команда” (#1-команда)?',
    );
    assert.equal(mended(named, other), `${head}[see](../guides/m1-to-m2.md#1-команда) 1`);
    // White space that is the fault is shown.
    const spaced = first(`${head}[see](<../guides/m1-to-m2.md#%201-testing>) 1`, 'unknown-capability');
    assert.match(
      spaced.finding.message,
      /^The guide has no heading for “# 1-testing”\. Did you mean “Testing” \(#1-testing\)/u,
    );
    // Of a capability that several guides describe, each has a heading.
    const shared = ladderWith(['IC4 to M2', 'M1 to M2'], ['Testing', 'Scaling Up']);
    for (const file of ['ic4-to-m2.md', 'm1-to-m2.md']) {
      const promotion = promotionOf(`${head}[see](../guides/${file}#1-tesing) 1`, shared, path);
      const [finding] = checkPromotion(promotion, {}).filter(({ rule }) => rule === 'unknown-capability');
      assert.equal(finding?.related?.guide.path, `guides/${file}`);
      assert.equal(mended(finding, promotion), `${head}[see](../guides/${file}#1-testing) 1`);
    }
  });

  test('unknown-capability offers no capability of a guide that has none, or none with a fragment', () => {
    for (const [text, message] of [
      [
        '# Progression Guide: M1 to M2\n\n## Common Pitfalls\n\n- **Haste.** Slow down.\n',
        'Link to a heading that it has.',
      ],
      [
        '<h1>Progression Guide: M1 to M2</h1>\n\n<h2>Key Capabilities</h2>\n\n<h3>1. Poise</h3>\n\n- You ask\n',
        'Link to one of its capabilities: “Poise”.',
      ],
    ] as const) {
      const of = buildLadder([guideOf(text, 'guides/g.md') ?? assert.fail()]);
      const promotion = promotionOf(`${head}[see](../guides/g.md#hiring) 1`, of, path);
      const [finding] = checkPromotion(promotion, {}).filter(({ rule }) => rule === 'unknown-capability');
      assert.equal(finding?.message, `The guide has no heading for “#hiring”. ${message}`);
      assert.deepEqual(finding.suggestions, []);
    }
  });

  test('unknown-signal stands on the number and drops it', () => {
    assert.deepEqual(found(`${head}[M2: Testing  #3] 1`), ['unknown-signal «#3»']);
    assert.equal(first(`${head}[M2: Testing  #3] 1`, 'unknown-signal').after, `${head}[M2: Testing] 1`);
    assert.match(first(`${head}[M2: Testing #0] 1`, 'unknown-signal').finding.message, /#1 to #2/u);
    const long = first(`${head}> [M2: Testing\n> #12345678901234567890] 1`, 'unknown-signal');
    assert.match(long.finding.message, /there is no #12345678901234567890\. Use/u);
    assert.equal(long.finding.suggestions[0]?.title, 'Drop #12345678901234567890');
  });

  test('other-level stands on the level and is no more than information', () => {
    const { finding, after } = first(`${head}[M3: Testing] 1`, 'other-level');
    assert.equal(finding.severity, 'information');
    assert.equal(after, `${head}[M2: Testing] 1`);
    assert.deepEqual(found(`${head}[M3: Testing] 1`), ['other-level «M3»']);
    // Whatever else is wrong with it.
    assert.deepEqual(found(`${head}[M3: Testing #9] 1`), ['other-level «M3»', 'unknown-signal «#9»']);
    assert.deepEqual(found(`${head}[see](../guides/m2-to-m3.md#1-testing) 1`), [
      'other-level «[see](../guides/m2-to-m3.md#1-testing)»',
    ]);
    assert.deepEqual(found('---\npromotion: M1 to M3\n---\n\n[M2: Testing] [M3: Testing] 1'), []);
  });

  test('no-evidence stands on each citation, unsupported-evidence on the first of those that share it', () => {
    assert.deepEqual(found(`${head}[M2: Testing] [M2: Scaling Up]`), [
      'no-evidence «[M2: Testing]»',
      'no-evidence «[M2: Scaling Up]»',
    ]);
    assert.deepEqual(found(`${head}We did [M2: Testing] [M2: Scaling Up]`), [
      'unsupported-evidence «[M2: Testing]»',
    ]);
    assert.deepEqual(found(`${head}[M2: Nothing]`), ['unknown-capability «Nothing»']);
  });

  test('no-evidence says what the citation vouches for, and where it vouches for more', () => {
    const says = (text: string): string => first(head + text, 'no-evidence').finding.message;
    assert.match(says('[M2: Testing]\n\nIn 2024, 3 of 4.'), /in this paragraph .* into the heading/u);
    assert.match(says('- [M2: Testing]\n\nIn 2024, 3 of 4.'), /in this list item .* into the heading/u);
    assert.doesNotMatch(says('# [M2: Testing]\n\n…'), /heading/u);
  });

  test('unlinked-mention stands on a name of two words or more, and cites it', () => {
    const text = `${head}My testing and scaling up, [Scaling Up](https://x.example) and [strategic alignment].`;
    assert.deepEqual(found(text), [
      'unlinked-mention «scaling up»',
      'unlinked-mention «strategic alignment»',
    ]);
    assert.equal(first(text, 'unlinked-mention').after, text.replace('scaling up', '[M2: Scaling Up]'));
    assert.equal(
      first(`${head}[strategic alignment]`, 'unlinked-mention').after,
      `${head}[M2: Strategic Alignment]`,
    );
    assert.deepEqual(found(`${head}*scaling* up, scaling <i>up</i>`), []);
    assert.equal(
      first(`${head}| talks \\| panels [any] |\n|---|`, 'unlinked-mention').after,
      `${head}| [M2: Talks \\| Panels \\[any\\]] |\n|---|`,
    );
  });

  test('unlinked-mention cites a name that is broken across lines, or stands beside what a bracket would join', () => {
    for (const [text, after] of [
      ['We spoke of scaling\nup in 2024', 'We spoke of [M2: Scaling Up] in 2024'],
      ['> - We spoke of scaling\r\n>   up in 2024', '> - We spoke of [M2: Scaling Up] in 2024'],
      ['Of scaling <!-- x -->\nup', 'Of [M2: Scaling Up] <!-- x -->'],
      ['Of scaling  \nup', 'Of [M2: Scaling Up]'],
      ['Of scaling up[^1]\n\n[^1]: x', 'Of [M2: Scaling Up] [^1]\n\n[^1]: x'],
      ['[M2: scaling up #2][^1]\n\n[^1]: x', '[M2: Scaling Up #2] [^1]\n\n[^1]: x'],
      ['[scaling up#2] 3', '[M2: Scaling Up #2] 3'],
      ['\\[M2: Scaling up\\] 3', '[M2: Scaling Up] 3'],
      ['As \\[Scaling up \\#2\\], 3', 'As [M2: Scaling Up #2], 3'],
      ['\\[Scaling up] 3', '\\[[M2: Scaling Up]] 3'],
      ['Scaling up(all of it)', '[M2: Scaling Up] (all of it)'],
      ['[Scaling up][x]', '[M2: Scaling Up] [x]'],
      ['Scaling up:[x][y]', '[M2: Scaling Up] [x][y]'],
      ['Scaling up:done', '[M2: Scaling Up] done'],
      ['Scaling up: done', '[M2: Scaling Up] done'],
      ['[x]scaling up', '[x] [M2: Scaling Up]'],
      ['# M2: Scaling up', '# [M2: Scaling Up]'],
      ['- **m2 : Scaling up:** 3', '- **[M2: Scaling Up]:** 3'],
      ['**Scaling up:** 3', '**[M2: Scaling Up]:** 3'],
      ['> Scaling up: done', '> [M2: Scaling Up] done'],
      ['M2: Scaling up: done', '[M2: Scaling Up] done'],
      ['| M2: scaling up |\n|---|', '| [M2: Scaling Up] |\n|---|'],
      ['[M2 Scaling up] 3', '[M2: Scaling Up] 3'],
      ['[M2 – Scaling up, mostly]', '[[M2: Scaling Up], mostly]'],
      ['At M2 scaling up', 'At M2 [M2: Scaling Up]'],
      ['M12: scaling up', 'M12: [M2: Scaling Up]'],
      ['XM2: scaling up', 'XM2: [M2: Scaling Up]'],
      ['**M2:** scaling up', '**M2:** [M2: Scaling Up]'],
      ['Senior Manager: Scaling up 3', '[M2: Scaling Up] 3'],
      ['- **senior  manager: Scaling up** 3', '- **[M2: Scaling Up]** 3'],
      ['[Senior Manager – Scaling up] 3', '[M2: Scaling Up] 3'],
      ['**Senior Manager:** Scaling up 3', '**Senior Manager:** [M2: Scaling Up] 3'],
      ['As a Senior Manager: scaling up', 'As a Senior Manager: [M2: Scaling Up]'],
      ['At M3, scaling up', 'At M3, [M2: Scaling Up]'],
      ['M3:\nscaling up', 'M3:\n[M2: Scaling Up]'],
      ['XM3: scaling up', 'XM3: [M2: Scaling Up]'],
      ['!scaling up', '! [M2: Scaling Up]'],
      ['\\scaling up', '\\ [M2: Scaling Up]'],
    ] as const) {
      const { finding, after: mended } = first(head + text, 'unlinked-mention');
      assert.equal(mended, head + after);
      const [, citation = ''] = /^Cite as (.*)$/u.exec(finding.suggestions[0]?.title ?? '') ?? [];
      assert.ok(citation !== '' && after.includes(citation) && finding.message.includes(citation), after);
      assert.ok(!found(mended).some((one) => one.startsWith('unlinked-mention')), after);
    }
  });

  test('unlinked-mention leaves alone a name behind another level’s id or title', () => {
    for (const text of [
      'M3: Scaling up 5',
      '[M3 Scaling up] 5',
      '[m3 - Scaling up] 5',
      '- **M3:** Scaling up 5',
      '**M3**: Scaling up 5',
      'M3 – Scaling up 5',
      'At M1 scaling up',
      'Manager: Scaling up 5',
      '[Manager Scaling up]',
      'R&amp;D Head: Scaling up',
    ]) {
      const titles = { M1: 'Manager', M2: 'Senior Manager', M3: 'R&amp;D Head', M4: 'Head' };
      const steps = ['M1 to M2', 'M2 to M3', 'M3 to M4'];
      const titled = ladderWith(steps, ['Scaling Up'], titles);
      const mentioned = findingsIn(head + text, titled).filter((one) => one.startsWith('unlinked-mention'));
      assert.deepEqual(mentioned, [], text);
    }
    const both = promotionOf('---\npromotion: M1 to M3\n---\n\nM3: Scaling up 5', ladder);
    const [finding] = checkPromotion(both, {}).filter(({ rule }) => rule === 'unlinked-mention');
    assert.match(finding?.message ?? '', /Write \[M3: Scaling Up\]/u);
    assert.match(finding === undefined ? '' : mended(finding, both), /\n\[M3: Scaling Up\] 5$/u);
    // A title that levels share may be that of the target.
    const shared = ladderWith(['M1 to M2', 'E1 to E2'], ['Scaling Up'], { M2: 'Lead', E2: 'Lead' });
    const promotion = promotionOf(`${head}Lead: Scaling up 5`, shared);
    const [told] = checkPromotion(promotion, {}).filter(({ rule }) => rule === 'unlinked-mention');
    assert.equal(told && mended(told, promotion), `${head}[M2: Scaling Up] 5`);
  });

  test('stale-definition stands on a destination that is not the capability’s heading', () => {
    const right = '../guides/m1-to-m2.md#2-scaling-up';
    const text = (url: string): string => `${head}1 [M2: Scaling Up]\n\n[M2: Scaling Up]: ${url}`;
    for (const url of [
      right,
      `<${right}>`,
      './../guides/m1-to-m2.md#2-Scaling-Up',
      'https://x.example/ladder#scaling',
    ]) {
      assert.deepEqual(found(text(url)), [], url);
    }
    for (const url of [
      '../guides/m1-to-m2.md#1-testing',
      '../guides/m1-to-m2.md',
      'm1-to-m2.md#2-scaling-up',
      '#scaling',
      '../guides/m2-to-m3.md#2-scaling-up',
    ]) {
      assert.deepEqual(found(text(url)), [`stale-definition «${url}»`], url);
      assert.equal(first(text(url), 'stale-definition').after, text(right));
    }
    assert.deepEqual(found(`${head}[M2: Scaling Up]: ../guides/x.md#y`), []);
    assert.deepEqual(found(`${text(right)}\n[M2: Scaling Up]: x.md`), []);
    assert.deepEqual(
      findingsIn(text('x.md'), ladder, { settings: { 'missing-capability': 'off' } }),
      [],
      'without paths',
    );
  });

  test('swallowed-citation stands on a definition that is prose, and puts a space for the colon', () => {
    const text = `${head}[M2: Scaling Up]: Done\n`;
    assert.deepEqual(found(text), ['swallowed-citation «[M2: Scaling Up]:»']);
    assert.equal(first(text, 'swallowed-citation').after, `${head}[M2: Scaling Up] Done\n`);
    assert.equal(first(`${head}> [M2: x]:Done\n`, 'swallowed-citation').after, `${head}> [M2: x] Done\n`);
    // A definition on the next line stays one.
    const defined = '[M2: Testing]: ../guides/m1-to-m2.md#1-testing';
    for (const [before, after] of [
      [`[M2: Scaling Up]: Done\n${defined}\n[x]: y`, `[M2: Scaling Up] Done\n\n${defined}\n[x]: y`],
      ['> [M2: Scaling Up]:\r\n> Done\r\n> [x]: y', '> [M2: Scaling Up]\r\n> Done\r\n>\r\n> [x]: y'],
      [`- [M2: Scaling Up]: Done\n  ${defined}`, `- [M2: Scaling Up] Done\n\n  ${defined}`],
      [`[M2: Scaling Up]: Done\n\n${defined}`, `[M2: Scaling Up] Done\n\n${defined}`],
      // Neither does a line underline it, nor a table or a heading become a part of it.
      ['[M2: Scaling Up]: Done\n---', '[M2: Scaling Up] Done\n\n---'],
      ['[M2: Scaling Up]: Done\n===', '[M2: Scaling Up] Done\n\n==='],
      ['> [M2: Scaling Up]: Done\n> ---', '> [M2: Scaling Up] Done\n>\n> ---'],
      ['[M2: Scaling Up]: Done\n| a |\n|---|', '[M2: Scaling Up] Done\n\n| a |\n|---|'],
      ['[M2: Scaling Up]: Done\nMore\n===', '[M2: Scaling Up] Done\n\nMore\n==='],
      // Prose goes on, as its author wrote it.
      ['[M2: Scaling Up]: Done\nin 2025', '[M2: Scaling Up] Done\nin 2025'],
      ['[M2: Scaling Up]: Done\n- in 2025', '[M2: Scaling Up] Done\n- in 2025'],
    ] as const) {
      assert.equal(first(head + before, 'swallowed-citation').after, head + after);
    }
    const isSwallowed = (url: string): boolean =>
      found(`${head}[M2: Scaling Up]: ${url}`).some((one) => one.startsWith('swallowed'));
    for (const url of ['Done.', 'Done!', 'Done...', 'Done.”', 'Done:', '...']) {
      assert.ok(isSwallowed(url), url);
    }
    for (const url of ['./x', '../', '#x', 'mailto:x', 'x.md', '.x', '3.5', 'x.md.']) {
      assert.ok(!isSwallowed(url), url);
    }
    assert.deepEqual(found(`${head}[note: x]: Done`), []);
  });

  test('front-matter stands where the YAML breaks, and the rest is still checked', () => {
    const text = '---\ntitle: "x\npromotion: M1 to M2\n---\n\n[M9: x]';
    assert.deepEqual(
      found(text).map((one) => one.split(' ')[0]),
      ['front-matter', 'unknown-level'],
    );
    assert.deepEqual(found('---\npromotion: M1 to M2\ntitle: a: b\n---\n'), ['front-matter «: b»']);
    const twice = promotionOf('---\npromotion: M1 to M2\npromotion: M2 to M3\n---\n', ladder);
    const [finding] = checkPromotion(twice, {}).filter(({ rule }) => rule === 'front-matter');
    assert.match(finding?.message ?? '', /“promotion” stands here a second time\. Keep one/u);
  });

  test('have the severities of the contract, unless the settings say otherwise', () => {
    const text = `${head}[M7: x] [M3: Testing]`;
    const severities = (settings: Readonly<Record<string, unknown>>): readonly string[] =>
      checkPromotion(promotionOf(text, ladder), settings).map(({ rule, severity }) => `${rule} ${severity}`);
    assert.deepEqual(
      severities({ 'missing-capability': 'off', 'other-level': 'error', 'no-evidence': 'nonsense' }),
      ['unknown-level error', 'no-evidence warning', 'other-level error'],
    );
    assert.equal(defaultSeverities['unused-disable'], 'hint');
  });

  test('find in the samples what was left there to find', () => {
    const builtIn = 'test/samples/built-in-ladder/promotion-m2.md';
    assert.deepEqual(findingsIn(readText(builtIn), ladderOf('guides'), { path: builtIn }), [
      'missing-capability «M1 to M2»',
      'unsupported-evidence «[M2: Independent People Management #4]»',
      'unknown-capability «Independant People Management»',
      'unknown-signal «#9»',
      'unlinked-mention «strategic alignment and stakeholder management»',
      'no-evidence «[M2: Building High-Performing Teams]»',
    ]);
    const own = 'test/samples/own-guides/promotions/ada-ic5.md';
    assert.deepEqual(findingsIn(readText(own), ladderOf('test/samples/own-guides/guides'), { path: own }), [
      'missing-capability «IC4 to IC5»',
      'no-evidence «[IC5: Judgment #4]»',
    ]);
  });
});
