/** So many of something: "1 signal", "3 signals". */
export function counted(amount: number, singular: string, plural = `${singular}s`): string {
  return `${amount} ${amount === 1 ? singular : plural}`;
}
