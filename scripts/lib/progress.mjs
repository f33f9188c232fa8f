// One line per step, with its seconds.

/**
 * @template T
 * @param {string} done what the line says once the step is through, e.g. "built the extension"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(done, work) {
  const start = performance.now();
  const result = await work();
  console.log(`✓ ${done}  ${secondsSince(start)}`);
  return result;
}

/**
 * @param {number} start a reading of performance.now()
 * @returns {string}
 */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
