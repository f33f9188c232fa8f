/**
 * Makes a reader remember what it read out of each thing last: many ask for the same, and an edit leaves most
 * pieces of a document as they are, or only moves them.
 *
 * @param read Its result depends on nothing but the arguments, which are compared by identity.
 */
export function remembering<Thing extends object, Context extends readonly unknown[], Result>(
  read: (thing: Thing, ...context: Context) => Result,
): (thing: Thing, ...context: Context) => Result {
  const known = new WeakMap<Thing, { readonly context: Context; readonly result: Result }>();
  return (thing, ...context) => {
    const last = known.get(thing);
    if (last?.context.every((one, at) => one === context[at])) {
      return last.result;
    }
    const result = read(thing, ...context);
    known.set(thing, { context, result });
    return result;
  };
}

/** So many answers are kept: more than the headings and labels of most ladders. */
const mostTexts = 500;

/** Longer texts are hardly asked for twice. */
const longestText = 2000;

/**
 * The same for what is read out of short texts: authors use few headings and labels, and those over and over.
 *
 * @param most How many answers are kept.
 */
export function rememberingTexts<Result>(
  read: (text: string) => Result,
  most = mostTexts,
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const last = known.get(text);
    if (last !== undefined || known.has(text)) {
      return last as Result;
    }
    const result = read(text);
    if (text.length <= longestText) {
      if (known.size === most) {
        known.clear();
      }
      known.set(text, result);
    }
    return result;
  };
}
