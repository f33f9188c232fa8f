import { onOneLine } from './onOneLine';

/** What a terminal would take for orders, such as escape sequences or a change of the writing's direction. */
const orders = /[^\P{C}\n]|[\u2028\u2029]/gu;

/** Text without what a terminal would take for orders; line breaks stay. */
export function printable(text: string): string {
  return text.replace(orders, '');
}

/** The same on one line. */
export function printableLine(text: string): string {
  return printable(onOneLine(text));
}

/** A value as JSON, in which what a terminal would take for orders is escaped: it reads as the same value. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(orders, (order) =>
    order
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
