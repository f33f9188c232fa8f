import type { Level } from './model';
import { titleBesideId } from './titleBesideId';

type NamedLevel = Pick<Level, 'id' | 'title'>;

/** A level by its id and its title, as a list or a table names it: "M2: Senior Engineering Manager". */
export function levelLabel(level: NamedLevel): string {
  return withTitle(level, (title) => `: ${title}`);
}

/** The same within a sentence: "M2 (Senior Engineering Manager)". */
export function levelInSentence(level: NamedLevel): string {
  return withTitle(level, (title) => ` (${title})`);
}

/** The same in small print beside something else: "M2 · Senior Engineering Manager". */
export function levelCaption(level: NamedLevel): string {
  return withTitle(level, (title) => ` · ${title}`);
}

function withTitle(level: NamedLevel, behind: (title: string) => string): string {
  const title = titleBesideId(level);
  return title === undefined ? level.id : `${level.id}${behind(title)}`;
}
