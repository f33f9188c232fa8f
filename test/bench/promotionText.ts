import type { Capability } from '../../src/core/ladder/model';

type Named = Pick<Capability, 'level' | 'name'>;

/**
 * A promotion document of about so many characters, the same in every run: sections that cite capabilities,
 * with prose, lists, tables, quotations, code, a mention here and there and definitions at the end.
 */
export function promotionText(capabilities: readonly Named[], length: number): string {
  const write = new Writer(capabilities);
  const parts = ['---\ntitle: A long case\npromotion: M1 to M2\n---', '# The case for Ines Duarte'];
  for (let size = 0; size < length; size = parts.reduce((sum, part) => sum + part.length + 2, 0)) {
    parts.push(...write.section());
  }
  return `${[...parts, ...write.definitions()].join('\n\n')}\n`;
}

const subjects = ['The team', 'Our group', 'A new engineer', 'Nadia', 'Support', 'The release crew', 'I'];
const verbs = ['moved', 'wrote down', 'halved', 'agreed on', 'replaced', 'took over', 'reviewed', 'measured'];
const objects = [
  'the on-call rota',
  'the summer freeze',
  'three *old* routines',
  'the `deploy` script',
  'how we plan',
  'the way from a report to a mend',
  'the **billing** hand-over',
];
const ends = [
  'before the autumn',
  'without being asked',
  'since March 2025',
  'in 14 working days',
  'and nobody had to wait for me',
  'see the [log](https://example.com/log?page=3#top)',
  'as she wrote: "I did not notice until you told me"',
  'and it has held for two quarters',
];

class Writer {
  readonly #capabilities: readonly Named[];
  #state = 20_251_121;
  #sections = 0;

  constructor(capabilities: readonly Named[]) {
    this.#capabilities = capabilities;
  }

  section(): readonly string[] {
    this.#sections += 1;
    const heading =
      this.#sections % 4 === 1 ? `## [${this.#label()}]` : `### What happened in week ${this.#sections}`;
    const kinds = [
      () => this.#paragraph(),
      () => this.#list(),
      () => this.#table(),
      () => `> ${this.#sentences(2)}`,
      () => `\`\`\`sh\nmake release-${this.#sections}\n# ${this.#sentences(1)}\n\`\`\``,
    ];
    const blocks = Array.from({ length: 3 }, () => this.#one(kinds)());
    return [heading, this.#paragraph(), ...blocks, `${this.#sentences(2)} [${this.#label()}]`];
  }

  definitions(): readonly string[] {
    return [
      this.#capabilities
        .map(({ level, name }) => `[${level}: ${name}]: ../guides/m1-to-m2.md#${name.toLowerCase()}`)
        .join('\n'),
    ];
  }

  #paragraph(): string {
    const { name } = this.#one(this.#capabilities);
    const mention = this.#next(6) === 0 ? ` It is mostly about ${name.toLowerCase()}.` : '';
    return `${this.#sentences(3 + this.#next(3))}${mention}`;
  }

  #list(): string {
    return Array.from(
      { length: 4 },
      (_, item) =>
        `- ${this.#sentences(1)}${item === 3 ? `\n  [${this.#label()} #${1 + this.#next(3)}]` : ''}`,
    ).join('\n');
  }

  #table(): string {
    const rows = Array.from(
      { length: 4 },
      () => `| ${this.#one(objects)} | ${this.#sentences(1)} | [${this.#label()}] |`,
    );
    return ['| Routine | Then and now | Shows |', '|---|---|---|', ...rows].join('\n');
  }

  #sentences(count: number): string {
    return Array.from(
      { length: count },
      () =>
        `${this.#one(subjects)} ${this.#one(verbs)} ${this.#one(objects)} and ${this.#one(verbs)} ${this.#one(objects)}, ${this.#one(ends)}.`,
    ).join(' ');
  }

  #label(): string {
    const { level, name } = this.#one(this.#capabilities);
    return `${level}: ${name}`;
  }

  #one<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.#next(things.length)];
    if (thing === undefined) {
      throw new Error('nothing to choose from');
    }
    return thing;
  }

  /** A number from 0 up to `below`, by a linear congruence. */
  #next(below: number): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }
}
