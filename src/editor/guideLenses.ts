import { CodeLens, type Disposable } from 'vscode';
import type { ReferenceIndex } from '../core/references/referenceIndex';
import { counted } from '../core/text/counted';
import { renamedIn, stillUsed } from './formerNames';
import type { Ladders } from './guides/ladders';
import { toRange } from './positions';
import type { FollowedNames } from './references/followedNames';
import { type OpenGuide, registerLensesOnGuides } from './references/lensesOnGuides';
import { citationsOf } from './references/locations';
import type { References } from './references/references';

/** Registers the lenses on a guide's capabilities: in how many documents each is cited. */
export function registerGuideLenses(
  ladders: Ladders,
  references: References,
  names: FollowedNames,
): Disposable {
  return registerLensesOnGuides(ladders, references, {
    subject: (guide) => ({
      capabilities: guide.capabilities.map(({ capability }) => capability),
      levels: renamedIn(guide, names).map(({ level }) => level),
    }),
    lenses: (open, index) => lenses(open, index, names),
  });
}

function lenses(open: OpenGuide, index: ReferenceIndex, names: FollowedNames): CodeLens[] {
  const { guide, uri, capabilities } = open;
  const renamed = renamedIn(open, names)
    .filter(({ former, level }) => stillUsed(former, level, index).length > 0)
    .map(({ capability }) => capability);
  const cited = capabilities.map(({ capability, heading }) => ({
    capability,
    heading,
    files: index.citationsOf(capability).size,
  }));
  // Where nobody has written a promotion document yet, there is nothing to tell.
  return cited.every(({ files }) => files === 0)
    ? []
    : cited.flatMap(({ heading, capability, files }) => {
        if (files === 0 && renamed.includes(capability)) {
          // It is cited by its former name, which has a lens of its own.
          return [];
        }
        const range = toRange(guide.source, heading);
        return new CodeLens(
          range,
          files === 0
            ? { title: 'not cited yet', command: '' }
            : {
                title: `cited in ${counted(files, 'document')}`,
                tooltip: 'Show the Citations',
                command: 'editor.action.showReferences',
                arguments: [uri, range.start, citationsOf(capability, index)],
              },
        );
      });
}
