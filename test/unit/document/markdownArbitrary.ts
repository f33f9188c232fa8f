import fc from 'fast-check';

/** Texts that stand before the colon of a citation, of ladders that have M1 to M3 and "R&D Lead". */
const citedLevels = [
  'M2',
  'm1',
  'M3',
  'M9',
  'M12',
  'Senior  Engineering Manager',
  'R&amp;D Lead',
  'R\\&D lead',
  'M2 ',
];
const otherLevels = [
  'note',
  'M',
  'M2b',
  'RFC 2119',
  'IC5',
  'Engineering',
  '1. M2',
  'M\\: 2',
  '^M2',
  '&#77;2',
];
const names = [
  'Systems and Scale',
  'systems  and scale',
  'A: B',
  'C&amp;D',
  'Sp\\[e\\]cial',
  'Tail\\\\',
  'Pipe \\| cell',
  'Ünï – “cödé” 🧗🏽',
  '𝔘𝔱𝔣 #2',
  'x*y*z',
  '`code` name',
  '<b>bold</b>',
  'Systems and Scale #3',
  'Scale#12',
  '#1',
  '',
  ' ',
  '&#91;x&#93;',
  'escaped \\#4',
];

const label = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...citedLevels) }, fc.constantFrom(...otherLevels)),
    fc.constantFrom(':', ': ', ':  ', ':⏎', ' :'),
    fc.oneof(
      fc.constantFrom(...names),
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map((pair) => pair.join('⏎')),
    ),
  )
  .map((parts) => parts.join(''));

const word = fc.constantFrom(
  'a',
  'We',
  'shipped',
  'M2',
  'M2:',
  '3',
  '¡',
  '🧗🏽',
  'ß',
  '…',
  'foo_bar',
  '#4',
  ' ',
  '⏎',
);
const noise = fc.constantFrom(
  '[',
  ']',
  '\\',
  '`',
  '``',
  '*',
  '**',
  '_',
  '<',
  '>',
  '(',
  ')',
  '!',
  '&',
  ':',
  '![',
  '](',
  '][',
  '~',
  '"',
  '^',
);
const destination = fc.constantFrom(
  '(u)',
  '(<a b>)',
  '(see below)',
  '( )',
  '(u "t")',
  '(a(b)c)',
  '(',
  '()',
  '(u',
);

interface Inlines {
  readonly inline: string;
  readonly inlines: string;
}

const { inlines } = fc.letrec<Inlines>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: word },
    { weight: 2, arbitrary: noise },
    { weight: 6, arbitrary: label.map((text) => `[${text}]`) },
    { weight: 2, arbitrary: label.map((text) => `[${text}][]`) },
    { weight: 1, arbitrary: label.map((text) => `![${text}]`) },
    { weight: 1, arbitrary: label.map((text) => `\`[${text}]\``) },
    { weight: 1, arbitrary: label.map((text) => `<!-- [${text}] -->`) },
    { weight: 1, arbitrary: label.map((text) => `<a title="[${text}]">`) },
    { weight: 1, arbitrary: label.map((text) => `\\[${text}]`) },
    { weight: 1, arbitrary: label.map((text) => `[${text}\\]`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '[^1]',
        '[ ]',
        '[x]',
        '[foo]',
        '[foo][bar]',
        '<https://x.y/[M2: a]>',
        'M2: b',
      ),
    },
    { weight: 2, arbitrary: fc.tuple(tie('inlines'), label).map(([text, cited]) => `[${text}][${cited}]`) },
    { weight: 1, arbitrary: fc.tuple(label, tie('inlines')).map(([cited, text]) => `[${cited}][${text}]`) },
    { weight: 1, arbitrary: fc.tuple(tie('inlines'), label).map(([text, cited]) => `![${text}][${cited}]`) },
    { weight: 2, arbitrary: fc.tuple(label, destination).map((parts) => `[${parts[0]}]${parts[1]}`) },
    {
      weight: 2,
      arbitrary: fc.tuple(tie('inlines'), destination).map((parts) => `[${parts[0]}]${parts[1]}`),
    },
    { weight: 1, arbitrary: tie('inlines').map((text) => `*${text}*`) },
    { weight: 1, arbitrary: tie('inlines').map((text) => `**${text}**`) },
    { weight: 1, arbitrary: tie('inlines').map((text) => `_${text}_`) },
    { weight: 1, arbitrary: tie('inlines').map((text) => `[${text}]`) },
  ),
  inlines: fc
    .array(tie('inline'), { minLength: 1, maxLength: 5, depthIdentifier: 'inline' })
    .map((parts) => parts.join('')),
}));

