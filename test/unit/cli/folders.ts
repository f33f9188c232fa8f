import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { temporaryFolder } from '../../../scripts/lib/temporaryFolder.mjs';

/** A folder that nothing else uses, and that any user may read. */
export function emptyFolder(): string {
  const folder = temporaryFolder('cli');
  chmodSync(path.dirname(folder), 0o755);
  chmodSync(folder, 0o755);
  return folder;
}

/** A new folder with the files given, by path and text. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** A copy of one of the sample workspaces, away from the checkout and its guides. */
export function copyOfSample(name: string): string {
  const folder = emptyFolder();
  cpSync(path.join(root, 'test/samples', name), folder, { recursive: true });
  return folder;
}
