import { RelativePattern, Uri, workspace } from 'vscode';
import { eventually } from './eventually';

/** Until the window notices files that change in a folder, which it does some seconds after its start. */
export async function watching(folder: Uri): Promise<void> {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, 'probe-*'));
  let isSeen = false;
  watcher.onDidCreate(() => {
    isSeen = true;
  });
  const probes: Uri[] = [];
  try {
    await eventually(async () => {
      // A new one each time: events of one file may cancel each other out.
      const probe = Uri.joinPath(folder, `probe-${probes.length}`);
      probes.push(probe);
      await workspace.fs.writeFile(probe, new Uint8Array());
      await eventually(() => {
        if (!isSeen) {
          throw new Error('the window does not notice a new file');
        }
      }, 1000);
    }, 30_000);
  } finally {
    watcher.dispose();
    await Promise.all(probes.map((probe) => workspace.fs.delete(probe)));
  }
}
