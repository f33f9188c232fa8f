import { setTimeout as delay } from 'node:timers/promises';

/** Tries an assertion until it holds, or rethrows its last failure. */
export async function eventually<T>(assertion: () => T | Promise<T>, milliseconds = 30_000): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() > deadline) {
        throw error;
      }
      await delay(50);
    }
  }
}
