/** One figure of the benchmark. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure should not be above this; undefined where it is only told. */
  readonly goal: number | undefined;
  readonly detail: string;
}
