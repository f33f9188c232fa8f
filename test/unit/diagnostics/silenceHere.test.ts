import assert from 'node:assert/strict';
import { checkGuideFile } from '../../../src/core/check/checkGuideFile';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import type { Finding } from '../../../src/core/diagnostics/finding';
import { silenceHere } from '../../../src/core/diagnostics/silenceHere';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Ladder } from '../../../src/core/ladder/model';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import type { Promotion } from '../../../src/core/promotion/readPromotion';
import { edited } from '../support/edits';
import { guideOf, ladderOf } from '../support/files';
import { documentOf, ladderWith, promotionOf, told } from '../support/promotions';

const ladder = ladderOf('guides');
const path = 'promotions/mine.md';

function findings(promotion: Promotion): readonly Finding[] {
  return checkPromotion(promotion, {});
}

/** The text after its findings were silenced one by one, and what cannot be. */
function silencedOneByOne(
  text: string,
  ladder: Ladder,
): { readonly text: string; readonly loud: readonly string[] } {
  let result = text;
  for (;;) {
    const promotion = promotionOf(result, ladder, path);
    const found = findings(promotion);
    const [edit] = found.flatMap((finding) => silenceHere(finding, promotion.document) ?? []);
    if (edit === undefined) {
      return { text: result, loud: found.map((one) => told(one, promotion)) };
    }
    result = edited(result, [edit]);
    assert.ok(findings(promotionOf(result, ladder, path)).length < found.length, result);
  }
}

/** What else changes when each finding in a text is silenced by itself, and the findings that cannot be. */
function consequences(text: string): {
  readonly changes: readonly string[];
  readonly loud: readonly string[];
} {
  const promotion = promotionOf(text, ladder, path);
  const before = findings(promotion);
  const changes: string[] = [];
  const loud: string[] = [];
  for (const finding of before) {
    const edit = silenceHere(finding, promotion.document);
    if (edit === undefined) {
      loud.push(told(finding, promotion));
      continue;
    }
    const silenced = edited(text, [edit]);
    const after = promotionOf(silenced, ladder, path);
    const expected = before.filter((one) => one !== finding).map((one) => told(one, promotion));
    const found = findings(after).map((one) => told(one, after));
    const states = ({ coverage }: Promotion): string => coverage.map(({ state }) => state).join();
    if (found.join('\n') !== expected.join('\n') || states(after) !== states(promotion)) {
      changes.push(`${told(finding, promotion)}\n${silenced}\n${found.join('\n')}`);
    }
  }
  return { changes, loud };
}

/** A guide's findings, and the ladder that it makes by itself. */
function readAlone(text: string): readonly [findings: readonly Finding[], ladder: Ladder] {
  const guide = guideOf(text) ?? assert.fail(text);
  const alone = buildLadder([guide]);
  return [checkGuideFile(guide, alone, {}), alone];
}

/** What a ladder says, wherever it stands. */
function withoutLines(ladder: Ladder): unknown {
  const { levels, transitions } = outlineJson(ladder);
  return JSON.parse(JSON.stringify({ levels, transitions }), (key, value) => (key === 'line' ? 0 : value));
}

const faults: Readonly<Record<string, string>> = {
  paragraph: 'Things got better. [M2: Systems and Scal]\nMore follows.',
  'hard breaks': 'Things got [M2: Systems and Scal]\\\nbetter [M7: Systems and Scale]  \nstill.',
  'two lines': 'Things got better, as [M2: Systems\nand Scal] says.',
  code: 'Things got better [M2: Systems and Scal] with `some\ncode` in it.',
  heading: '## [M2: Systems and Scale]\n\nTBD',
  'closed heading': '## [M2: Systems and Scale] ##\n\nTBD',
  underlined: '[M2: Systems and Scale]\n---\n\nTBD',
  'list and quotation': '- [M2: Systems and Scale]\n  TBD\n\n> Things. [M2: Systems and Scale #9]',
  table: '| A | B |\n|---|---|\n| 2025 | [M2: Systems and Scale #9] |\n| 2024 | [M7: X] |',
  'header of a table': '| [M2: Systems and Scale #9] | B |\n|---|---|\n| 2025 | C |',
  'open table': 'A | B\n---|---\n2025 | [M2: Systems and Scale #9]\n2024 | [M7: X]',
  'row without a table': 'Text.\n\n| 2025 | [M2: Systems and Scale #9] |\n| 2024 | [M7: X] |',
  mention: 'My systems and scale are known.',
  'mention in two lines': '> My systems\n> and scale are known.',
  link: 'In [2025](../guides/m1-to-m2.md#3-system).',
  definitions: '2025: [M2: Systems and Scale]\n\n[M2: Systems and Scale]: old.md#x\n[Other]: y.md',
  'nested definition': '> 2025: [M2: Systems and Scale]\n>\n> [M2: Systems and Scale]: old.md#x',
  swallowed: '[M2: Systems and Scale]: Done',
  'colon behind a citation': '[M2: Systems and Scale]:\n\n> [M2: Systems and Scal]:  \n\nIn 2025:\n[M7: X]:',
  'colon behind a citation in a list':
    '- In 2025.\n- [M2: Systems and Scale]:\n- [ ] [M2: Systems and Scal]:',
  'colon behind a citation in a footnote': 'In 2025.[^1]\n\n[^1]: [M2: Systems and Scal]:',
  'colon behind an underlined citation': '[M2: Systems and Scale]:\n---\n\nTBD',
  'colon behind a mention': '[My systems and scale]:',
  comment: '<!-- career-ladder-disable-next-line no-evidence -->\nIn 2025.',
};

