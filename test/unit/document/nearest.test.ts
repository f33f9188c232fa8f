import assert from 'node:assert/strict';
import { nearest, nearestLevels } from '../../../src/core/citations/nearest';
import { ladderOf } from '../support/files';
import { ladderWith } from '../support/promotions';

const builtIn = ladderOf('guides');
const own = ladderOf('test/samples/own-guides/guides');
const capabilities = (builtIn.levels.find(({ id }) => id === 'M2') ?? assert.fail()).capabilities.map(
  ({ name }) => name,
);

suite('the nearest name', () => {
  test('is told by its letters and by the words it shares', () => {
    const of = (name: string): readonly string[] => nearest(name, capabilities, (one) => one);
    assert.deepEqual(of('Independant People Managment'), ['Independent People Management']);
    assert.equal(of('Stakeholder Management')[0], 'Strategic Alignment and Stakeholder Management');
    assert.equal(of('systems & scale')[0], 'Systems and Scale');
    assert.equal(of('high performing teams')[0], 'Building High-Performing Teams');
    assert.deepEqual(of('Team'), ['Building High-Performing Teams']);
    assert.equal(of('How I manage')[0], 'Independent People Management');
    assert.deepEqual(of('A sys'), []);
    assert.deepEqual(of('Xyzzy'), []);
    assert.deepEqual(of(''), []);
  });

  test('of a level is one with a title like it, else one of its track', () => {
    assert.deepEqual(nearestLevels('M5', builtIn.levels), ['M3', 'M2', 'M1']);
    assert.deepEqual(nearestLevels('ic9', own.levels), ['IC5', 'IC4', 'IC3']);
    assert.equal(nearestLevels('Head of Enginering', builtIn.levels)[0], 'M3');
    assert.deepEqual(nearestLevels('X1', builtIn.levels), []);
    const { levels } = ladderWith(['SWE_3 to SWE_4', 'SWE_4 to SWE_5'], ['Craft']);
    assert.deepEqual(nearestLevels('swe_6', levels), ['SWE_5', 'SWE_4', 'SWE_3']);
  });
});
