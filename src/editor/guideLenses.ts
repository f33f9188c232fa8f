import { CodeLens, type Disposable, EventEmitter, languages } from 'vscode';
import { indexOf } from '../core/citations/ladderIndex';
import type { Guide } from '../core/guide/model';
import type { Capability } from '../core/ladder/model';
import type { ReferenceIndex } from '../core/references/referenceIndex';
import type { TextRange } from '../core/text/sourceText';
import { registerAll } from './disposables';
import { type CurrentGuide, currentGuide } from './guides/currentGuide';
import type { Ladders } from './guides/ladders';
import { toRange } from './positions';
import { citationsOf, locationOf } from './references/locations';
import type { References } from './references/references';

/** Registers the lenses on a guide's capabilities: in how many documents each is cited. */
export function registerGuideLenses(ladders: Ladders, references: References): Disposable {
  const changed = new EventEmitter<void>();
  return registerAll([
    changed,
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
          const capabilities = capabilitiesOf(found);
          // Where the index is still being made, the lenses come when it is there; nobody waits for it.
          const index = references.peek({
            capabilities: capabilities.map(({ capability }) => capability),
            levels: [],
          });
          return index === undefined ? [] : lensesOf(found.guide, capabilities, index);
        },
      },
    ),
  ]);
}

interface PlacedCapability {
  readonly capability: Capability;
  readonly heading: TextRange;
}

function capabilitiesOf({ guide, ladder }: CurrentGuide): readonly PlacedCapability[] {
  const { described } = indexOf(ladder);
  return guide.capabilities.flatMap((one) => {
    const capability = described(one);
    return capability === undefined ? [] : [{ capability, heading: one.heading }];
  });
}

function lensesOf(
  guide: Guide,
  capabilities: readonly PlacedCapability[],
  index: ReferenceIndex,
): CodeLens[] {
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
                arguments: [
                  locationOf({ guide, range: heading }).uri,
                  range.start,
                  citationsOf(capability, index),
                ],
              },
        );
      });
}
