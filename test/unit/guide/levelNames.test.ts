import assert from 'node:assert/strict';
import { trackOf } from '../../../src/core/guide/levels/levelIds';
import { knownLevelName, levelNameWithin } from '../../../src/core/guide/levels/levelNames';
import { parsePair, parsePairOfSmallIds } from '../../../src/core/guide/levels/levelPairs';
import { stepsInText, titlesBeforeIds } from '../../../src/core/guide/levels/levelsInProse';

/** "M1 (Title)", the id or the title alone, or "" where none was read. */
function written(
  name: { readonly id: string | undefined; readonly title: string | undefined } | undefined,
): string {
  const { id, title } = name ?? { id: undefined, title: undefined };
  return id !== undefined && title !== undefined ? `${id} (${title})` : (id ?? title ?? '');
}

suite('two levels in a line', () => {
  const lines: Readonly<Record<string, string>> = {
    'Progression Guide: M1 to M2': 'M1 > M2',
    'From L4 to L5': 'L4 > L5',
    'IC3 to IC4 Progression Guide': 'IC3 > IC4',
    'Moving from IC3 → IC4': 'IC3 > IC4',
    'IC6 -> M1': 'IC6 > M1',
    'M1 - M2': 'M1 > M2',
    'M1–M2': 'M1 > M2',
    'Career guide, M2 — M3': 'M2 > M3',
    'Growth Guide — E5 → E6': 'E5 > E6',
    'L4 → L5: Becoming a Senior Engineer': 'L4 > L5',
    'M1 (Engineering Manager) → M2 (Senior Engineering Manager)':
      'M1 (Engineering Manager) > M2 (Senior Engineering Manager)',
    'Progression Guide: Engineer II (L4) to Senior Engineer (L5)': 'L4 (Engineer II) > L5 (Senior Engineer)',
    'M1 – Engineering Manager to M2 – Senior Engineering Manager':
      'M1 (Engineering Manager) > M2 (Senior Engineering Manager)',
    'Engineer II to Senior Engineer (L4 → L5)': 'L4 (Engineer II) > L5 (Senior Engineer)',
    'L4 → L5 (Engineer II → Senior Engineer)': 'L4 (Engineer II) > L5 (Senior Engineer)',
    'Engineer II, L4 → Senior Engineer, L5': 'L4 (Engineer II) > L5 (Senior Engineer)',
    'Engineering Manager → Senior Engineering Manager': 'Engineering Manager > Senior Engineering Manager',
    'E4 → E5: Engineer → Senior Engineer:': 'E4 (Engineer) > E5 (Senior Engineer)',
    'Progression Guide: Senior to Staff': 'Senior > Staff',
    'Career Progression: Level 3 to Level 4': 'Level 3 > Level 4',
    'L4 → L5: Engineer II to Senior Engineer': 'L4 (Engineer II) > L5 (Senior Engineer)',
    'Signalling Technician to Signalling Supervisor (Step 2 → Step 3)':
      'Step 2 (Signalling Technician) > Step 3 (Signalling Supervisor)',
    'Band C to Band D (Test Engineer to Quality Lead)': 'Band C (Test Engineer) > Band D (Quality Lead)',
    'Level 3 to Level 4 (Doing to Leading)': 'Level 3 > Level 4',
    'Development Guideline TE-3 / TE-4': 'TE-3 > TE-4',
    'Interviews for L4/L5': '',
    'Writer / Editor': '',
    'Phase 1 to Phase 2 (Pilot to Rollout)': '',
    'Step 3 to Step 4 (Build Image to Push Image)': '',
    'Grade 3 to Grade 4 (Arithmetic to Fractions)': 'Grade 3 > Grade 4',
    'Writer (II) to Senior Writer (III)': 'II (Writer) > III (Senior Writer)',
    'Moving from product manager (SEO) to senior product manager (G7)':
      'SEO (product manager) > G7 (senior product manager)',
    'Moving from the warehouse (UK) to the office (US)': '',
    'Analyst (Grade 7) → Analyst (Grade 8)': 'Grade 7 (Analyst) > Grade 8 (Analyst)',
    'Level 4 – Level 5 Progression Guide': 'Level 4 > Level 5',
    'Growing from Support Specialist to Support Lead': 'Support Specialist > Support Lead',
    'Progression guide Level 3 → Level 4: on your own': 'Level 3 > Level 4',
    'Acme | Growth | M1 > M2': 'M1 > M2',
    'Home > Career Guides': '',
    'Lead (Interim) → Manager (Interim)': 'Lead (Interim) > Manager (Interim)',
    'PM Career Guide — Lead PM (PM4) to Director of Product (PM5)':
      'PM4 (Lead PM) > PM5 (Director of Product)',
    'Warehouse Ladder / Shift Lead (W3) ➜ Site Lead (W4)': 'W3 (Shift Lead) > W4 (Site Lead)',
    'Progression notes, Developer (B2) → Senior Developer (B3)': 'B2 (Developer) > B3 (Senior Developer)',
    'L5 to L5.5': 'L5 > L5.5',
    'SWE_3 → SWE_4': 'SWE_3 > SWE_4',
    'Engineer (SRE-L3) to Senior Engineer (SRE-L4)': 'SRE-L3 (Engineer) > SRE-L4 (Senior Engineer)',
    'P3-1 → P3-2': 'P3-1 > P3-2',
    'E4a–E4b': 'E4a > E4b',
    'TL1-A (Lead) → TL1-B (Principal)': 'TL1-A (Lead) > TL1-B (Principal)',
    'IC_Senior → IC_Staff': 'IC_Senior > IC_Staff',
    'Level IV → Level V': 'Level IV > Level V',
    'Nurse (Band C) → Charge Nurse (Band D)': 'Band C (Nurse) > Band D (Charge Nurse)',
    '🪜 Grade 7 → Grade 6': 'Grade 7 > Grade 6',
    'Career Path P-4 to P-5 {#career-path}': 'P-4 > P-5',
    'Paramedics | Tier 2 → Tier 3': 'Tier 2 > Tier 3',
    'Phase 1 to Phase 2': '',
    'Rollout | Phase 1 → Phase 2': '',
    'How to contribute': '',
    'Migrating from v1 to v2': '',
    M2: '',
    'M2 to M2': '',
  };
  for (const [line, expected] of Object.entries(lines)) {
    test(line, () => {
      const pair = parsePair(line);
      assert.equal(pair === undefined ? '' : `${written(pair.from)} > ${written(pair.to)}`, expected);
    });
  }
});

