import assert from 'node:assert/strict';
import { ConfigurationTarget, extensions, Uri, workspace } from 'vscode';
import { Ladders } from '../../../src/editor/guides/ladders';
import { eventually } from '../lib/eventually';
import { watching } from '../lib/watching';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const text = '# Progression Guide: S1 to S2\n\n## Key Capabilities\n\n### Poise\n\n- It shows\n';

async function write(path: string): Promise<void> {
  await workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
}

/** What of the folder a ladder is made of. */
async function guides(ladders: Ladders): Promise<readonly string[]> {
  const { shown } = await ladders.get();
  const top = `${folder.toString()}/`;
  return shown.flatMap(({ ladder }) => ladder.guides).map(({ path }) => path.replace(top, ''));
}

suite('the files that a setting means', () => {
  const setting = workspace.getConfiguration('careerLadder');
  let ladders: Ladders;

  setup(async () => {
    await watching(folder);
    const { extensionUri } = extensions.getExtension('career-ladder.career-ladder') ?? assert.fail();
    ladders = new Ladders({ extensionUri });
  });

  teardown(async () => {
    ladders.dispose();
    await setting.update('guides', undefined, ConfigurationTarget.Workspace);
  });

  test('are sought in no packages that are installed below, but where it leads into one', async () => {
    await write('node_modules/ladder/guides/s1-to-s2.md');
    await write('node_modules/ladder/node_modules/other/s1-to-s2.md');
    try {
      await setting.update('guides', ['**/*.md'], ConfigurationTarget.Workspace);
      assert.deepEqual(await guides(ladders), [
        'guides/ic3-to-ic4.md',
        'guides/ic4-to-ic5.md',
        'guides/ic5-to-m1.md',
      ]);
      await setting.update('guides', ['node_modules/ladder'], ConfigurationTarget.Workspace);
      await eventually(async () =>
        assert.deepEqual(await guides(ladders), ['node_modules/ladder/guides/s1-to-s2.md']),
      );
    } finally {
      await workspace.fs.delete(Uri.joinPath(folder, 'node_modules'), { recursive: true });
    }
  });

  for (const entry of ['ladder/*/*.md', 'ladder/{staff,lead}/s?-to-[r-t]?.md']) {
    test(`have names in any case, for ${entry}`, async () => {
      await write('ladder/Staff/S1-TO-S2.MD');
      try {
        await setting.update('guides', [entry], ConfigurationTarget.Workspace);
        assert.deepEqual(await guides(ladders), ['ladder/Staff/S1-TO-S2.MD']);
      } finally {
        await workspace.fs.delete(Uri.joinPath(folder, 'ladder'), { recursive: true });
      }
    });
  }

  test('are read anew once the setting says in what encoding they are', async () => {
    const [encoding, file] = [
      workspace.getConfiguration('files'),
      Uri.joinPath(folder, 'guides/s1-to-s2.md'),
    ];
    const bytes = Uint8Array.from(text.replace('Poise', 'Présence'), (character) => character.charCodeAt(0));
    await workspace.fs.writeFile(file, bytes);
    // So that it is not read anew for having come.
    await watching(folder);
    const hasIt = async (): Promise<boolean> =>
      (await ladders.get()).shown.some(({ ladder }) =>
        ladder.levels.some(({ capabilities }) => capabilities.some(({ name }) => name === 'Présence')),
      );
    try {
      assert.equal(await hasIt(), false);
      await encoding.update('encoding', 'windows1252', ConfigurationTarget.Workspace);
      await eventually(async () => assert.ok(await hasIt()));
    } finally {
      await encoding.update('encoding', undefined, ConfigurationTarget.Workspace);
      await workspace.fs.delete(file);
    }
  });

  for (const name of ['guides/eng.platform', '.career']) {
    test(`go and come with a folder called ${name}`, async () => {
      await setting.update('guides', ['guides', '.career/x'], ConfigurationTarget.Workspace);
      const file = name === '.career' ? `${name}/x/s1-to-s2.md` : `${name}/s1-to-s2.md`;
      await write(file);
      const moved = Uri.joinPath(folder, 'drafts');
      try {
        await eventually(async () => assert.ok((await guides(ladders)).includes(file)));
        await workspace.fs.rename(Uri.joinPath(folder, name), moved);
        await eventually(async () => assert.ok(!(await guides(ladders)).includes(file)));
        await workspace.fs.rename(moved, Uri.joinPath(folder, name));
        await eventually(async () => assert.ok((await guides(ladders)).includes(file)));
      } finally {
        await workspace.fs.delete(Uri.joinPath(folder, name), { recursive: true });
      }
    });
  }
});
