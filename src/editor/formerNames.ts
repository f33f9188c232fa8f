import {
  CodeLens,
  commands,
  type Disposable,
  EventEmitter,
  languages,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { indexOf } from '../core/citations/ladderIndex';
import { parseDocument } from '../core/document/parseDocument';
import { readDocument } from '../core/document/readDocument';
import type { Capability, Ladder, Level } from '../core/ladder/model';
import type { ReferenceIndex } from '../core/references/referenceIndex';
import {
  type FormerName,
  type FormerNames,
  followNames,
  formerNamesOf,
  updateNames,
} from '../core/rename/formerNames';
import { registerAll } from './disposables';
import { currentGuide } from './guides/currentGuide';
import type { LadderSnapshot, Ladders } from './guides/ladders';
import { siteOfArgument } from './ladderSites';
import { toRange } from './positions';
import type { References } from './references/references';

/** What a ladder was when it was last read, and what its capabilities were called before. */
interface Followed {
  readonly ladder: Ladder;
  readonly names: FormerNames;
}

/**
 * Registers what helps when a heading was renamed by hand: a lens above it where documents still cite the
 * former name, and `careerLadder.updateCitations`, which brings them up to date.
 */
export function registerFormerNames(ladders: Ladders, references: References): Disposable {
  const changed = new EventEmitter<void>();
  let followed: ReadonlyMap<string, Followed> = new Map();
  const follow = ({ shown }: LadderSnapshot): void => {
    followed = new Map(
      shown
        .filter(({ isBuiltIn }) => !isBuiltIn)
        .map(({ key, ladder }) => {
          const before = followed.get(key);
          const names = before === undefined ? new Map() : followNames(before.names, before.ladder, ladder);
          return [key, { ladder, names }];
        }),
    );
  };
  const formerly = (capability: Capability): readonly FormerName[] =>
    [...followed.values()].flatMap(({ names }) => formerNamesOf(names, capability));
  return registerAll([
    changed,
    ladders.onDidRead(follow),
    references.onDidChange(() => changed.fire()),
    languages.registerCodeLensProvider(
      { language: 'markdown' },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: async (document, token) => {
          const found = await currentGuide(document, ladders, token);
          if (found === undefined) {
            return [];
          }
          const { described, level } = indexOf(found.ladder);
          const renamed = found.guide.capabilities.flatMap((one) => {
            const capability = described(one);
            const of = level(one.level);
            const former = capability === undefined ? [] : formerly(capability);
            return capability === undefined || of === undefined || former.length === 0
              ? []
              : [{ capability, level: of, former, range: toRange(found.guide.source, one.heading) }];
          });
          const index =
            renamed.length === 0
              ? undefined
              : references.peek({ capabilities: [], levels: renamed.map((one) => one.level) });
          return index === undefined
            ? []
            : renamed.flatMap(({ capability, former, level: of, range }) => {
                const title = titleOf(former, of, index);
                return title === undefined
                  ? []
                  : new CodeLens(range, {
                      title,
                      command: 'careerLadder.updateCitations',
                      arguments: [{ level: capability.level, name: capability.name }],
                    });
              });
        },
      },
    ),
    commands.registerCommand('careerLadder.updateCitations', async (argument: unknown) => {
      const site = await siteOfArgument(argument, ladders, 'Update the citations of a former name');
      if (site?.kind === 'capability') {
        await update(site.capability, formerly(site.capability), references);
      }
    }),
  ]);
}

/** "Update 3 citations of “Hiring”"; undefined where no document uses a former name. */
function titleOf(former: readonly FormerName[], level: Level, index: ReferenceIndex): string | undefined {
  const cited = former
    .map(({ name }) => ({ name, count: [...index.strayCitationsOf(level, name).values()].flat().length }))
    .filter(({ count }) => count > 0);
  const count = cited.reduce((sum, one) => sum + one.count, 0);
  const names = cited.map(({ name }) => `“${name}”`).join(', ');
  return count === 0
    ? undefined
    : `$(warning) ${count} ${count === 1 ? 'citation still uses' : 'citations still use'} ${names}: update`;
}

async function update(
  capability: Capability,
  former: readonly FormerName[],
  references: References,
): Promise<void> {
  const edit = new WorkspaceEdit();
  const { guide } = capability.source;
  const level = references.ladderOf(guide.path)?.index.level(capability.level);
  const index = await references.get({
    capabilities: [capability],
    levels: level === undefined ? [] : [level],
  });
  const strays = level === undefined ? [] : former.map(({ name }) => index.strayCitationsOf(level, name));
  const paths = new Set([...strays, index.linksInto(guide)].flatMap((byFile) => [...byFile.keys()]));
  for (const path of paths) {
    const text = await references.textOf(path);
    const ladder = references.ladderOf(path);
    if (text !== undefined && ladder !== undefined) {
      const document = readDocument(parseDocument(text, ladder.index.levels));
      for (const { range, text: put } of updateNames(capability, former, document, ladder)) {
        edit.replace(Uri.parse(path, true), toRange(document.source, range), put);
      }
    }
  }
  if (edit.size === 0) {
    window.showInformationMessage(`No document cites “${capability.name}” by a former name.`);
  } else {
    await workspace.applyEdit(edit, { isRefactoring: true });
  }
}