suite('silencing a finding where it stands', () => {
  for (const [place, body] of Object.entries(faults)) {
    for (const [ends, lineBreak] of [
      ['', '\n'],
      [', CRLF', '\r\n'],
    ]) {
      test(`silences just that: ${place}${ends}`, () => {
        const text = `---\npromotion: M1 to M2\n---\n\n${body}\n\nThe end.\n`.replaceAll(
          '\n',
          lineBreak ?? '',
        );
        assert.deepEqual(consequences(text), { changes: [], loud: [] });
      });
    }
  }

  test('silences just that: what Markdown reads otherwise in a guide', () => {
    const shifts = '| M1 | M2 |\n|---|---|\n| One | Two |';
    const signals = '- Any one\n- Every one';
    const text = [
      '# M1 to M2\n\n## The Core Shift\n',
      shifts,
      '\n## Key Capabilities\n\n### Systems\n\n**What this looks like:**\n',
      signals,
      '\n**How to develop this:**\n\n- Write\n',
    ].join('\n');
    for (const slip of [
      text.replace('|---|---|\n', ''),
      text.replace('|---|---|', '|---|'),
      text.replace(' M2 |\n', ' M2 |\n\n'),
      text.replace('|---|---|\n', '|---|---|\n\n'),
      text.replace('- Any', '      - Any'),
    ]) {
      const [before, ladder] = readAlone(slip);
      const finding = before.find(({ message }) => message.startsWith('Markdown '));
      const document = documentOf(slip, ladder);
      const edit = finding && silenceHere(finding, document);
      assert.ok(edit !== undefined, slip);
      const [after, silenced] = readAlone(edited(slip, [edit]));
      assert.equal(after.length, before.length - 1, edited(slip, [edit]));
      assert.deepEqual(withoutLines(silenced), withoutLines(ladder));
    }
  });

  test('silences what stands in front matter', () => {
    for (const value of [
      'M1 to M7',
      '"M1 to M7"',
      'M2   ',
      'M2 # soon',
      'M1\n  to M7',
      '"M1\n  to M7"',
      '>-\n  M1\n  to M7',
      '|\n  M2\ntitle: x',
      'M2 # career-ladder-disable-next-line\ntitle: x',
      'M2\ntitle: "x',
      'M2\ntitle: x\ntitle: y',
    ]) {
      assert.deepEqual(
        consequences(`---\npromotion: ${value}\n---\n\nText.\n`),
        { changes: [], loud: [] },
        value,
      );
    }
  });

  test('adds the rule to a comment that is there', () => {
    const gaps = ladder.levels[1]?.capabilities.map(({ name }) => `missing-capability(${name})`) ?? [];
    assert.equal(
      silencedOneByOne('---\npromotion: M1 to M2\n---\n', ladder).text,
      `---\npromotion: M1 to M2 # career-ladder-disable-line ${gaps.join(' ')}\n---\n`,
    );
    for (const [body, after] of [
      [
        '2025 [M7: X] [M2: Y]',
        '2025 [M7: X] [M2: Y] <!-- career-ladder-disable-line unknown-level unknown-capability -->',
      ],
      [
        '## [M7: X] [M2: Y] ##',
        '<!-- career-ladder-disable-next-line unknown-level unknown-capability -->\n## [M7: X] [M2: Y] ##',
      ],
      [
        '2025 <!-- career-ladder-disable-line no-evidence-->',
        '2025 <!-- career-ladder-disable-line no-evidence unused-disable-->',
      ],
    ]) {
      const head = '---\npromotion: M2 # career-ladder-disable-line missing-capability\n---\n\n';
      assert.equal(silencedOneByOne(`${head}${body}\n`, ladder).text, `${head}${after}\n`);
    }
  });

  test('is not offered where a comment could not name the capability', () => {
    const names = ['A) B', 'C (D', 'E (F)', 'G (H (I))', 'J -- # <K>: L'];
    const { text, loud } = silencedOneByOne('---\npromotion: M2\n---\n', ladderWith(['M1 to M2'], names));
    assert.equal(loud.length, 3, text);
    assert.match(text, /missing-capability\(E \(F\)\) missing-capability\(J -- # : L\)$/mu);
  });

  test('is not offered where no comment can stand', () => {
    const text = '---\npromotion: M1 to M2\n---\n\n- In 2025.\n- [M2: Systems\n  and Scal] in 2024.\n';
    assert.deepEqual(consequences(text), { changes: [], loud: ['unknown-capability «Systems\n  and Scal»'] });
    assert.deepEqual(
      consequences('---\npromotion: M1 to M2\n---\n\n2025[^1]\n\n[^1]: [M2: Systems\n    and Scal]\n'),
      { changes: [], loud: ['unknown-capability «Systems\n    and Scal»'] },
    );
    assert.deepEqual(consequences('---\npromotion: M1 to M2\n---\n\n[M2:\nSystems and Scal]:\n'), {
      changes: [],
      loud: ['unknown-capability «Systems and Scal»'],
    });
    const definition =
      '---\npromotion: M1 to M2\n---\n\n2025: [M2: Systems and Scale]\n\n[M2: Systems and Scale]:\nold.md#x\n';
    assert.deepEqual(consequences(definition).loud, ['stale-definition «old.md#x»']);
  });
});
