import path from 'node:path';
import { runProgram } from './program';

for (const stream of [process.stdout, process.stderr]) {
  // Whoever reads along may stop reading, as `head` does: nothing is wrong then.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') {
      // A full disk, for instance: the status of findings would say that all of them are there to read.
      process.stderr.write(`career-ladder: cannot print: ${error.message}\n`);
      process.exit(2);
    }
  });
}

const surroundings = {
  out: process.stdout,
  err: process.stderr,
  // They ship beside the folder that holds this program.
  builtInGuides: path.join(__dirname, '..', 'guides'),
};

runProgram(process.argv.slice(2), surroundings).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.exitCode = 2;
    console.error(error);
  },
);