suite('one level in a table header', () => {
  const cells: Readonly<Record<string, string>> = {
    M1: 'M1',
    'M1 (Engineering Manager)': 'M1 (Engineering Manager)',
    'Engineering Manager (M1)': 'M1 (Engineering Manager)',
    'M1: Engineering Manager': 'M1 (Engineering Manager)',
    'M1 Engineering Manager': 'M1 (Engineering Manager)',
    'M1 (Lead: Platform)': 'M1 (Lead: Platform)',
    'M1 (Lead: Leads a team)': 'M1',
    'M1 (Today: Platform)': 'M1',
    'At M1': 'M1',
    'Lead Engineer (L5.5)': 'L5.5 (Lead Engineer)',
    'L4-5': 'L4-5',
    'M1 today': 'M1',
    'Current (M1)': 'M1',
    Before: '',
    'M1 and M2': '',
  };
  for (const [cell, expected] of Object.entries(cells)) {
    test(cell, () => assert.equal(written(levelNameWithin(cell)), expected));
  }
});

test('a step in running text is two levels joined by from and to', () => {
  const [step, ...others] = stepsInText(
    'The way from M1 (Engineering Manager) to M2 is long; M3 comes later.',
  );
  assert.deepEqual(others, []);
  assert.equal(`${written(step?.from)} > ${written(step?.to)}`, 'M1 (Engineering Manager) > M2');
  assert.deepEqual(stepsInText('M1 and M2 differ.'), []);
});

test('ids in small letters are read where a guide is sure, as ids of one track', () => {
  assert.equal(parsePairOfSmallIds('growing from l4 to l5')?.to.id, 'L5');
  assert.equal(parsePairOfSmallIds('moving from s3 to r2'), undefined);
});

test('a name that is known is found without the form of an id', () => {
  assert.equal(written(knownLevelName('Level 3 (Analyst)', ['Level 3', 'Level 4'])), 'Level 3 (Analyst)');
  assert.equal(written(knownLevelName('l4', ['L4'])), 'L4');
  assert.equal(written(knownLevelName('Analyst (Level 3)', ['Level 3', 'Level 4'])), 'Level 3 (Analyst)');
  assert.equal(knownLevelName('Level 4 (Analyst)', ['Analyst']), undefined);
  assert.equal(knownLevelName('Level 30', ['Level 3']), undefined);
});

test('a track is the letters of an id', () => {
  assert.equal(trackOf('IC12'), 'IC');
  assert.equal(trackOf('L5.5'), 'L');
  assert.equal(trackOf('SWE_3'), 'SWE');
  assert.equal(trackOf('IC-12'), 'IC');
  assert.equal(trackOf('Staff Engineer'), '');
  assert.equal(trackOf('Level 3'), '');
  assert.equal(trackOf('Post-COVID-19'), '');
});

suite('titles before ids in running text', () => {
  const titles = (text: string, ...ids: readonly string[]): readonly string[] =>
    titlesBeforeIds(text, ids).map(written);

  test('may have ids or counts behind them', () => {
    assert.deepEqual(titles('The step from an Engineer (L4) to a Senior Engineer (L5).', 'L4', 'L5'), [
      'L4 (Engineer)',
      'L5 (Senior Engineer)',
    ]);
    assert.deepEqual(titles('A Technical Author (Grade 7) may apply here (Grade 8).', 'Grade 7', 'Grade 8'), [
      'Grade 7 (Technical Author)',
    ]);
  });

  test('are no part of a title that a comma cuts', () => {
    assert.deepEqual(titles('A Senior Data Engineer, Platform (DP-4) keeps it running.', 'DP-4', 'DP-5'), []);
  });
});
