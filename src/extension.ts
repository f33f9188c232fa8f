import type { ExtensionContext } from 'vscode';
import { registerAddSection } from './editor/addSection';
import { registerChangeGuides } from './editor/changeGuides';
import { registerCompareLevels } from './editor/compare/compareLevels';
import { registerCompletion } from './editor/completion';
import { registerCopy } from './editor/copy';
import { registerCopyCoverage } from './editor/copyCoverage';
import { registerCopyGuides } from './editor/copyGuides';
import { registerCoverageStatus } from './editor/coverageStatus';
import { registerDefinitions } from './editor/definitions';
import { registerEvidenceView } from './editor/evidenceView';
import { registerFindCapability } from './editor/findCapability';
import { registerFindReferences } from './editor/findReferences';
import { registerFormerNames } from './editor/formerNames';
import { registerGuideLenses } from './editor/guideLenses';
import { registerGuideProblems } from './editor/guideProblems';
import { Ladders } from './editor/guides/ladders';
import { registerHighlights } from './editor/highlights';
import { registerHover } from './editor/hover';
import { registerInsertCitation } from './editor/insertCitation';
import { registerLadderView } from './editor/ladderView';
import { registerLinkDefinitions } from './editor/linkDefinitions';
import { Log } from './editor/log';
import { registerMovedSignals } from './editor/movedSignals';
import { registerNewPromotion } from './editor/newPromotion';
import { registerOpenGuide } from './editor/openGuide';
import { registerPromotionProblems } from './editor/promotions/promotionProblems';
import { Promotions } from './editor/promotions/promotions';
import { ShownPromotion } from './editor/promotions/shownPromotion';
import { registerQuickFixes } from './editor/quickFixes';
import { RangeHighlight } from './editor/rangeHighlight';
import { FollowedNames } from './editor/references/followedNames';
import { FollowedSignalNumbers } from './editor/references/followedSignalNumbers';
import { OpenSites } from './editor/references/openSite';
import { References } from './editor/references/references';
import { registerRename } from './editor/rename';
import { registerStrayCitations } from './editor/strayCitations';
import { registerWorkspaceSymbols } from './editor/workspaceSymbols';

/** Called by VS Code; it must return at once, so nothing is read here before something asks for it. */
export function activate(context: ExtensionContext): void {
  // The marks tell what of a slow start is ours; so does careerLadder/read, set for each guide that is read.
  performance.mark('careerLadder/activate/begin');
  const ladders = new Ladders(context);
  const promotions = new Promotions(ladders);
  const shown = new ShownPromotion(promotions, ladders, context.workspaceState);
  const log = new Log();
  const references = new References(ladders, promotions, log);
  const names = new FollowedNames(ladders);
  const numbers = new FollowedSignalNumbers(ladders);
  const sites = new OpenSites(ladders, promotions);
  const highlight = new RangeHighlight();
  context.subscriptions.push(
    log,
    ladders,
    references,
    names,
    numbers,
    shown,
    highlight,
    registerLadderView(context, ladders),
    registerOpenGuide(ladders),
    registerFindCapability(ladders),
    registerCopy(ladders),
    registerCopyGuides(ladders),
    registerChangeGuides(ladders),
    registerGuideProblems(context, ladders),
    registerPromotionProblems(context, ladders, promotions),
    registerQuickFixes(ladders, promotions),
    registerHover(promotions),
    registerCompletion(ladders, promotions),
    registerDefinitions(promotions),
    registerNewPromotion(ladders),
    registerAddSection(promotions, shown),
    registerLinkDefinitions(promotions, shown),
    registerInsertCitation(ladders, promotions, shown),
    registerHighlights(sites),
    registerEvidenceView(context, shown, highlight),
    registerCoverageStatus(shown),
    registerCopyCoverage(promotions, shown),
    registerWorkspaceSymbols(ladders),
    registerFindReferences(ladders, sites, references),
    registerGuideLenses(ladders, references, names),
    registerFormerNames(ladders, references, names),
    registerMovedSignals(ladders, references, numbers),
    registerStrayCitations(ladders, references, names),
    registerRename(ladders, sites, references),
    registerCompareLevels(context, ladders, shown, highlight),
  );
  performance.mark('careerLadder/activate/end');
}
