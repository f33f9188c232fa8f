import type { Memento } from 'vscode';

/** What an extension keeps between two windows, for a test: it holds what was put into it, and starts empty. */
export function mementoInMemory(): Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, otherwise?: T) => (values.has(key) ? (values.get(key) as T) : otherwise),
    update: async (key, value: unknown) => {
      values.set(key, value);
    },
  };
}
