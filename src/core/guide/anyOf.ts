/** Matches where one of some patterns does; an earlier one counts before a later one, as in an alternation. */
export function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}
