import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { ladderOf, markdownFiles, readText, root } from '../support/files';
import { differences } from '../support/subset';

const home = 'test/fixtures/guides';

/** The guides of a folder by name, each with what its author says should be read from it. */
function cases(folder: string): readonly string[] {
  return readdirSync(path.join(root, home, folder))
    .filter((file) => file.endsWith('.expected.json'))
    .map((file) => path.join(home, folder, file.replace('.expected.json', '')));
}

function outlineOf(name: string): ReturnType<typeof outlineJson> {
  return outlineJson(ladderOf(existsSync(path.join(root, `${name}.md`)) ? `${name}.md` : name));
}

suite('guides as other authors write them', () => {
  for (const name of cases('read')) {
    test(path.basename(name), () => {
      const expected: unknown = JSON.parse(readText(`${name}.expected.json`));
      assert.deepEqual(differences(expected, outlineOf(name)), []);
    });
  }
});

suite('broken guides', () => {
  for (const name of cases('broken')) {
    test(path.basename(name), () => {
      const { problemRules = [], ...expected } = JSON.parse(readText(`${name}.expected.json`)) as {
        readonly problemRules?: readonly (string | readonly string[])[];
      };
      const outline = outlineOf(name);
      assert.deepEqual(differences(expected, outline), []);
      const rules: readonly string[] = outline.problems.map(({ rule }) => rule);
      for (const wanted of problemRules) {
        assert.ok(
          [wanted].flat().some((rule) => rules.includes(rule)),
          `expected ${wanted} among ${rules}`,
        );
      }
    });
  }
});

suite('Markdown that only stands beside guides', () => {
  for (const file of markdownFiles(path.join(home, 'other'))) {
    test(path.basename(file), () => {
      const { levels, transitions, problems } = outlineJson(ladderOf(file));
      assert.deepEqual({ levels, transitions, problems }, { levels: [], transitions: [], problems: [] });
    });
  }
});
