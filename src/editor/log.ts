import { type Disposable, type LogOutputChannel, window } from 'vscode';

/** The channel "Career Ladder" of the Output panel, there from the first word on. */
export class Log implements Disposable {
  #channel: LogOutputChannel | undefined;

  get channel(): LogOutputChannel {
    this.#channel ??= window.createOutputChannel('Career Ladder', { log: true });
    return this.#channel;
  }

  dispose(): void {
    this.#channel?.dispose();
  }
}
