import { open } from 'node:fs/promises';
import { decodeText } from './decodeText';

/** A text that begins like one with front matter; undefined for any other, of which only the first bytes are read. */
export async function readWithFrontMatter(file: string): Promise<string | undefined> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8);
    const start = buffer.subarray(0, bytesRead);
    if (!decodeText(start).startsWith('---')) {
      return undefined;
    }
    return decodeText(Buffer.concat([start, await handle.readFile()]));
  } finally {
    await handle.close();
  }
}
