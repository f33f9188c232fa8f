import assert from 'node:assert/strict';
import { commands, extensions, languages, Uri, workspace } from 'vscode';
import { eventually } from '../../../extension/lib/eventually';
import { promotionText } from '../../promotionText';

const documents = 1000;
/** As many are open at once. */
const batch = 20;

const folder = workspace.workspaceFolders?.[0] ?? assert.fail('no folder is open');
const uris = Array.from({ length: documents }, (_, at) =>
  Uri.joinPath(folder.uri, 'promotions', `case-${at}.md`),
);

suite('opening and closing documents', function () {
  this.timeout(280_000);

  test('leaves nothing behind', async () => {
    await write();
    await extensions.getExtension('career-ladder.career-ladder')?.activate();
    await commands.executeCommand('careerLadder.ladder.focus');
    // What VS Code and the extension keep once is there by then.
    await openAndClose(uris.slice(0, 5 * batch));
    const before = heapUsed();
    await openAndClose(uris);
    const after = heapUsed();
    // For the benchmark, which reads this line.
    console.log(`heap ${JSON.stringify({ before, after })}`);
  });
});

async function write(): Promise<void> {
  const capabilities = ['Feature Ownership', 'Mentoring', 'Reviews'].map((name) => ({ level: 'IC4', name }));
  for (const [at, uri] of uris.entries()) {
    const text = promotionText(capabilities, 8000).replace('promotion: M1 to M2', 'promotion: IC3 to IC4');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(`${text}\nCase ${at}\n`));
  }
}

async function openAndClose(all: readonly Uri[]): Promise<void> {
  for (let at = 0; at < all.length; at += batch) {
    const some = all.slice(at, at + batch);
    for (const uri of some) {
      // Not by the API that hands documents out, which keeps them for minutes.
      await commands.executeCommand('vscode.open', uri, { preview: false });
    }
    await eventually(() => assert.ok(some.every((uri) => languages.getDiagnostics(uri).length > 0)));
    await commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => assert.deepEqual(openAmong(some), []));
  }
  await eventually(() => assert.ok(all.every((uri) => languages.getDiagnostics(uri).length === 0)));
}

function openAmong(some: readonly Uri[]): readonly string[] {
  const known = new Set(some.map(String));
  return workspace.textDocuments.map(({ uri }) => uri.toString()).filter((uri) => known.has(uri));
}

/** The extension host's heap after a forced collection; the suite is for Node's host alone. */
function heapUsed(): number {
  const { process } = globalThis;
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  const collect = process.getBuiltinModule('node:vm').runInNewContext('gc');
  for (let run = 0; run < 4; run += 1) {
    collect();
  }
  return process.memoryUsage().heapUsed;
}
