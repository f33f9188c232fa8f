import { type TextEditor, window } from 'vscode';
import type { Promotion } from '../../core/promotion/readPromotion';
import { inform } from '../messages';
import { shownLadders } from '../shownLadders';
import { bringToFront } from '../tabs';
import { isMereVersion } from './mereVersion';
import type { Promotions } from './promotions';
import type { ShownPromotion } from './shownPromotion';

/**
 * The promotion document in the active editor, else the one that the views show, which is brought to the
 * front; undefined, and the user told why, where there is none.
 */
export async function activePromotion(
  promotions: Promotions,
  shown: ShownPromotion,
): Promise<{ readonly editor: TextEditor; readonly promotion: Promotion } | undefined> {
  const promotion = await promotionInReach(promotions, shown);
  if (promotion === undefined) {
    return undefined;
  }
  return { editor: await bringToFront(promotion.document), promotion: promotion.promotion };
}

/** The same without bringing it to the front. */
export async function promotionInReach(
  promotions: Promotions,
  shown: ShownPromotion,
): Promise<Pick<NonNullable<ShownPromotion['current']>, 'document' | 'promotion'> | undefined> {
  for (const document of [window.activeTextEditor?.document, shown.current?.document]) {
    const promotion = document && !isMereVersion(document) ? await promotions.get(document) : undefined;
    if (document !== undefined && promotion !== undefined) {
      return { document, promotion };
    }
  }
  if ((await shownLadders(promotions.ladders)).length > 0) {
    inform(
      'Open a promotion document first: a Markdown file with “promotion:” and a step of the ladder in its front matter.',
    );
  }
  return undefined;
}
