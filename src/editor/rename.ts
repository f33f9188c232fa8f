import { commands, type Disposable, languages, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
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
                range: toRange(found.source, found.site.range).union(new Range(position, position)),
                placeholder: found.site.capability.name,
              }
            : undefined;
        },
        provideRenameEdits: async (document, position, newName, token) => {
          const found = await sites.at(document, position, token);
          if (found?.site.kind !== 'capability') {
            return undefined;
          }
          const rename = await plan(found.site.capability, newName, ladders);
          // A provider that refuses hands over to VS Code's own, which knows of this one file: so nothing is
          // refused, and nothing is changed.
          const edit = rename.kind === 'refused' ? rename : await editFor(rename, references);
          if (!(edit instanceof WorkspaceEdit)) {
            tell(edit);
          }
          return edit instanceof WorkspaceEdit && !token.isCancellationRequested ? edit : new WorkspaceEdit();
        },
      },
    ),
    commands.registerCommand('careerLadder.renameCapability', async (argument: unknown) => {
      const site = await siteOfArgument(argument, ladders, 'Rename a capability');
      if (site?.kind === 'capability') {
        await renameAsked(site.capability, ladders, references);
      }
    }),
  ]);
}

async function renameAsked(capability: Capability, ladders: Ladders, references: References): Promise<void> {
  const named = (await ladders.get()).shown.find(({ ladder }) =>
    ladder.levels.some(({ capabilities }) => capabilities.includes(capability)),
  );
  if (named?.isBuiltIn === true) {
    const rename = await plan(capability, capability.name, ladders);
    if (rename.kind === 'refused') {
      tell(rename);
    }
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
  const rename = newName === undefined ? undefined : await plan(capability, newName, ladders);
  if (rename === undefined) {
    return;
  }
  const edit = rename.kind === 'refused' ? rename : await editFor(rename, references);
  if (edit instanceof WorkspaceEdit) {
    await workspace.applyEdit(edit, { isRefactoring: true });
  } else {
    tell(edit);
  }
}

async function plan(capability: Capability, newName: string, ladders: Ladders): Promise<Rename> {
  const { shown } = await ladders.get();
  const [first] = capability.descriptions;
  const named = shown.find(({ ladder }) => first !== undefined && ladder.guides.includes(first.guide));
  return named === undefined
    ? refused('The guides have just changed. Try again.')
    : renameCapability(capability, newName, indexOf(named.ladder), named.isBuiltIn);
}

/** The edits in all files, each read as it is now. */
async function editFor(
  rename: Rename & { readonly kind: 'rename' },
  references: References,
): Promise<WorkspaceEdit | Refusal> {
  const index = await references.get({ capabilities: [rename.capability], levels: [] });
  const paths = new Set([
    ...rename.guides.map(({ guide }) => guide.path),
    ...index.filesNaming(rename.capability),
  ]);
  const edit = new WorkspaceEdit();
  for (const { path, document, ladder } of await readCitingDocuments(paths, references)) {
    const guide = rename.guides.find((one) => one.guide.path === path)?.guide;
    if (guide !== undefined && guide.source.text !== document.source.text) {
      return refused('The guides have just changed. Try again.');
    }
    addEdits(edit, Uri.parse(path, true), renameInFile(rename, path, document, ladder), document.source);
  }
  return edit;
}

/** Shows why nothing is renamed. */
async function tell({ reason, isBuiltIn }: Refusal): Promise<void> {
  const copy = 'Copy the Guides';
  if ((await warn(reason, ...(isBuiltIn ? [copy] : []))) === copy) {
    await commands.executeCommand('careerLadder.copyGuides');
  }
}
