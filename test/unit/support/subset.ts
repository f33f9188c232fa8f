/** A place where an answer does not hold what was expected of it. */
export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * Compares an answer with an expectation that names only some of its fields: every field named must be
 * there with its value, arrays must be equally long. `{"$includes": […]}` asks for an array that holds,
 * anywhere, an item for each of these; for `expectations`, `{}` asks for an object without fields.
 */
export function differences(expected: unknown, actual: unknown, path = ''): readonly Difference[] {
  if (isRecord(expected) && Array.isArray(expected.$includes)) {
    const items = Array.isArray(actual) ? actual : [];
    return expected.$includes
      .filter((item) => !items.some((one) => differences(item, one).length === 0))
      .map((item) => ({ path: `${path}[*]`, expected: item, actual }));
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || expected.length !== actual.length) {
      return [{ path, expected, actual }];
    }
    return expected.flatMap((item, index) => differences(item, actual[index], `${path}[${index}]`));
  }
  if (isRecord(expected)) {
    const keys = Object.keys(expected);
    if (
      !isRecord(actual) ||
      (path.endsWith('.expectations') && keys.length === 0 && Object.keys(actual).length > 0)
    ) {
      return [{ path, expected, actual }];
    }
    return keys.flatMap((key) => differences(expected[key], actual[key], `${path}.${key}`));
  }
  return expected === actual ? [] : [{ path, expected, actual }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
