import { CodeLens, commands, type Disposable } from 'vscode';
import { indexOf } from '../core/citations/ladderIndex';
import type { Level } from '../core/ladder/model';
import type { ReferenceIndex } from '../core/references/referenceIndex';
import type { FormerName } from '../core/rename/formerNames';
import { counted } from '../core/text/counted';
import { iconless } from '../core/text/iconless';
import { registerAll } from './disposables';
import { folderArgument } from './guidePlaces';
import type { Ladders } from './guides/ladders';
import { siteOfArgument } from './ladderSites';
import { inform } from './messages';
import { toRange } from './positions';
import type { FollowedNames } from './references/followedNames';
import { type OpenGuide, registerLensesOnGuides } from './references/lensesOnGuides';
import type { References } from './references/references';
import { updateCitations } from './references/updateCitations';

/**
 * Registers what helps when a heading was renamed by hand: a lens above it where documents still cite the
 * former name, and `careerLadder.updateCitations`, which brings them up to date.
 */
export function registerFormerNames(
  ladders: Ladders,
  references: References,
  names: FollowedNames,
): Disposable {
  return registerAll([
    registerLensesOnGuides(ladders, references, {
      subject: (guide) => {
        const levels = renamedIn(guide, names).map(({ level }) => level);
        return levels.length === 0 ? undefined : { capabilities: [], levels };
      },
      lenses: (open, index) =>
        renamedIn(open, names).flatMap(({ capability, level, former, heading }) => {
          const title = titleOf(former, level, index);
          return title === undefined
            ? []
            : new CodeLens(toRange(open.guide.source, heading), {
                title,
                command: 'careerLadder.updateCitations',
                arguments: [{ level: level.id, name: capability.name, ...folderArgument(open.guide) }],
              });
        }),
    }),
    commands.registerCommand('careerLadder.updateCitations', async (argument: unknown) => {
      const site = await siteOfArgument(argument, ladders, 'Update Citations of a Former Name', [
        'capability',
      ]);
      if (
        site?.kind === 'capability' &&
        !(await updateCitations(site.capability, names.of(site.capability), references))
      ) {
        inform(`No document cites “${site.capability.name}” by a former name.`);
      }
    }),
  ]);
}

/** The capabilities of a guide that were called otherwise before. */
export function renamedIn({ capabilities, ladder }: OpenGuide, names: FollowedNames) {
  return capabilities.flatMap(({ capability, heading }) => {
    const former = names.of(capability);
    const level = indexOf(ladder).level(capability.level);
    return former.length === 0 || level === undefined ? [] : [{ capability, level, former, heading }];
  });
}

/** Those of a capability's former names that documents still use, and how often. */
export function stillUsed(former: readonly FormerName[], level: Level, index: ReferenceIndex) {
  return former
    .map(({ name }) => ({ name, count: [...index.strayCitationsOf(level, name).values()].flat().length }))
    .filter(({ count }) => count > 0);
}

/** "3 citations still use “Hiring”: update"; undefined where no document uses a former name. */
function titleOf(former: readonly FormerName[], level: Level, index: ReferenceIndex): string | undefined {
  const cited = stillUsed(former, level, index);
  const count = cited.reduce((sum, one) => sum + one.count, 0);
  const names = cited.map(({ name }) => `“${name}”`).join(', ');
  return count === 0
    ? undefined
    : `$(warning) ${counted(count, 'citation still uses', 'citations still use')} ${iconless(names)}: update`;
}
