import { type Diagnostic, type Disposable, type ExtensionContext, languages, Uri, workspace } from 'vscode';
import { checkGuideFile } from '../core/check/checkGuideFile';
import { ruleSettings, toDiagnostic } from './diagnostics';
import { registerAll } from './disposables';
import { guideSettingName } from './guides/guideSetting';
import type { LadderSnapshot, Ladders } from './guides/ladders';

/** What is said of a guide; nothing once it has gone. */
type Told = [uri: Uri, diagnostics: Diagnostic[] | undefined];

/** Registers the diagnostics on guides: once a ladder has been read, its problems are kept up to date. */
export function registerGuideProblems(context: ExtensionContext, ladders: Ladders): Disposable {
  const collection = languages.createDiagnosticCollection('careerLadder.guides');
  let published: ReadonlyMap<string, Told> = new Map();
  const publish = ({ shown }: LadderSnapshot): void => {
    const told = new Map<string, Told>();
    for (const { ladder } of shown.filter(({ isBuiltIn }) => !isBuiltIn)) {
      // Two folders may share a guide; then the ladder of the first speaks for it.
      for (const guide of ladder.guides.filter(({ path }) => !told.has(path))) {
        const uri = Uri.parse(guide.path, true);
        const findings = checkGuideFile(guide, ladder, ruleSettings(uri));
        told.set(guide.path, [uri, findings.map((finding) => toDiagnostic(finding, guide.source, context))]);
      }
    }
    const gone = [...published]
      .filter(([path]) => !told.has(path))
      .map(([, [uri]]): Told => [uri, undefined]);
    published = told;
    // At once: a ladder may have hundreds of guides.
    collection.set([...gone, ...told.values()]);
  };
  const askFor = (uri: Uri): void => {
    if (ladders.peek() === undefined && ladders.isGuideFile(uri)) {
      ladders.get();
    }
  };
  const askForOpen = (): void => {
    for (const { uri } of workspace.textDocuments) {
      askFor(uri);
    }
  };
  askForOpen();
  return registerAll([
    collection,
    ladders.onDidChange(publish),
    workspace.onDidOpenTextDocument(({ uri }) => askFor(uri)),
    workspace.onDidChangeWorkspaceFolders(askForOpen),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(guideSettingName)) {
        askForOpen();
      }
      if (event.affectsConfiguration('careerLadder.rules')) {
        ladders.peek()?.then(publish);
      }
    }),
  ]);
}
