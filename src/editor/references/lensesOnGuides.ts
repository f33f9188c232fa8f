import { type CodeLens, type Disposable, type Event, EventEmitter, languages, type Uri } from 'vscode';
import { indexOf } from '../../core/citations/ladderIndex';
import type { Capability, Level } from '../../core/ladder/model';
import type { ReferenceIndex } from '../../core/references/referenceIndex';
import type { Subject } from '../../core/references/subject';
import type { TextRange } from '../../core/text/sourceText';
import { registerAll } from '../disposables';
import { type CurrentGuide, currentGuide } from '../guides/currentGuide';
import type { Ladders } from '../guides/ladders';
import type { References } from './references';

/** A guide in an editor, and what its headings stand for in its ladder. */
export interface OpenGuide extends CurrentGuide {
  readonly uri: Uri;
  readonly capabilities: readonly {
    readonly capability: Capability;
    readonly heading: TextRange;
  }[];
  /** The levels whose guide it is: those it leads to, and those that nothing else leads to. */
  readonly levels: readonly Level[];
}

/** Lenses that tell what the documents make of a guide. */
export interface LensesOnGuide {
  /** What they have to know; undefined where there is nothing to tell. */
  readonly subject: (guide: OpenGuide) => Subject | undefined;
  readonly lenses: (guide: OpenGuide, index: ReferenceIndex) => CodeLens[];
  /** Fires where they change by something else than guides and documents. */
  readonly onDidChange?: Event<void>;
}

/**
 * Registers lenses on guides of the workspace, which follow the index. Where that is still being made, they
 * come when it is there; nobody waits for it.
 */
export function registerLensesOnGuides(
  ladders: Ladders,
  references: References,
  { subject, lenses, onDidChange }: LensesOnGuide,
): Disposable {
  const changed = new EventEmitter<void>();
  return registerAll([
    changed,
    references.onDidChange(() => changed.fire()),
    ...(onDidChange === undefined ? [] : [onDidChange(() => changed.fire())]),
    languages.registerCodeLensProvider(
      { language: 'markdown' },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: async (document, token) => {
          const found = await currentGuide(document, ladders, token);
          const guide = found && openGuide(document.uri, found);
          const about = guide && subject(guide);
          const index = about && references.peek(about);
          return guide === undefined || index === undefined ? [] : lenses(guide, index);
        },
      },
    ),
  ]);
}

function openGuide(uri: Uri, { guide, ladder }: CurrentGuide): OpenGuide {
  const { described } = indexOf(ladder);
  return {
    guide,
    ladder,
    uri,
    capabilities: guide.capabilities.flatMap((one) => {
      const capability = described(one);
      return capability === undefined ? [] : [{ capability, heading: one.heading }];
    }),
    levels: ladder.levels.filter(({ source }) => source.guide === guide),
  };
}
