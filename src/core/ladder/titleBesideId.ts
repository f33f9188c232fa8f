import type { Level } from './model';

/** A level's title where it says more than the id: a level that has only a title goes by it as its id. */
export function titleBesideId({ id, title }: Pick<Level, 'id' | 'title'>): string | undefined {
  return title === id ? undefined : title;
}
