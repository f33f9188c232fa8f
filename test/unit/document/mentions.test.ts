import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { tokensOf } from '../../../src/core/citations/nameTrie';
import { findMentions, type Mention } from '../../../src/core/document/mentions';
import type { Ladder } from '../../../src/core/ladder/model';
import { charactersRead } from '../support/charactersRead';
import { runs } from '../support/effort';
import { documentOf, ladderWith } from '../support/promotions';
import { markdown } from './markdownArbitrary';

const ladder = ladderWith(
  ['M1 to M2', 'M2 to M3'],
  [
    'Team',
    'Team Health',
    'Team Health and Growth',
    'Pay & Leave',
    'Mentoring / Sponsorship',
    'One-on-Ones',
    'Owner’s View',
  ],
);

function mentionsIn(text: string, of: Ladder = ladder): readonly Mention[] {
  return findMentions(documentOf(text, of), indexOf(of));
}

/** The source of each mention, with the capability it is of where that is spelled otherwise. */
function found(text: string): readonly string[] {
  return mentionsIn(text).map(({ range, capabilities }) => {
    const written = text.slice(range.start, range.end);
    const name = capabilities[0]?.name ?? '';
    return written === name ? written : `${written} = ${name}`;
  });
}

suite('mentions', () => {
  test('are looked for once in what nothing but HTML stands in', () => {
    // HTML is white space here. Once for each of its characters would take a minute.
    assert.deepEqual([...tokensOf(' '.repeat(1_000_000))], []);
    assert.deepEqual(found('<x> '.repeat(100)), []);
  });

  test('are whole words in any case, the longest name first', () => {
    assert.deepEqual(found('On team health and growth, and Team Health.'), [
      'team health and growth = Team Health and Growth',
      'Team Health',
    ]);
    assert.deepEqual(
      found('team healthy, steam health, team-health, team health-care, team_health, team  health'),
      ['team  health = Team Health'],
    );
    assert.deepEqual(found('mentoring / sponsorship and mentoring/sponsorship'), [
      'mentoring / sponsorship = Mentoring / Sponsorship',
    ]);
  });

  test('of one word need the guide’s capitals, and may not begin a sentence', () => {
    assert.deepEqual(found('Team work. Team “Team” is the team, Team. The Team: Team! Team'), [
      'Team',
      'Team',
      'Team',
    ]);
    assert.deepEqual(found('Our Team'), ['Team']);
    assert.deepEqual(found('Our TEAM'), []);
    assert.deepEqual(found('Of One-on-Ones'), ['One-on-Ones']);
    assert.deepEqual(found('Of one-on-ones'), []);
    assert.deepEqual(found('# Team\n\n- Team\n- **Team**\n\n| Team | “Team” |\n|---|---|'), []);
  });

  test('are found across lines, marks of quotes, escapes and typography', () => {
    assert.deepEqual(found('a team\nhealth b'), ['team\nhealth = Team Health']);
    assert.deepEqual(found('a team  \nhealth b'), ['team  \nhealth = Team Health']);
    assert.deepEqual(found('> a team\n> health b'), ['team\n> health = Team Health']);
    assert.deepEqual(found('- pay &amp; leave'), ['pay &amp; leave = Pay & Leave']);
    assert.deepEqual(found('\\*pay \\& leave\\*'), ['pay \\& leave = Pay & Leave']);
    assert.deepEqual(found('a\\b &amp; team health'), ['team health = Team Health']);
    assert.deepEqual(found('team health \n&amp; b'), ['team health = Team Health']);
    assert.deepEqual(found('> a\n> &#32;\n> team health &amp; b'), ['team health = Team Health']);
    assert.deepEqual(found("the owner's view"), ["owner's view = Owner’s View"]);
    assert.deepEqual(found('# team health\n\n| team health |\n|---|'), [
      'team health = Team Health',
      'team health = Team Health',
    ]);
  });

  test('within emphasis or a link say so', () => {
    const facts = (text: string): unknown =>
      mentionsIn(text).map(({ range, isPlain, isInLink }) => [
        text.slice(range.start, range.end),
        isPlain,
        isInLink,
      ]);
    assert.deepEqual(facts('**team health** _team health_'), [
      ['team health', true, false],
      ['team health', true, false],
    ]);
    assert.deepEqual(facts('*team* health'), [['team* health', false, false]]);
    assert.deepEqual(facts('team <i>health</i>'), [['team <i>health', false, false]]);
    for (const text of [
      'team\nhealth',
      '> - team\n>   health',
      'team <!-- x -->\nhealth',
      'team  \nhealth',
      '> team\\\n> health',
    ]) {
      assert.deepEqual(facts(text), [[text.slice(text.indexOf('team')), true, false]]);
    }
    assert.deepEqual(
      facts('[team health](https://x.example) [the team health][x] [team health]\n\n[x]: /x'),
      [
        ['team health', true, true],
        ['team health', true, true],
        ['team health', true, false],
      ],
    );
  });

  test('are none in citations, code, HTML, comments, front matter and images', () => {
    for (const text of [
      '[M2: Team Health]',
      '[team health][M2: Pay & Leave]',
      '`team health`',
      '    team health',
      '```\nteam health\n```',
      '<div>\nteam health\n</div>',
      '<!-- team health -->',
      '<abbr title="team health">x</abbr>',
      '---\ntitle: team health\n---',
      '![team health](x.png)',
      '[x]: team "team health"',
      'team ![x](y.png) health',
      'team `x` health',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  test('know every level that has the name', () => {
    assert.deepEqual(
      mentionsIn('team health')[0]?.capabilities.map(({ level }) => level),
      ['M2', 'M3'],
    );
  });

  test('in one long paragraph cost no more than its length', () => {
    for (const line of ['we did team health & more\n', 'we &amp; the Team did *this*, team health\n']) {
      const [short = 0, long = 0] = [100, 400].map((count) => {
        const document = documentOf(line.repeat(count), ladder);
        return charactersRead(() => findMentions(document, indexOf(ladder)));
      });
      assert.ok(short > 100 && long < 5 * short, `${short} characters read, ${long} for four times the text`);
    }
  });

  test('have ranges that hold the name, in any document', function () {
    this.timeout(60_000);
    const words = ladderWith(['M1 to M2'], ['We shipped', 'a We', '3', 'Systems and Scale']);
    let count = 0;
    fc.assert(
      fc.property(markdown, (text) => {
        const { source } = documentOf(text, words);
        for (const { range, text: seen, isPlain } of mentionsIn(text, words)) {
          count += 1;
          assert.ok(range.start < range.end);
          const written = source.slice(range);
          const unwrapped = written
            .replace(/<!--[\s\S]*?-->/gu, '')
            .replace(/\\?\s*[\r\n][\s>]*/gu, ' ')
            .replace(/\\(?=[!-/])/gu, '');
          assert.ok(!isPlain || unwrapped === seen.replace(/\s*\n\s*/gu, ' '), `${written} is not ${seen}`);
          assert.match(written, /^\S[\s\S]*\S$|^\S$/u);
        }
      }),
      { numRuns: runs(400) },
    );
    assert.ok(count > runs(500), `${count} mentions`);
  });
});
