import { commands, type Disposable } from 'vscode';
import { coverageMarkdown } from '../core/promotion/coverageMarkdown';
import { nothingAsked } from '../core/promotion/coverageRows';
import { copy } from './copy';
import { inform } from './messages';
import { promotionInReach } from './promotions/activePromotion';
import type { Promotions } from './promotions/promotions';
import type { ShownPromotion } from './promotions/shownPromotion';

/** Registers `careerLadder.copyCoverage`: the coverage table of the promotion document, for whoever reviews it. */
export function registerCopyCoverage(promotions: Promotions, shown: ShownPromotion): Disposable {
  return commands.registerCommand('careerLadder.copyCoverage', async () => {
    const found = await promotionInReach(promotions, shown);
    if (found === undefined) {
      return;
    }
    const { promotion } = found;
    const nothing = nothingAsked(promotion);
    if (nothing !== undefined) {
      inform(nothing);
    } else {
      await copy(coverageMarkdown(promotion), 'the coverage table');
    }
  });
}
