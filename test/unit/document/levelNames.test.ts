import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { LevelNames } from '../../../src/core/citations/levelNames';
import { splitLabel } from '../../../src/core/citations/splitLabel';
import { trackOf } from '../../../src/core/guide/levels/levelIds';
import type { Level } from '../../../src/core/ladder/model';
import { runs } from '../support/effort';

const names = levelNames({
  M1: 'Engineering Manager',
  M2: 'Director: Platform',
  IC3: 'Lead',
  S3: 'Lead',
  Staff: 'Staff',
  Große: 'Große R&D – “Straße”',
});

/** The level that a label names and what is left for the name; a lookalike with a question mark. */
function split(label: string): string | undefined {
  const parts = splitLabel(label, names);
  const { level } = parts ?? {};
  return (
    parts && `${level?.kind === 'level' ? level.level.id : `${level?.text}?`}|${label.slice(parts.colon + 1)}`
  );
}

suite('the level of a citation', () => {
  test('stands before the first colon that leaves one on its left', () => {
    assert.equal(split('M1: x'), 'M1| x');
    assert.equal(split('m1 :x: y'), 'M1|x: y');
    assert.equal(split('Director: Platform: x'), 'M2| x');
    assert.equal(split('Director\\: Platform: x'), 'M2| x');
    assert.equal(split('note: M1: x'), undefined);
    assert.equal(split('M1\\: x'), undefined);
    assert.equal(split('M1&colon; x'), undefined);
    assert.equal(split('M1\\\\: x'), undefined);
    assert.equal(split('M1'), undefined);
    assert.equal(split(':'), undefined);
  });

  test('is read regardless of case, white space, quotes, dashes, escapes and character references', () => {
    for (const label of [
      'GROSSE R&D - "STRASSE": x',
      'große r&amp;d — „straße“: x',
      'gro&szlig;e\nr\\&d &ndash; “straße”: x',
      '&#71;roße R&#x26;D – “Straße” : x',
    ]) {
      assert.equal(split(label), 'Große| x', label);
    }
  });

  test('looks like an id with the letters of a track and digits behind them', () => {
    assert.equal(split('M9: x'), 'M9?| x');
    assert.equal(split('ic12: x'), 'ic12?| x');
    for (const label of ['M: x', '9: x', 'MM9: x', 'M9b: x', 'M 9: x', 'M-9: x', 'X9: x', 'Staff9: x']) {
      assert.equal(split(label), undefined, label);
    }
  });

  test('looks like an id with a hyphen only where the ids of its track have one', () => {
    const hyphenated = levelNames({ 'IC-1': 'Engineer', 'IC-2': 'Senior Engineer' });
    for (const [label, level] of [
      ['IC-2: x', 'level'],
      ['ic-9: x', 'lookalike'],
      ['IC9: x', 'lookalike'],
      ['IC 9: x', undefined],
      ['COVID-19: x', undefined],
    ] as const) {
      assert.equal(splitLabel(label, hyphenated)?.level.kind, level, label);
    }
  });

  test('is none by a title that two levels share', () => {
    assert.equal(split('Lead: x'), undefined);
    assert.equal(split('S3: x'), 'S3| x');
    assert.deepEqual(
      names.sharing('lead').map(({ id }) => id),
      ['IC3', 'S3'],
    );
  });

  test('is found at the end of a text, the longest name first', () => {
    const nested = levelNames({ M1: 'Manager', M2: 'Senior Manager', M3: 'Head (Platform)' });
    for (const [text, among, ids, start] of [
      ['as M1', names, ['M1'], 3],
      ['**m1', names, ['M1'], 2],
      ['a Manager', nested, ['M1'], 2],
      ['a senior  manager', nested, ['M2'], 2],
      ['the Head (Platform)', nested, ['M3'], 4],
      ['Lead', names, ['IC3', 'S3'], 0],
      ['x GROSSE R&amp;D - "STRASSE"', names, ['Große'], 2],
      ['x gro&szlig;e r\\&d &ndash; “straße”', names, ['Große'], 2],
      ['x Große R&D – “Straße”', names, ['Große'], 2],
    ] as const) {
      const found = among.endOf(text);
      assert.deepEqual(
        found?.levels.map(({ id }) => id),
        ids,
        text,
      );
      assert.equal(found?.start, start, text);
      assert.equal(found.isId, /m1$/iu.test(text), text);
    }
    for (const text of ['', 'XM1', 'X-M1', 'M1 x', 'M9', 'M1:', 'M 1']) {
      assert.equal(names.endOf(text), undefined, text);
    }
  });

  test('is the same for what CommonMark takes for the same label', () => {
    const piece = fc.constantFrom(
      'M1',
      'm1',
      ' ',
      '\n',
      ':',
      '\\:',
      '\\',
      '&',
      '&amp;',
      '&szlig;',
      'ß',
      'SS',
      'große',
      'R&D',
      '–',
      '-',
      '“',
      '"',
      'ΐ',
      'ǰ',
      'İ',
      'ς',
      '[',
      '\\]',
      '&Eacute;',
      '&#58;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const label = pieces.join('');
        const folded = normalizeIdentifier(label);
        const [one, other] = [splitLabel(label, names), splitLabel(folded, names)];
        assert.deepEqual(
          one?.level.kind === 'level' ? one.level.level.id : one?.level.kind,
          other?.level.kind === 'level' ? other.level.level.id : other?.level.kind,
        );
      }),
      { numRuns: runs(2000) },
    );
  });
});

function levelNames(titles: Readonly<Record<string, string>>): LevelNames {
  return new LevelNames({
    levels: Object.entries(titles).map(
      ([id, title]) => ({ id, title, track: trackOf(id) }) as unknown as Level,
    ),
  });
}
