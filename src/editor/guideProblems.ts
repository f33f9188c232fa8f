import {
  Diagnostic,
  DiagnosticRelatedInformation,
  type Disposable,
  type ExtensionContext,
  Location,
  languages,
  Uri,
  workspace,
} from 'vscode';
import type { GuidePlace } from '../core/guide/model';
import type { GuideProblem } from '../core/ladder/model';
import { type RuleSettings, severityOf } from '../core/rules';
import { registerAll } from './disposables';
import { guideSettingName } from './guides/guideSetting';
import type { LadderSnapshot, Ladders } from './guides/ladders';
import { toRange } from './positions';
import { ruleCode } from './ruleCodes';
import { diagnosticSeverities } from './severities';

/** Registers the diagnostics on guides: once a ladder has been read, its problems are kept up to date. */
export function registerGuideProblems(context: ExtensionContext, ladders: Ladders): Disposable {
  const collection = languages.createDiagnosticCollection('careerLadder.guides');
  const publish = (snapshot: LadderSnapshot): void => {
    collection.clear();
    for (const [path, problems] of problemsByGuide(snapshot)) {
      const uri = Uri.parse(path, true);
      const settings = workspace.getConfiguration('careerLadder', uri).get<RuleSettings>('rules', {});
      collection.set(
        uri,
        problems.flatMap((problem) => toDiagnostic(problem, settings, context)),
      );
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
    ladders.onDidRead(publish),
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

function problemsByGuide({ shown }: LadderSnapshot): ReadonlyMap<string, readonly GuideProblem[]> {
  const byGuide = new Map<string, GuideProblem[]>();
  for (const problem of shown
    .filter(({ isBuiltIn }) => !isBuiltIn)
    .flatMap(({ ladder }) => ladder.problems)) {
    const { path } = problem.guide;
    byGuide.set(path, [...(byGuide.get(path) ?? []), problem]);
  }
  return byGuide;
}

function toDiagnostic(
  problem: GuideProblem,
  settings: RuleSettings,
  context: ExtensionContext,
): readonly Diagnostic[] {
  const severity = severityOf(problem.rule, settings);
  if (severity === undefined) {
    return [];
  }
  const { guide, range, message, rule, related } = problem;
  const diagnostic = new Diagnostic(toRange(guide.source, range), message, diagnosticSeverities[severity]);
  diagnostic.source = 'Career Ladder';
  diagnostic.code = ruleCode(rule, context);
  if (related !== undefined) {
    diagnostic.relatedInformation = [
      new DiagnosticRelatedInformation(toLocation(related), 'It is said here.'),
    ];
  }
  return [diagnostic];
}

function toLocation({ guide, range }: GuidePlace): Location {
  return new Location(Uri.parse(guide.path, true), toRange(guide.source, range));
}
