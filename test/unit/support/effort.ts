export const isThorough = process.env.CAREER_LADDER_THOROUGH === '1';

/** Of how many tries, or of how many things to look at, `npm run test:unit` takes one; `npm test` takes all. */
const share = isThorough ? 1 : 50;

/** How often to try what a thorough run tries so often. */
export function runs(thorough: number): number {
  return Math.ceil(thorough / share);
}

/** What to look at of all that a thorough run looks at: the same in every run. */
export function sampleOf<T>(all: readonly T[]): readonly T[] {
  return all.filter((_, at) => at % share === 0);
}

/** What mocha prints at the end of a run. */
export const leftOut = `Properties were tried, and Markdown of node_modules was read, one time in ${share}: npm test leaves nothing out.`;
