/**
 * How often a property is tried: `npm test` tries each as often as its test says, `npm run test:unit`, which
 * should answer at once, a twentieth as often.
 */
export function runs(thorough: number): number {
  return isThorough ? thorough : Math.ceil(thorough / 20);
}

export const isThorough = process.env.CAREER_LADDER_THOROUGH === '1';
