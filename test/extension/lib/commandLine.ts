import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity, FileType, languages, Uri, workspace } from 'vscode';
import { ruleOf } from './diagnostics';
import { eventually } from './eventually';

/** Holds what the editor shows for the files of the window's folder against what `career-ladder check` prints. */
export function suiteOfAgreement(): void {
  suite('the editor and the command line', () => {
    test('find the same in each file', async () => {
      const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
      const files = await markdownFiles(folder);
      assert.ok(files.length > 0);
      for (const file of files) {
        await workspace.openTextDocument(file);
      }
      const printed = checkedByCommandLine.map(({ suggestions, ...finding }) => finding);
      await eventually(() => {
        const shown = files.flatMap((file) =>
          languages
            .getDiagnostics(file)
            .filter(({ source }) => source === 'Career Ladder')
            .map((one) => asPrinted(one, file.path.slice(folder.path.length + 1))),
        );
        assert.deepEqual(sorted(shown), sorted(printed));
      });
    });
  });
}

function asPrinted(diagnostic: Diagnostic, path: string): Omit<CheckedFinding, 'suggestions'> {
  const { range, severity, message } = diagnostic;
  return {
    path,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    rule: String(ruleOf(diagnostic)),
    severity: DiagnosticSeverity[severity].toLowerCase(),
    message,
  };
}

/** As text, since several findings may stand at one place. */
function sorted(findings: readonly object[]): readonly string[] {
  return findings.map((finding) => JSON.stringify(finding)).sort();
}

/** The Markdown files below a folder, without hidden ones. */
async function markdownFiles(folder: Uri): Promise<readonly Uri[]> {
  const entries = await workspace.fs.readDirectory(folder);
  const found = await Promise.all(
    entries
      .filter(([name]) => !name.startsWith('.'))
      .map(async ([name, type]) => {
        const uri = Uri.joinPath(folder, name);
        return type === FileType.Directory ? markdownFiles(uri) : name.endsWith('.md') ? [uri] : [];
      }),
  );
  return found.flat();
}
