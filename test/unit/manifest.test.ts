import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import snippets from '../../media/snippets.json';
import manifest from '../../package.json';
import { root } from '../../scripts/lib/paths.mjs';
import { defaultSeverities } from '../../src/core/rules';
import { defaultGuidePatterns } from '../../src/core/workspace/guidePatterns';
import { filesBelow, ladderOf, readText } from './support/files';

const { commands, menus, views, viewsContainers, viewsWelcome, configuration } = manifest.contributes;
const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readText(path.join('src', file)))
  .join('\n');
const commandIds: readonly string[] = commands.map(({ command }) => command);
const viewIds = Object.values(views).flatMap((group) => group.map(({ id }) => id));

/** The `careerLadder.…` names in a text that are set off by quotes or by what surrounds them in a clause. */
function ownNames(text: string): readonly string[] {
  return [...text.matchAll(/careerLadder\.\w+/g)].map(([name]) => name);
}

suite('the manifest', () => {
  test('declares just the commands that are registered', () => {
    const registered = [...sources.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, id]) => id);
    assert.deepEqual(new Set(registered), new Set(commandIds));
  });

  test('wakes up for just the panels that it brings back', () => {
    const restored = [...sources.matchAll(/const panelType = '([^']+)'/g)].map(([, type]) => type);
    assert.deepEqual(
      manifest.activationEvents.filter((event) => event.startsWith('onWebviewPanel:')),
      restored.map((type) => `onWebviewPanel:${type}`),
    );
  });

  test('gives every command a title, a category and the prefix of the extension', () => {
    for (const { command, title, category } of commands) {
      assert.ok(command.startsWith('careerLadder.') && title !== '' && category === 'Career Ladder', command);
    }
  });

  test('declares just the views that are created, in a container that exists', () => {
    const created = [...sources.matchAll(/const viewId = '([^']+)'/g)].map(([, id]) => id);
    assert.deepEqual(new Set(created), new Set(viewIds));
    const containers: readonly string[] = viewsContainers.activitybar.map(({ id }) => id);
    assert.ok(Object.keys(views).every((id) => containers.includes(id)));
  });

  test('names only icons that are there', () => {
    for (const icon of [manifest.icon, ...viewsContainers.activitybar.map((container) => container.icon)]) {
      assert.ok(existsSync(path.join(root, icon)), icon);
    }
  });

  test('fills its menus with declared commands, under conditions that somebody sets', () => {
    const contexts = [...sources.matchAll(/'setContext', '([^']+)'/g)].map(([, key]) => key);
    const panels = [...sources.matchAll(/const panelType = '([^']+)'/g)].map(([, type]) => type);
    for (const { command, when } of Object.values(menus).flat()) {
      assert.ok(commandIds.includes(command), command);
      for (const name of ownNames(when)) {
        assert.ok(
          [...viewIds, ...contexts, ...panels].includes(name),
          `${name} in the menu entry of ${command}`,
        );
      }
    }
  });

  test('offers what works on the promotion document that the views follow while something else is in front', () => {
    const ids = filesBelow('src/editor', '.ts')
      .map(readText)
      .filter((source) => /\b(?:activePromotion|promotionInReach)\(promotions, shown\)/.test(source))
      .flatMap((source) => [...source.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, id]) => id));
    assert.ok(ids.length >= 3);
    const shown = 'careerLadder.promotionShown';
    // Other Markdown may be meant as one: the command tells why there is no ladder for it.
    const withoutLadder = 'editorLangId == markdown && careerLadder.emptyReason';
    for (const { command, when } of menus.commandPalette.filter((entry) => ids.includes(entry.command))) {
      assert.ok([shown, `${withoutLadder} || ${shown}`].includes(when), command);
    }
  });

  test('has words for each view while nothing is known yet', () => {
    const unless = viewsWelcome
      .filter(({ when }) => /^!\S+(?: && !\S+)*$/.test(when))
      .map(({ view }) => view);
    assert.deepEqual(new Set(unless), new Set(viewIds));
  });

  test('names no levels beside a ladder, which may have others', () => {
    const { levels } = ladderOf('guides');
    const beside = viewsWelcome.filter(({ when }) => when.includes('!careerLadder.emptyReason'));
    assert.ok(beside.length > 0 && levels.length > 0);
    for (const { contents } of beside) {
      assert.deepEqual(
        levels.filter(({ id }) => contents.includes(id)),
        [],
        contents,
      );
    }
  });

  test('welcomes for every reason there is, with commands that exist', () => {
    const [, reasons = ''] = /type EmptyReason = ([^;]+);/.exec(sources) ?? [];
    const welcomed = viewsWelcome
      .filter(({ view }) => view === 'careerLadder.ladder')
      .flatMap(({ when }) => /== (\w+)$/.exec(when)?.[1] ?? []);
    assert.deepEqual(
      new Set(welcomed),
      new Set([...reasons.matchAll(/'(\w+)'/g)].map(([, reason]) => reason)),
    );
    const linked = viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/command:(careerLadder\.\w+)/g)].map(([, id]) => id ?? ''),
    );
    assert.ok(linked.every((id) => commandIds.includes(id)));
  });

  test('declares just the settings that are read, with the defaults that the code has', () => {
    const declared = Object.keys(configuration.properties);
    const read = new Set(
      [...sources.matchAll(/getConfiguration\('careerLadder'[^)]*\)\s*\.get(?:<[^(]+>)?\('(\w+)'/g)].map(
        ([, name]) => `careerLadder.${name}`,
      ),
    );
    assert.deepEqual(new Set(declared), read);
    assert.deepEqual(configuration.properties['careerLadder.guides'].default, defaultGuidePatterns);
  });

  test('describes every rule in the settings and in the README', () => {
    const rules = configuration.properties['careerLadder.rules'].properties;
    assert.deepEqual(
      Object.fromEntries(Object.entries(rules).map(([rule, schema]) => [rule, schema.default])),
      defaultSeverities,
    );
    for (const rule of Object.keys(rules)) {
      assert.ok(readText('README.md').includes(`<a id="${rule}"></a>`), rule);
    }
  });

  test('contributes just the snippets that the README names', () => {
    assert.deepEqual(
      manifest.contributes.snippets.map(({ path: file }) => path.join(root, file)),
      [path.join(root, 'media/snippets.json')],
    );
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    const named = [...readText('README.md').matchAll(/^\| `(promo[\w-]*)` \|/gmu)].map(([, name]) => name);
    assert.deepEqual(prefixes, named);
  });

  test('names every command and every setting in the README', () => {
    const readme = readText('README.md');
    for (const { command, title } of commands.filter((one) => one.command !== 'careerLadder.copyText')) {
      assert.ok(readme.includes(title), command);
    }
    for (const setting of Object.keys(configuration.properties)) {
      assert.ok(readme.includes(`\`${setting}\``), setting);
    }
  });
});
