/** What the commands print to: a stream of the process, or what stands for one. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(): boolean;
}

/** What the program is given by whoever runs it, beside its arguments and the working directory. */
export interface Surroundings {
  readonly out: Output;
  readonly err: Output;
  /** The folder with the guides of the built-in ladder. */
  readonly builtInGuides: string;
}
