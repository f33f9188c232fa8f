import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { runProgram } from '../../../src/cli/program';

/** What a call of the program came to. */
export interface Result {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Carries out a call of the command line in this process, one at a time: the working directory is that of all.
 *
 * @param columns The width of the terminal that somebody looks at; 0 where there is none, or none is known.
 */
export async function run(args: readonly string[], cwd = root, columns = 0): Promise<Result> {
  const [out, err] = [new Printed(columns), new Printed(columns)];
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const status = await runProgram(args, { out, err, builtInGuides: path.join(root, 'guides') });
    return { status, out: out.text, err: err.text };
  } finally {
    process.chdir(before);
  }
}

class Printed {
  readonly columns: number;
  text = '';

  constructor(columns: number) {
    this.columns = columns;
  }

  write(text: string): void {
    this.text += text;
  }
}
