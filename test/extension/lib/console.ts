// The `console` of everything in a test bundle (the bundler puts it there). What VS Code itself logs
// arrives in the same stream, so each message of ours bears a mark by which the harness knows it.

const mark = '│';

const marked =
  (print: (...args: unknown[]) => void) =>
  (first: unknown = '', ...rest: unknown[]): void =>
    typeof first === 'string' ? print(`${mark} ${first}`, ...rest) : print(mark, first, ...rest);

const { log, warn, error } = globalThis.console;

export const console = { log: marked(log), info: marked(log), warn: marked(warn), error: marked(error) };
