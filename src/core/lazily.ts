/**
 * Something that is made when it is first asked for, and once: the start of VS Code waits for all that is
 * made with a module, and patterns over all of Unicode take their time.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
