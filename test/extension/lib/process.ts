// The `process` of everything in a test bundle (the bundler puts it there): what the assertion package
// asks of Node's, in both hosts.

export const process = {
  env: {},
  stderr: { isTTY: false },
  emitWarning: (warning: unknown): void => console.warn(warning),
  nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]): void =>
    queueMicrotask(() => callback(...args)),
};
