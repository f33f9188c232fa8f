import assert from 'node:assert/strict';
import { commands, extensions, type Location, languages, Uri, workspace } from 'vscode';
import { eventually } from '../../../extension/lib/eventually';
import { promotionText } from '../../promotionText';

const documents = 1000;
const cited = 'Feature Ownership (Idea to Retirement)';
/** Opened at once. */
const batch = 25;
/** VS Code closes what an extension opened once it has opened as many others: 50, to be safe some more. */
const enoughOthers = 75;

const folder = workspace.workspaceFolders?.[0] ?? assert.fail('no folder is open');
const cases = urisOf('promotions/case', '.md', documents);
const others = urisOf('other/note', '.txt', enoughOthers);

suite('opening and closing documents', function () {
  this.timeout(280_000);

  test('leaves nothing behind', async () => {
    const capabilities = [cited, 'Mentoring', 'Reviews'].map((name) => ({
      level: 'IC4',
      name,
    }));
    const text = promotionText(capabilities, 8000).replace('promotion: M1 to M2', 'promotion: IC3 to IC4');
    await write(cases, (at) => `${text}\nCase ${at}\n`);
    await write(others, (at) => `Note ${at}\n`);
    await extensions.getExtension('career-ladder.career-ladder')?.activate();
    await commands.executeCommand('careerLadder.ladder.focus');
    assert.ok((await references()) >= documents);
    // By then there is all that VS Code and the extension keep only once.
    await openAndClose(cases.slice(0, 4 * batch));
    const before = heapUsed();
    await openAndClose(cases);
    const after = heapUsed();
    // For the benchmark, which reads this line.
    console.log(`heap ${JSON.stringify({ before, after })}`);
  });
});

/** How many references there are to what all documents cite; the index is kept up from the first call on. */
async function references(): Promise<number> {
  const guide = await workspace.openTextDocument(Uri.joinPath(folder.uri, 'guides/ic3-to-ic4.md'));
  const heading = guide.positionAt(guide.getText().indexOf(cited));
  const found: readonly Location[] = await commands.executeCommand(
    'vscode.executeReferenceProvider',
    guide.uri,
    heading,
  );
  return found.length;
}

function urisOf(name: string, suffix: string, count: number): readonly Uri[] {
  return Array.from({ length: count }, (_, at) => Uri.joinPath(folder.uri, `${name}-${at}${suffix}`));
}

async function write(uris: readonly Uri[], textOf: (at: number) => string): Promise<void> {
  await Promise.all(uris.map((uri, at) => workspace.fs.writeFile(uri, new TextEncoder().encode(textOf(at)))));
}

async function openAndClose(uris: readonly Uri[]): Promise<void> {
  for (let at = 0; at < uris.length; at += batch) {
    const some = uris.slice(at, at + batch);
    await Promise.all(some.map((uri) => workspace.openTextDocument(uri)));
    await eventually(() => assert.ok(some.every((uri) => languages.getDiagnostics(uri).length > 0)));
  }
  for (const uri of others) {
    await workspace.openTextDocument(uri);
  }
  const closed = new Set(uris.map(String));
  await eventually(() => {
    assert.ok(workspace.textDocuments.every(({ uri }) => !closed.has(uri.toString())));
    assert.ok(uris.every((uri) => languages.getDiagnostics(uri).length === 0));
  });
}

/** The extension host's heap after a forced collection. There is a `process` in Node's host, which this is for. */
function heapUsed(): number {
  const { process } = globalThis;
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  const collect = process.getBuiltinModule('node:vm').runInNewContext('gc');
  for (let run = 0; run < 4; run += 1) {
    collect();
  }
  return process.memoryUsage().heapUsed;
}
