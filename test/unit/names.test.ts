import assert from 'node:assert/strict';
import { writeCitation } from '../../src/core/citations/writeCitation';
import { nameKey } from '../../src/core/names';

suite('names', () => {
  test('are the same regardless of case, spaces, quotes, dashes, what cannot be seen and a leading number', () => {
    const key = nameKey("Building 'High-Performing' Teams");
    for (const spelling of [
      'building ‘high‑performing’  teams',
      '2. Building ’High–Performing’\nTeams',
      ' 2) BUILDING \u00a0‘High-Performing’ Teams ',
      "\ufeff2. Buil\u00adding\u200b 'High-Perfor\u00adming'\u2060 Teams",
    ]) {
      assert.equal(nameKey(spelling), key, spelling);
    }
    assert.notEqual(nameKey('Building Teams'), key);
    assert.equal(nameKey('360 Feedback'), '360 feedback');
  });

  test('are the same where capitals are spelled otherwise', () => {
    const key = nameKey('Äußere Größe');
    for (const spelling of ['ÄUSSERE GRÖSSE', 'ÄUẞERE GRÖẞE', 'a\u0308ussere Gro\u0308sse']) {
      assert.equal(nameKey(spelling), key, spelling);
    }
    for (const name of ['Äußere Größe', 'ΣΟΦΟΣ ΟΔΥΣΣΕΥΣ', 'İSTANBUL', 'ǰ', 'ﬁnance']) {
      assert.equal(nameKey(name.toUpperCase()), nameKey(name), name);
      assert.equal(nameKey(nameKey(name)), nameKey(name), name);
    }
    assert.notEqual(nameKey('Aussere Grosse'), key);
  });

  test('are cited with what Markdown would take for marks escaped', () => {
    assert.equal(writeCitation({ level: 'M2', name: 'Scale' }), '[M2: Scale]');
    assert.equal(writeCitation({ level: 'M2', name: 'A [b] \\c', signal: 3 }), '[M2: A \\[b\\] \\\\c #3]');
  });
});
