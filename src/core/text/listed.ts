/** Items as a sentence lists them: "M1", "M1 and M2", "M1, M2 and M3". */
export function listed(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.slice(-1);
  const others = items.slice(0, -1).join(', ');
  return [...(others === '' ? [] : [others]), ...last].join(` ${word} `);
}
