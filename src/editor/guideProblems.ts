import { type Disposable, type ExtensionContext, languages, Uri, workspace } from 'vscode';
import { checkGuideFile } from '../core/check/checkGuideFile';
import { ruleSettings, toDiagnostic } from './diagnostics';
import { registerAll } from './disposables';
import { guideSettingName } from './guides/guideSetting';
import type { LadderSnapshot, Ladders } from './guides/ladders';

/** Registers the diagnostics on guides: once a ladder has been read, its problems are kept up to date. */
export function registerGuideProblems(context: ExtensionContext, ladders: Ladders): Disposable {
  const collection = languages.createDiagnosticCollection('careerLadder.guides');
  const publish = ({ shown }: LadderSnapshot): void => {
    collection.clear();
    // Two folders may share a guide; then the ladder of the first speaks for it.
    const told = new Set<string>();
    for (const { ladder } of shown.filter(({ isBuiltIn }) => !isBuiltIn)) {
      for (const guide of ladder.guides.filter(({ path }) => !told.has(path))) {
        told.add(guide.path);
        const uri = Uri.parse(guide.path, true);
        const findings = checkGuideFile(guide, ladder, ruleSettings(uri));
        collection.set(
          uri,
          findings.map((finding) => toDiagnostic(finding, guide.source, context)),
        );
      }
    }
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
