import { styleText } from 'node:util';
import type { OutlineStyle } from '../core/outline/outlineText';

/** Colours on a terminal that wants them, plain text elsewhere. */
export function terminalStyle(stream: NodeJS.WriteStream): OutlineStyle {
  const styled = stream.isTTY && stream.hasColors() && !('NO_COLOR' in process.env);
  const style =
    (format: Parameters<typeof styleText>[0]) =>
    (text: string): string =>
      styled ? styleText(format, text) : text;
  return { strong: style('bold'), faint: style('gray'), warning: style('yellow') };
}
