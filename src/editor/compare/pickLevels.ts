import { titleBesideId } from '../../core/ladder/titleBesideId';
import type { NamedLadder } from '../guides/ladders';
import { inform } from '../messages';
import { pickOne, pickSeveral } from '../quickPick';

/**
 * Lets the user choose levels of one ladder to compare; asks again where fewer than two are chosen.
 *
 * @param picked The ids of those that are chosen already.
 * @returns their ids, those first that were chosen already; undefined where the list is closed.
 */
export async function pickLevels(
  named: NamedLadder,
  picked: readonly string[],
): Promise<readonly string[] | undefined> {
  const items = named.ladder.levels.map((level) => ({
    label: level.id,
    description: titleBesideId(level) ?? '',
    picked: picked.includes(level.id),
  }));
  const chosen = await pickSeveral(items, {
    title: 'Compare Levels',
    placeHolder: 'Pick two levels or more',
    matchOnDescription: true,
  });
  const ids = chosen?.map(({ label }) => label);
  if (ids === undefined) {
    return undefined;
  }
  if (ids.length < 2) {
    inform('Pick two levels or more to compare them.');
    return pickLevels(named, ids);
  }
  return [...picked.filter((id) => ids.includes(id)), ...ids.filter((id) => !picked.includes(id))];
}

/** Lets the user choose one of several ladders; the only one is chosen without asking. */
export async function pickLadder(all: readonly NamedLadder[]): Promise<NamedLadder | undefined> {
  const [only, ...others] = all;
  if (others.length === 0) {
    return only;
  }
  const items = all.map((ladder) => ({ label: ladder.folder?.name ?? ladder.key, ladder }));
  return (await pickOne(items, { title: 'Compare Levels', placeHolder: 'Pick a ladder' }))?.ladder;
}
