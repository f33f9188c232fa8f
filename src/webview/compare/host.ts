import type { PanelRequest, PanelState } from '../../core/compare/panelMessages';

/** The editor around the page. */
interface Host {
  postMessage(message: PanelRequest): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): Host;

/** VS Code hands it out once. */
export const host = acquireVsCodeApi();
