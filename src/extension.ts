import type { ExtensionContext } from 'vscode';
import { registerCompletion } from './editor/completion';
import { registerCopy } from './editor/copy';
import { registerCopyGuides } from './editor/copyGuides';
import { registerDefinitions } from './editor/definitions';
import { registerFindCapability } from './editor/findCapability';
import { registerGuideProblems } from './editor/guideProblems';
import { Ladders } from './editor/guides/ladders';
import { registerHover } from './editor/hover';
import { registerLadderView } from './editor/ladderView';
import { registerOpenGuide } from './editor/openGuide';
import { registerPromotionFixes } from './editor/promotions/promotionFixes';
import { registerPromotionProblems } from './editor/promotions/promotionProblems';
import { Promotions } from './editor/promotions/promotions';

/** Called by VS Code; it must return at once, so nothing is read here before something asks for it. */
export function activate(context: ExtensionContext): void {
  // The marks tell what of a slow start is ours; so does careerLadder/read, set for each guide that is read.
  performance.mark('careerLadder/activate/begin');
  const ladders = new Ladders(context);
  const promotions = new Promotions(ladders);
  context.subscriptions.push(
    ladders,
    registerLadderView(context, ladders),
    registerOpenGuide(ladders),
    registerFindCapability(ladders),
    registerCopy(ladders),
    registerCopyGuides(ladders),
    registerGuideProblems(context, ladders),
    registerPromotionProblems(context, ladders, promotions),
    registerPromotionFixes(promotions),
    registerHover(promotions),
    registerCompletion(promotions),
    registerDefinitions(promotions),
  );
  performance.mark('careerLadder/activate/end');
}
