import type { CancellationToken, TextDocument, Uri } from 'vscode';
import type { Guide } from '../../core/guide/model';
import type { Ladder } from '../../core/ladder/model';
import type { Ladders } from './ladders';

/** A guide in an editor, and the ladder that it is part of. */
export interface CurrentGuide {
  readonly guide: Guide;
  readonly ladder: Ladder;
}

/**
 * The guide as it stands in the editor: while it is typed in, once the ladder has followed.
 *
 * @returns undefined for a document that is no guide of the workspace.
 */
export async function currentGuide(
  document: TextDocument,
  ladders: Ladders,
  token: CancellationToken,
): Promise<CurrentGuide | undefined> {
  if (!ladders.isGuideFile(document.uri)) {
    return undefined;
  }
  let found = await guideOf(document.uri, ladders);
  while (isBehind(found, document) && !token.isCancellationRequested) {
    await nextReading(ladders, token);
    found = await guideOf(document.uri, ladders);
  }
  return token.isCancellationRequested ? undefined : found;
}

function isBehind(found: CurrentGuide | undefined, document: TextDocument): boolean {
  return found !== undefined && !document.isClosed && found.guide.source.text !== document.getText();
}

async function guideOf(uri: Uri, ladders: Ladders): Promise<CurrentGuide | undefined> {
  const named = (await ladders.get()).ladderOf(uri);
  const path = uri.toString();
  const guide = named?.isBuiltIn === false ? named.ladder.guides.find((one) => one.path === path) : undefined;
  return named && guide && { guide, ladder: named.ladder };
}

function nextReading(ladders: Ladders, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      reading.dispose();
      cancelling.dispose();
      resolve();
    };
    const reading = ladders.onDidRead(done);
    const cancelling = token.onCancellationRequested(done);
  });
}
