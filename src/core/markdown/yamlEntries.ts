import { EVENT_ID, type Event, getScalarValue, type ScalarEvent } from 'js-yaml';
import type { TextRange } from '../text/sourceText';

/** A value that is text, and where it stands. */
export interface EntryText {
  readonly text: string;
  /** The value without quotation marks; empty, behind the colon, where it has still to be written. */
  readonly range: TextRange;
}

/** An entry of a mapping whose key is text. */
export interface Entry {
  readonly name: string;
  readonly key: ScalarEvent;
  /** Where its value begins. */
  readonly value: Event;
  readonly mapping: Collection;
}

/** A document, a list or a mapping that is open. */
export interface Collection {
  readonly isMapping: boolean;
  /** Whether it is what the front matter itself is. */
  readonly isOutermost: boolean;
  /** Of a mapping: whether the next of its keys and values, which come in turn, is a key. */
  isKeyNext: boolean;
  /** Of a mapping: the last key, if it is text. */
  key: ScalarEvent | undefined;
}

/** The entries of all mappings, in the order of their keys. */
export function entriesOf(events: readonly Event[], yaml: string): readonly Entry[] {
  const entries: Entry[] = [];
  const open: Collection[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const around = open.at(-1);
    if (around?.isMapping) {
      if (around.isKeyNext) {
        around.key = isScalar(event) ? event : undefined;
      } else if (around.key !== undefined) {
        const { key } = around;
        entries.push({ name: getScalarValue(yaml, key), key, value: event, mapping: around });
      }
      around.isKeyNext = !around.isKeyNext;
    }
    if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) {
      const isMapping = event.type === EVENT_ID.MAPPING;
      open.push({ isMapping, isOutermost: open.length === 1, isKeyNext: isMapping, key: undefined });
    }
  }
  return entries;
}

/**
 * The value of the first key of a name that is the front matter's own; undefined where there is none or it is no text.
 *
 * @param offset Where the YAML begins in its file.
 */
export function entryText(
  entries: readonly Entry[],
  key: string,
  yaml: string,
  offset: number,
): EntryText | undefined {
  const found = entries.find(({ name, mapping }) => name === key && mapping.isOutermost);
  return found !== undefined && isScalar(found.value)
    ? { text: getScalarValue(yaml, found.value), range: valueRange(found.key, found.value, yaml, offset) }
    : undefined;
}

export function isScalar(event: Event): event is ScalarEvent {
  return event.type === EVENT_ID.SCALAR;
}

function valueRange(
  key: ScalarEvent,
  { valueStart, valueEnd }: ScalarEvent,
  yaml: string,
  offset: number,
): TextRange {
  const value = yaml.slice(valueStart, valueEnd);
  if (value === '') {
    const behindColon = offset + yaml.indexOf(':', key.valueEnd) + 1;
    return { start: behindColon, end: behindColon };
  }
  const start = valueStart + (value.length - value.trimStart().length);
  return { start: offset + start, end: offset + Math.max(start, valueStart + value.trimEnd().length) };
}
