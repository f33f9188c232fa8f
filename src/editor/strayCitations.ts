import { CodeLens, commands, type Disposable, QuickPickItemKind } from 'vscode';
import { indexOf } from '../core/citations/ladderIndex';
import { nearest } from '../core/citations/nearest';
import type { Capability, Level } from '../core/ladder/model';
import { nameKey } from '../core/names';
import type { EntriesByFile, ReferenceIndex } from '../core/references/referenceIndex';
import { type StrayName, strayLinks, strayNames } from '../core/rename/strayNames';
import { counted } from '../core/text/counted';
import { iconless } from '../core/text/iconless';
import { laddersOfArgument, levelOfArgument } from './commandArguments';
import { registerAll } from './disposables';
import { folderArgument } from './guidePlaces';
import type { Ladders } from './guides/ladders';
import { tellUnknown } from './ladderSites';
import { inform } from './messages';
import { toRange } from './positions';
import { pickOne } from './quickPick';
import type { FollowedNames } from './references/followedNames';
import { type OpenGuide, registerLensesOnGuides } from './references/lensesOnGuides';
import { locationsOf } from './references/locations';
import type { References } from './references/references';
import { updateCitations } from './references/updateCitations';

/** More names than these are counted. */
const mostNames = 3;

/**
 * Registers what helps when a capability is gone from a guide: a lens above the level where documents still
 * cite it, and `careerLadder.replaceCitations`, which makes them cite another one.
 */
export function registerStrayCitations(
  ladders: Ladders,
  references: References,
  names: FollowedNames,
): Disposable {
  return registerAll([
    registerLensesOnGuides(ladders, references, {
      subject: ({ levels, capabilities }) => ({
        capabilities: capabilities.map(({ capability }) => capability),
        levels,
      }),
      lenses: (open, index) => [
        ...open.levels.flatMap((level) => lensesOnLevel(level, open, index, names)),
        ...lensOnLinks(open, index),
      ],
    }),
    commands.registerCommand('careerLadder.replaceCitations', async (argument: unknown) => {
      const id = levelOfArgument(argument);
      const own = laddersOfArgument(argument, (await ladders.get()).shown);
      const level = own.flatMap(({ ladder }) => indexOf(ladder).level(id ?? '') ?? [])[0];
      if (level === undefined) {
        tellUnknown(id ?? '');
      } else if (!(await replace(level, references, names))) {
        inform(`No document cites a capability that ${level.id} does not have.`);
      }
    }),
  ]);
}

function lensesOnLevel(
  level: Level,
  { guide, ladder, uri }: OpenGuide,
  index: ReferenceIndex,
  names: FollowedNames,
): readonly CodeLens[] {
  const stray = gone(level, strayNames(index.strayCitations(level), indexOf(ladder)), names);
  if (stray.length === 0) {
    return [];
  }
  const range = toRange(guide.source, level.source.range);
  const count = stray.reduce((sum, { citations }) => sum + citations, 0);
  const found = stray.map(({ name }) => index.strayCitationsOf(level, name));
  return [
    new CodeLens(range, {
      title: `$(warning) ${counted(count, 'citation names', 'citations name')} ${iconless(`${listed(stray)}, which ${level.id} does not have`)}`,
      tooltip: 'Show the Citations',
      command: 'editor.action.showReferences',
      arguments: [uri, range.start, locationsOf(found)],
    }),
    ...(ladder.levels.every(({ capabilities }) => capabilities.length === 0)
      ? []
      : [
          new CodeLens(range, {
            title: 'cite another capability instead…',
            command: 'careerLadder.replaceCitations',
            arguments: [{ level: level.id, ...folderArgument(guide) }],
          }),
        ]),
  ];
}

function lensOnLinks({ guide, uri }: OpenGuide, index: ReferenceIndex): readonly CodeLens[] {
  const found: EntriesByFile = strayLinks(index.linksInto(guide), guide);
  const count = [...found.values()].flat().length;
  const range = toRange(guide.source, guide.levels[0]?.heading ?? { start: 0, end: 0 });
  return count === 0
    ? []
    : [
        new CodeLens(range, {
          title: `$(warning) ${counted(count, 'link leads', 'links lead')} to headings that are not here`,
          tooltip: 'Show the Links',
          command: 'editor.action.showReferences',
          arguments: [uri, range.start, locationsOf([found])],
        }),
      ];
}

/** The names without those that are the former ones of capabilities, which have a lens of their own. */
function gone(level: Level, found: readonly StrayName[], names: FollowedNames): readonly StrayName[] {
  const former = new Set(
    level.capabilities.flatMap((capability) => names.of(capability)).map(({ name }) => nameKey(name)),
  );
  return found.filter(({ name }) => !former.has(nameKey(name)));
}

/** "“Hiring”, “Scale” and 2 more" */
function listed(names: readonly StrayName[]): string {
  const told = names.slice(0, mostNames).map(({ name }) => `“${name}”`);
  const more = names.length - told.length;
  return more === 0 ? told.join(', ') : `${told.join(', ')} and ${more} more`;
}

/**
 * Asks which name is to be replaced, where there are several, and by which capability.
 *
 * @returns Whether there was any, whatever the user chose.
 */
async function replace(level: Level, references: References, names: FollowedNames): Promise<boolean> {
  const index = await references.get({ capabilities: [], levels: [level] });
  const ladder = references.ladderOf(level.source.guide.path);
  const stray =
    ladder === undefined ? [] : gone(level, strayNames(index.strayCitations(level), ladder.index), names);
  const [only, ...others] = stray;
  if (only === undefined) {
    return false;
  }
  const name = others.length === 0 ? only.name : await pickName(level, stray);
  const capability =
    name === undefined ? undefined : await pickCapability(level, ladder?.index.ladder.levels ?? [], name);
  return (
    name === undefined ||
    capability === undefined ||
    updateCitations(capability, [{ name, fragment: undefined }], references, level.id)
  );
}

async function pickName({ id }: Level, stray: readonly StrayName[]): Promise<string | undefined> {
  const picked = await pickOne(
    stray.map(({ name, citations }) => ({
      label: name,
      description: counted(citations, 'citation'),
    })),
    { title: `Which of the names that ${id} does not have?` },
  );
  return picked?.label;
}

/** The likeliest come first: that of this name, which has another level now, then those of the level that are like it. */
async function pickCapability(
  level: Level,
  levels: readonly Level[],
  name: string,
): Promise<Capability | undefined> {
  const others = levels.filter(({ id }) => id !== level.id).flatMap(({ capabilities }) => capabilities);
  const moved = others.filter((capability) => nameKey(capability.name) === nameKey(name));
  const likely = [...moved, ...nearest(name, level.capabilities, (capability) => capability.name)];
  const lists = [
    likely,
    level.capabilities.filter((capability) => !likely.includes(capability)),
    others.filter((capability) => !likely.includes(capability)),
  ].filter(({ length }) => length > 0);
  const picked = await pickOne(
    lists.flatMap((list, at) => [
      ...(at === 0 ? [] : [{ label: '', kind: QuickPickItemKind.Separator, capability: undefined }]),
      ...list.map((capability) => ({
        label: capability.name,
        ...(capability.level === level.id ? {} : { description: capability.level }),
        capability,
      })),
    ]),
    { title: `Cite which capability instead of “${name}” of ${level.id}?`, matchOnDescription: true },
  );
  return picked?.capability;
}
