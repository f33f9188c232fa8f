import { escapeLabel } from '../citations/escapeLabel';
import type { LadderIndex } from '../citations/ladderIndex';
import type { Promotion } from '../document/readPromotion';
import type { Capability } from '../ladder/model';
import { nameKey } from '../names';
import type { TextRange } from '../text/sourceText';

/** Something that can be written where the cursor stands. */
export interface Completion {
  readonly kind: 'citation' | 'signal' | 'promotion';
  /** How it is listed. */
  readonly label: string;
  readonly detail: string | undefined;
  /** What takes the place of `range`. */
  readonly text: string;
  /** What stands there already, from the bracket, the number sign or the value's beginning. */
  readonly range: TextRange;
  /** What a reader may type to find it; begins with what stands there. */
  readonly filter: string;
  readonly capability: Capability | undefined;
}

/**
 * What can be written at an offset of a promotion document: citations in an open bracket, the target's
 * first and those not cited yet before the others; signals behind `#`; transitions behind `promotion:`.
 */
export function completionsAt(promotion: Promotion, offset: number): readonly Completion[] {
  const { document, value } = promotion;
  const { source, frontMatter, blocks } = document;
  if (frontMatter !== undefined && offset < frontMatter.range.end) {
    return offset >= value.range.start && offset <= value.range.end ? promotionValues(promotion) : [];
  }
  const block = blocks.find(({ range }) => range.start <= offset && offset <= range.end);
  const isInCode = block?.runs.some(
    ({ kind, range }) => kind === 'code' && range.start < offset && offset < range.end,
  );
  if (block === undefined || block.kind === 'code' || block.kind === 'html' || isInCode === true) {
    return [];
  }
  const line = source.lineAt(offset);
  const before = source.slice({ start: line.start, end: offset });
  const open = /(?<!\\)\[(?<label>(?:[^[\]\\]|\\.)*)$/u.exec(before);
  if (open?.groups?.label === undefined) {
    return [];
  }
  const start = line.start + open.index;
  // A closing bracket that an editor has put there is written anew with the rest.
  const end = source.text.charAt(offset) === ']' ? offset + 1 : offset;
  const signal = /^(?<name>.+?)\s*#(?<number>\d*)$/u.exec(open.groups.label)?.groups;
  return signal?.name === undefined
    ? citations(promotion, { start, end }, block.kind === 'cell')
    : signals(promotion.index, signal.name, { start: offset - (signal.number ?? '').length, end: offset });
}

function citations(promotion: Promotion, range: TextRange, isInTable: boolean): readonly Completion[] {
  const { index, target, coverage } = promotion;
  const wanted = target.kind === 'unknown' ? [] : target.capabilities;
  const cited = new Set(
    coverage.filter(({ state }) => state !== 'missing').map(({ capability }) => capability),
  );
  const others = index.ladder.levels
    .flatMap(({ capabilities }) => capabilities)
    .filter((one) => !wanted.includes(one));
  const ordered = [
    ...wanted.filter((capability) => !cited.has(capability)),
    ...wanted.filter((capability) => cited.has(capability)),
    ...others,
  ];
  return ordered.map((capability) => {
    const label = `${capability.level}: ${capability.name}`;
    return {
      kind: 'citation',
      label,
      detail: wanted.includes(capability)
        ? cited.has(capability)
          ? 'cited'
          : 'not cited yet'
        : 'another level',
      text: `[${escapeLabel(label, isInTable)}]`,
      range,
      filter: `[${label}`,
      capability,
    };
  });
}

function signals({ ladder }: LadderIndex, label: string, range: TextRange): readonly Completion[] {
  const key = nameKey(label);
  const capability = ladder.levels
    .flatMap(({ capabilities }) => capabilities)
    .find(({ level, name }) => nameKey(`${level}: ${name}`) === key);
  return (capability?.signals ?? []).map(({ text }, place) => ({
    kind: 'signal',
    label: `#${place + 1}`,
    detail: text,
    text: String(place + 1),
    range,
    filter: String(place + 1),
    capability,
  }));
}

function promotionValues({ index: { ladder }, value }: Promotion): readonly Completion[] {
  const values = [
    ...ladder.transitions.map(({ from, to }) => `${from} to ${to}`),
    ...ladder.levels.filter(({ capabilities }) => capabilities.length > 0).map(({ id }) => id),
  ];
  return values.map((text) => ({
    kind: 'promotion',
    label: text,
    detail: undefined,
    text,
    range: value.range,
    filter: text,
    capability: undefined,
  }));
}
