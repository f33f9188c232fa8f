import { CodeLens, type Disposable } from 'vscode';
import type { ReferenceIndex } from '../core/references/referenceIndex';
import type { Ladders } from './guides/ladders';
import { toRange } from './positions';
import { type OpenGuide, registerLensesOnGuides } from './references/lensesOnGuides';
import { citationsOf } from './references/locations';
import type { References } from './references/references';

/** Registers the lenses on a guide's capabilities: in how many documents each is cited. */
export function registerGuideLenses(ladders: Ladders, references: References): Disposable {
  return registerLensesOnGuides(ladders, references, {
    subject: ({ capabilities }) => ({
      capabilities: capabilities.map(({ capability }) => capability),
      levels: [],
    }),
    lenses,
  });
}

function lenses({ guide, uri, capabilities }: OpenGuide, index: ReferenceIndex): CodeLens[] {
  const cited = capabilities.map(({ capability, heading }) => ({
    capability,
    heading,
    files: index.citationsOf(capability).size,
  }));
  // Where nobody has written a promotion document yet, there is nothing to tell.
  return cited.every(({ files }) => files === 0)
    ? []
    : cited.map(({ heading, capability, files }) => {
        const range = toRange(guide.source, heading);
        return new CodeLens(
          range,
          files === 0
            ? { title: 'not cited yet', command: '' }
            : {
                title: `cited in ${files} ${files === 1 ? 'document' : 'documents'}`,
                tooltip: 'Show the Citations',
                command: 'editor.action.showReferences',
                arguments: [uri, range.start, citationsOf(capability, index)],
              },
        );
      });
}
