import { commands, type Disposable, languages, Range, Uri, WorkspaceEdit, window } from 'vscode';
import { indexOf } from '../core/citations/ladderIndex';
import type { Capability } from '../core/ladder/model';
import {
  type Refusal,
  type Rename,
  refused,
  renameCapability,
  renameInFile,
} from '../core/rename/renameCapability';
import { iconless } from '../core/text/iconless';
import { unlinked } from '../core/text/unlinked';
import { registerAll } from './disposables';
import type { Ladders } from './guides/ladders';
import { siteOfArgument } from './ladderSites';
import { warn } from './messages';
import { addEdits, toRange } from './positions';
import { readCitingDocuments } from './references/citingDocuments';
import type { OpenSites } from './references/openSite';
import type { References } from './references/references';
import { writeInFiles } from './writeInFiles';

/** Registers what renames a capability in its guides and wherever it is cited: F2, and `careerLadder.renameCapability`. */
export function registerRename(ladders: Ladders, sites: OpenSites, references: References): Disposable {
  return registerAll([
    languages.registerRenameProvider(
      { language: 'markdown' },
      {
        prepareRename: async (document, position, token) => {
          const found = await sites.at(document, position, token);
          return found?.site.kind === 'capability'
            ? {
                // VS Code wants the cursor's line in it, which a name on the next line is not.
                range: toRange(found.open.document.source, found.site.range).union(
                  new Range(position, position),
                ),
                placeholder: found.site.capability.name,
              }
            : undefined;
        },
        provideRenameEdits: async (document, position, newName, token) => {
          const found = await sites.at(document, position, token);
          if (found?.site.kind !== 'capability') {
            return undefined;
          }
          // A provider that refuses hands over to VS Code's own, which knows of this one file: so nothing is
          // refused, and nothing is changed.
          const edit = await editFor(found.site.capability, newName, ladders, references);
          return edit !== undefined && !token.isCancellationRequested ? edit : new WorkspaceEdit();
        },
      },
    ),
    commands.registerCommand('careerLadder.renameCapability', async (argument: unknown) => {
      const site = await siteOfArgument(argument, ladders, 'Rename a Capability', ['capability']);
      if (site?.kind === 'capability') {
        await renameAsked(site.capability, ladders, references);
      }
    }),
  ]);
}

async function renameAsked(capability: Capability, ladders: Ladders, references: References): Promise<void> {
  const asItIs = await plan(capability, capability.name, ladders);
  if (asItIs.kind === 'refused' && asItIs.isBuiltIn) {
    tell(asItIs);
    return;
  }
  const newName = await window.showInputBox({
    title: `Rename “${capability.name}” of ${capability.level}`,
    prompt: 'In the guide, in every citation, and in every link to it',
    value: capability.name,
    validateInput: async (value) => {
      const rename = await plan(capability, value, ladders);
      return rename.kind === 'refused' ? iconless(unlinked(rename.reason)) : undefined;
    },
  });
  const edit = newName === undefined ? undefined : await editFor(capability, newName, ladders, references);
  if (edit !== undefined) {
    await writeInFiles(edit, [capability.name]);
  }
}

async function plan(capability: Capability, newName: string, ladders: Ladders): Promise<Rename> {
  const { shown } = await ladders.get();
  const [first] = capability.descriptions;
  const named = shown.find(({ ladder }) => first !== undefined && ladder.guides.includes(first.guide));
  return named === undefined
    ? haveChanged
    : renameCapability(capability, newName, indexOf(named.ladder), named.isBuiltIn);
}

/** The edits in all files, each read as it is now; undefined, and the user told why, where there can be none. */
async function editFor(
  capability: Capability,
  newName: string,
  ladders: Ladders,
  references: References,
): Promise<WorkspaceEdit | undefined> {
  const rename = await plan(capability, newName, ladders);
  if (rename.kind === 'refused') {
    tell(rename);
    return undefined;
  }
  const index = await references.get({ capabilities: [capability], levels: [] });
  const paths = new Set([...rename.guides.map(({ guide }) => guide.path), ...index.filesNaming(capability)]);
  const edit = new WorkspaceEdit();
  for (const { path, document, ladder } of await readCitingDocuments(paths, references)) {
    const guide = rename.guides.find((one) => one.guide.path === path)?.guide;
    if (guide !== undefined && guide.source.text !== document.source.text) {
      tell(haveChanged);
      return undefined;
    }
    addEdits(edit, Uri.parse(path, true), renameInFile(rename, path, document, ladder), document.source);
  }
  return edit;
}

const haveChanged = refused('The guides have just changed. Try again.');

/** Shows why nothing is renamed. */
async function tell({ reason, isBuiltIn }: Refusal): Promise<void> {
  const copy = 'Copy the Guides';
  if ((await warn(reason, ...(isBuiltIn ? [copy] : []))) === copy) {
    await commands.executeCommand('careerLadder.copyGuides');
  }
}
