import { commands, type Disposable, type Location, languages } from 'vscode';
import { writeCitation } from '../core/citations/writeCitation';
import type { Site } from '../core/references/siteAt';
import { registerAll } from './disposables';
import { locationOf } from './guidePlaces';
import type { Ladders } from './guides/ladders';
import { siteOfArgument } from './ladderSites';
import { inform } from './messages';
import { openGuide } from './openGuide';
import { citationsOf, referencesTo } from './references/locations';
import type { OpenSites } from './references/openSite';
import type { References } from './references/references';

/** Registers what finds the citations of a capability or a level: in the editor, and `careerLadder.findReferences`. */
export function registerFindReferences(
  ladders: Ladders,
  sites: OpenSites,
  references: References,
): Disposable {
  return registerAll([
    languages.registerReferenceProvider(
      { language: 'markdown' },
      {
        provideReferences: async (document, position, { includeDeclaration }, token) => {
          const found = await sites.at(document, position, token);
          return (
            found && [
              ...(includeDeclaration ? declarationsOf(found.site) : []),
              ...(await locationsOf(found.site, references)),
            ]
          );
        },
      },
    ),
    commands.registerCommand('careerLadder.findReferences', async (argument: unknown) => {
      const site = await siteOfArgument(argument, ladders, 'Find All References', [
        'level',
        'capability',
        'signal',
      ]);
      if (site !== undefined) {
        await showReferences(site, await locationsOf(site, references));
      }
    }),
  ]);
}

async function locationsOf(site: Site, references: References): Promise<readonly Location[]> {
  const index = await references.get({
    capabilities: site.kind === 'capability' ? [site.capability] : [],
    levels: site.kind === 'level' ? [site.level] : [],
  });
  return site.kind === 'level' ? referencesTo(site.level, index) : citationsOf(site.capability, index);
}

function declarationsOf(site: Site): readonly Location[] {
  return site.kind === 'level'
    ? [locationOf(site.level.source)]
    : site.capability.descriptions.map(({ guide, capability }) =>
        locationOf({ guide, range: capability.heading }),
      );
}

/** Shows where a heading in a guide is cited, over the heading itself. */
async function showReferences(site: Site, locations: readonly Location[]): Promise<void> {
  const place = site.kind === 'level' ? site.level.source : site.capability.source;
  if (locations.length === 0) {
    const what = site.kind === 'level' ? site.level.id : writeCitation(site.capability);
    inform(`No document cites ${what} yet.`);
    return;
  }
  await openGuide(place);
  const { uri, range } = locationOf(place);
  await commands.executeCommand('editor.action.showReferences', uri, range.start, [...locations]);
}
