// One line per step, with its seconds.

/**
 * @template T
 * @param {string} done what the line says once the step is through, e.g. "built the extension"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(done, work) {
  const start = performance.now();
  try {
    const result = await work();
    console.log(`✓ ${done}  ${secondsSince(start)}`);
    return result;
  } catch (error) {
    console.log(`✗ ${done}: failed  ${secondsSince(start)}`);
    throw error;
  }
}

/**
 * @param {number} start a reading of performance.now()
 * @returns {string}
 */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
