import { ThemeIcon } from 'vscode';
import type { ShownComparison } from '../../core/compare/panelMessages';
import { titleBesideId } from '../../core/ladder/titleBesideId';
import { folderAmong, type NamedLadder } from '../guides/ladders';
import { inform } from '../messages';
import { pickOne, pickSeveral } from '../quickPick';

const anotherLadder = { iconPath: new ThemeIcon('root-folder'), tooltip: 'Levels of Another Ladder' };

/**
 * Lets the user choose levels of one ladder to compare; asks again where fewer than two are chosen, and tells
 * where there are none to choose from.
 *
 * @param picked The ids of those that are chosen already.
 * @param all The ladders that the user may go over to.
 * @returns them, those first that were chosen already; undefined where the list is closed.
 */
export async function pickLevels(
  named: NamedLadder,
  picked: readonly string[],
  all: readonly NamedLadder[],
): Promise<ShownComparison | undefined> {
  if (all.every(({ ladder }) => ladder.levels.length < 2)) {
    inform('The guides tell of one level only, so there is nothing to compare.');
    return undefined;
  }
  const items = named.ladder.levels.map((level) => ({
    label: level.id,
    description: titleBesideId(level) ?? '',
    picked: picked.includes(level.id),
  }));
  const folder = folderAmong(all, named);
  const chosen = await pickSeveral(items, {
    title: folder === undefined ? 'Compare Levels' : `Compare Levels of “${folder}”`,
    placeholder: 'Pick two levels or more',
    button: all.length > 1 ? anotherLadder : undefined,
  });
  if (chosen === 'button') {
    const other = await pickLadder(all.filter((one) => one !== named));
    return other && pickLevels(other, [], all);
  }
  const ids = chosen?.map(({ label }) => label);
  if (ids === undefined) {
    return undefined;
  }
  if (ids.length < 2) {
    inform('Pick two levels or more to compare them.');
    return pickLevels(named, ids, all);
  }
  const levels = [...picked.filter((id) => ids.includes(id)), ...ids.filter((id) => !picked.includes(id))];
  return { levels, ladder: named.key };
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
