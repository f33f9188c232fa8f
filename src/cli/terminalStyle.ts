import { styleText } from 'node:util';
import type { CheckStyle } from '../core/check/checkStyle';
import type { Output } from './surroundings';

/** Colours on a terminal that wants them, plain text elsewhere. */
export function terminalStyle(output: Output): CheckStyle {
  const styled = output.isTTY === true && output.hasColors?.() === true && !('NO_COLOR' in process.env);
  const style =
    (format: Parameters<typeof styleText>[0]) =>
    (text: string): string =>
      styled ? styleText(format, text) : text;
  return {
    strong: style('bold'),
    faint: style('gray'),
    good: style('green'),
    error: style('red'),
    warning: style('yellow'),
    information: style('blue'),
    hint: style('cyan'),
  };
}
