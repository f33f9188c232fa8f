/**
 * How many characters some work takes out of strings, one by one or as slices: a measure of how it grows
 * that is the same on any machine.
 */
export function charactersRead(work: () => unknown): number {
  const { charAt, slice } = String.prototype;
  let count = 0;
  String.prototype.charAt = function (this: string, at) {
    count += 1;
    return charAt.call(this, at);
  };
  String.prototype.slice = function (this: string, ...range) {
    const part = slice.apply(this, range);
    count += part.length;
    return part;
  };
  try {
    work();
  } finally {
    Object.assign(String.prototype, { charAt, slice });
  }
  return count;
}