interface Blocks {
  readonly block: string;
  readonly blocks: string;
}

const { blocks } = fc.letrec<Blocks>((tie: fc.LetrecTypedTie<Blocks>) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    { weight: 8, arbitrary: inlines },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('# ', '## ', '### '), inlines)
        .map((parts) => oneLine(parts.join(''))),
    },
    { weight: 1, arbitrary: inlines.map((text) => `${text}\n---`) },
    { weight: 2, arbitrary: table() },
    { weight: 1, arbitrary: inlines.map((text) => `\`\`\`\n${text}\n\`\`\``) },
    { weight: 1, arbitrary: inlines.map((text) => indent(text, '    ')) },
    { weight: 1, arbitrary: inlines.map((text) => `<div>\n${text}\n</div>`) },
    { weight: 1, arbitrary: inlines.map((text) => `<!--\n${text}\n-->`) },
    { weight: 1, arbitrary: label.map((text) => `[${oneLine(text)}]: Done`) },
    { weight: 1, arbitrary: fc.constantFrom('---', '[foo]: /foo', '```', '<!--', '***') },
    { weight: 1, arbitrary: tie('blocks').map((text) => `[^1]: ${indent(text, '    ').trimStart()}`) },
    { weight: 2, arbitrary: tie('blocks').map((text) => indent(text, '> ')) },
    { weight: 1, arbitrary: tie('blocks').map((text) => indent(text, '>')) },
    // A line of a quote may go without its mark.
    { weight: 1, arbitrary: tie('blocks').map((text) => `> ${text}`) },
    { weight: 2, arbitrary: tie('blocks').map((text) => `- ${indent(text, '  ').trimStart()}`) },
    { weight: 1, arbitrary: tie('blocks').map((text) => `- [ ] ${indent(text, '  ').trimStart()}`) },
    { weight: 1, arbitrary: tie('blocks').map((text) => `1. ${indent(text, '   ').trimStart()}`) },
  ),
  blocks: fc
    .tuple(
      fc.array(tie('block'), { minLength: 1, maxLength: 4, depthIdentifier: 'block' }),
      fc.constantFrom('\n\n', '\n\n', '\n'),
    )
    .map(([parts, gap]) => parts.map((part) => part.replaceAll('⏎', '\n')).join(gap)),
}));

/** Markdown documents full of citations, near misses and noise, in every line ending. */
export const markdown: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '---\npromotion: M1 to M2\n---\n', '---\nx: [M2: y]\n---\n\n'),
    blocks,
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([frontMatter, text, lineEnding]) => `${frontMatter}${text}`.replaceAll('\n', lineEnding));

function table(): fc.Arbitrary<string> {
  const cell = inlines.map(oneLine);
  return fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }).map((rows) => {
    const [head = '', ...body] = rows.map(([left, right]) => `| ${left} | ${right} |`);
    return [head, '|---|:-:|', ...body].join('\n');
  });
}

function oneLine(text: string): string {
  return text.replaceAll('⏎', ' ').replace(/[\r\n]+/gu, ' ');
}

function indent(text: string, mark: string): string {
  return text
    .replaceAll('⏎', '\n')
    .split('\n')
    .map((line) => `${mark}${line}`)
    .join('\n');
}
