import type { ExtensionContext } from 'vscode';
import { registerCopy } from './editor/copy';
import { registerCopyGuides } from './editor/copyGuides';
import { registerFindCapability } from './editor/findCapability';
import { registerGuideProblems } from './editor/guideProblems';
import { Ladders } from './editor/guides/ladders';
import { registerLadderView } from './editor/ladderView';
import { registerOpenGuide } from './editor/openGuide';

/** Called by VS Code; it must return at once, so nothing is read here before something asks for it. */
export function activate(context: ExtensionContext): void {
  // The marks tell what of a slow start is ours; so does careerLadder/read, set for each guide that is read.
  performance.mark('careerLadder/activate/begin');
  const ladders = new Ladders(context);
  context.subscriptions.push(
    ladders,
    registerLadderView(context, ladders),
    registerOpenGuide(ladders),
    registerFindCapability(ladders),
    registerCopy(ladders),
    registerCopyGuides(ladders),
    registerGuideProblems(ladders),
  );
  performance.mark('careerLadder/activate/end');
}
