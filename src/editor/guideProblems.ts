import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Disposable,
  Location,
  languages,
  Uri,
  workspace,
} from 'vscode';
import type { GuidePlace } from '../core/guide/model';
import type { GuideProblem } from '../core/ladder/model';
import { type RuleSettings, type Severity, severityOf } from '../core/rules';
import { registerAll } from './disposables';
import { guideSettingName } from './guides/guideSetting';
import type { LadderSnapshot, Ladders } from './guides/ladders';
import { toRange } from './positions';

/** Registers the diagnostics on guides: once a ladder has been read, its problems are kept up to date. */
export function registerGuideProblems(ladders: Ladders): Disposable {
  const collection = languages.createDiagnosticCollection('careerLadder.guides');
  const publish = (snapshot: LadderSnapshot): void => {
    collection.clear();
    for (const [path, problems] of problemsByGuide(snapshot)) {
      const uri = Uri.parse(path, true);
      const settings = workspace.getConfiguration('careerLadder', uri).get<RuleSettings>('rules', {});
      collection.set(
        uri,
        problems.flatMap((problem) => toDiagnostic(problem, settings)),
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

function toDiagnostic(problem: GuideProblem, settings: RuleSettings): readonly Diagnostic[] {
  const severity = severityOf(problem.rule, settings);
  if (severity === undefined) {
    return [];
  }
  const { guide, range, message, rule, related } = problem;
  const diagnostic = new Diagnostic(toRange(guide.source, range), message, severities[severity]);
  diagnostic.source = 'Career Ladder';
  diagnostic.code = rule;
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

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
