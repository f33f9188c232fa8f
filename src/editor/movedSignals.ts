import { CodeLens, commands, type Disposable, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { Capability } from '../core/ladder/model';
import { citedSignal, type MovedSignals, renumberSignals } from '../core/rename/signalNumbers';
import { counted } from '../core/text/counted';
import { registerAll } from './disposables';
import { folderArgument } from './guidePlaces';
import type { Ladders } from './guides/ladders';
import { siteOfArgument } from './ladderSites';
import { inform } from './messages';
import { addEdits, toRange } from './positions';
import { pickSeveral } from './quickPick';
import { readCitingDocuments } from './references/citingDocuments';
import type { FollowedSignalNumbers } from './references/followedSignalNumbers';
import { type OpenGuide, registerLensesOnGuides } from './references/lensesOnGuides';
import type { References } from './references/references';
import { writeInFiles } from './writeInFiles';

/**
 * Registers what helps when signals were moved in a guide: a lens above the capability where documents cite them
 * by number, and `careerLadder.renumberCitations`, which brings these up to date.
 */
export function registerMovedSignals(
  ladders: Ladders,
  references: References,
  numbers: FollowedSignalNumbers,
): Disposable {
  return registerAll([
    registerLensesOnGuides(ladders, references, {
      onDidChange: numbers.onDidSettle,
      subject: (guide) => {
        const capabilities = movedIn(guide, numbers).map(({ capability }) => capability);
        return capabilities.length === 0 ? undefined : { capabilities, levels: [] };
      },
      lenses: (open, index) =>
        movedIn(open, numbers).flatMap(({ capability, heading, moved }) => {
          const cited = [...index.citationsOf(capability)].flatMap(([path, entries]) => {
            const ladder = references.ladderOf(path);
            return entries.filter(
              ({ kind, text }) =>
                kind === 'bracket' &&
                ladder !== undefined &&
                moved.has(citedSignal(text, capability, ladder) ?? 0),
            );
          });
          return cited.length === 0
            ? []
            : new CodeLens(toRange(open.guide.source, heading), {
                title: `$(warning) ${counted(cited.length, 'citation still uses a signal’s former number', 'citations still use former numbers of signals')}: update…`,
                command: 'careerLadder.renumberCitations',
                arguments: [
                  { level: capability.level, name: capability.name, ...folderArgument(open.guide) },
                ],
              });
        }),
    }),
    commands.registerCommand('careerLadder.renumberCitations', async (argument: unknown) => {
      const site = await siteOfArgument(argument, ladders, 'Update Citations of Signals That Have Moved', [
        'capability',
      ]);
      if (site?.kind === 'capability') {
        await renumber(site.capability, references, numbers);
      }
    }),
  ]);
}

function movedIn({ capabilities }: OpenGuide, numbers: FollowedSignalNumbers) {
  return capabilities
    .map(({ capability, heading }) => ({ capability, heading, moved: numbers.movedOf(capability) }))
    .filter(({ moved }) => moved.size > 0);
}

/** Asks which documents are to follow: what was written after the signals had moved means the new numbers already. */
async function renumber(
  capability: Capability,
  references: References,
  numbers: FollowedSignalNumbers,
): Promise<void> {
  const moved = numbers.movedOf(capability);
  const found = await renumbered(capability, moved, references);
  if (found.length === 0) {
    inform(`No document cites a signal of “${capability.name}” that has moved.`);
    return;
  }
  const chosen = await pickSeveral(
    found.map(({ path, edits }) => ({
      label: workspace.asRelativePath(Uri.parse(path, true)),
      description: counted(edits.length, 'place'),
      path,
      picked: true,
    })),
    {
      title: `Update the Signals of “${capability.name}” in Which Documents?`,
      placeholder: changesOf(moved),
      button: undefined,
    },
  );
  if (chosen === undefined || chosen === 'button') {
    return;
  }
  const edit = new WorkspaceEdit();
  const paths = new Set(chosen.map(({ path }) => path));
  for (const { path, edits, source } of await renumbered(capability, moved, references)) {
    if (paths.has(path)) {
      addEdits(edit, Uri.parse(path, true), edits, source);
    }
  }
  const former = [...moved.keys()].map((number) => `#${number}`);
  if (edit.size === 0 || (await writeInFiles(edit, former))) {
    numbers.settle(capability);
  }
}

async function renumbered(capability: Capability, moved: MovedSignals, references: References) {
  const index = await references.get({ capabilities: [capability], levels: [] });
  const paths = [index.citationsOf(capability), index.namesOf(capability)].flatMap((byFile) => [
    ...byFile.keys(),
  ]);
  const documents = await readCitingDocuments(new Set(paths), references);
  return documents.flatMap(({ path, document, ladder }) => {
    const edits = renumberSignals(capability, moved, document, ladder);
    return edits.length === 0 ? [] : [{ path, edits, source: document.source }];
  });
}

/** "#1 → #2, #3 is gone" */
function changesOf(moved: MovedSignals): string {
  return [...moved]
    .sort(([a], [b]) => a - b)
    .map(([former, number]) => (number === undefined ? `#${former} is gone` : `#${former} → #${number}`))
    .join(', ');
}
