import { type Disposable, StatusBarAlignment, window } from 'vscode';
import { coverageTotal, nothingAsked } from '../core/promotion/coverageRows';
import { registerAll } from './disposables';
import type { Shown, ShownPromotion } from './promotions/shownPromotion';

/** Registers the total of the promotion document in the active editor, in the status bar. */
export function registerCoverageStatus(shown: ShownPromotion): Disposable {
  const item = window.createStatusBarItem('careerLadder.coverage', StatusBarAlignment.Right, 100);
  item.name = 'Career Ladder: Evidence';
  item.command = 'careerLadder.evidence.focus';
  const show = (current: Shown | undefined): void => {
    const promotion = current?.isActive ? current.promotion : undefined;
    if (promotion === undefined || nothingAsked(promotion) !== undefined) {
      item.hide();
      return;
    }
    const total = coverageTotal(promotion.coverage);
    item.text = `$(mortar-board) ${total}`;
    item.tooltip = [
      'Evidence for the promotion',
      ...promotion.coverage.map(({ capability, state }) => `${capability.name}: ${state}`),
    ].join('\n');
    item.accessibilityInformation = { label: `Evidence for the promotion: ${total}`, role: 'button' };
    item.show();
  };
  show(shown.current);
  return registerAll([item, shown.onDidChange(show)]);
}
