import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mapLimited } from '../../src/core/mapLimited';

/** A generated workspace: its files relative to the folder they are in. */
export interface Workspace {
  readonly folder: string;
  readonly files: readonly string[];
  readonly guides: readonly string[];
  readonly promotions: readonly string[];
  /** The characters of the promotion documents alone. */
  readonly promotionSize: number;
  /** The guide with the heading that each promotion document links to once, and the line it is on. */
  readonly linked: { readonly guide: string; readonly line: number; readonly name: string };
}

/** How long a note or a promotion document is. */
const length = 8000;
const namesPerGuide = 8;

/**
 * Writes a workspace, the same in every run: of each 10,000 files 500 are promotion documents with 20
 * citations each and 40 are guides; the rest is ordinary Markdown full of links, brackets and code. The first
 * guide and the first promotion document are the same however many files there are.
 */
export async function makeWorkspace(folder: string, count: number): Promise<Workspace> {
  const guides = Array.from({ length: Math.ceil(count / 250) }, (_, at) => guideText(at, randomNumbers(at)));
  const promotions = Array.from({ length: count / 20 }, (_, at) =>
    promotionText(at, guides.length, randomNumbers(at)),
  );
  const random = randomNumbers(20_251_121);
  const notes = Array.from({ length: count - guides.length - promotions.length }, () => noteText(random));
  const texts = new Map([
    ...guides.map((text, at) => [`guides/${guideName(at)}`, text] as const),
    ...promotions.map((text, at) => [`promotions/${at % 20}/case-${at}.md`, text] as const),
    ...notes.map((text, at) => [`docs/${at % 100}/note-${at}.md`, text] as const),
  ]);
  const folders = new Set([...texts.keys()].map((file) => path.join(folder, path.dirname(file))));
  await mapLimited([...folders], (one) => mkdir(one, { recursive: true }));
  await mapLimited([...texts], ([file, text]) => writeFile(path.join(folder, file), text));
  const files = [...texts.keys()];
  const first = guides[0] ?? '';
  return {
    folder,
    files,
    guides: files.filter((file) => file.startsWith('guides/')),
    promotions: files.filter((file) => file.startsWith('promotions/')),
    promotionSize: promotions.reduce((sum, text) => sum + text.length, 0),
    linked: {
      guide: `guides/${guideName(0)}`,
      line: first.split('\n').indexOf(`### 1. ${nameOf(0, 0)}`),
      name: nameOf(0, 0),
    },
  };
}

function guideName(at: number): string {
  return `l${at + 1}-to-l${at + 2}.md`;
}

const subjects = ['Systems', 'Hiring', 'Strategy', 'Delivery', 'Writing', 'Budget', 'Quality', 'Mentoring'];

function nameOf(guide: number, at: number): string {
  return `${subjects[at % subjects.length]} and Scale ${guide + 1}`;
}

function guideText(guide: number, random: Random): string {
  return [
    `# Progression Guide: L${guide + 1} to L${guide + 2}`,
    prose(random, 400),
    '## Key Capabilities to Develop',
    ...Array.from({ length: namesPerGuide }, (_, at) => [
      `### ${at + 1}. ${nameOf(guide, at)}`,
      `At L${guide + 1}, you ${prose(random, 150)} At L${guide + 2}, you ${prose(random, 150)}`,
      '**What this looks like:**',
      bullets(random, 4),
      '**How to develop this:**',
      bullets(random, 3),
    ]).flat(),
    '## Common Pitfalls',
    `**${subjects[guide % subjects.length]} first**`,
    prose(random, 200),
  ].join('\n\n');
}

function promotionText(at: number, guides: number, random: Random): string {
  const guide = at % guides;
  const link = `../../guides/${guideName(guide)}`;
  const cited = Array.from({ length: 19 }, (_, number) => nameOf(guide, 1 + (number % (namesPerGuide - 1))));
  return [
    `---\ntitle: Case ${at}\npromotion: L${guide + 1} to L${guide + 2}\n---`,
    `# Case ${at}`,
    `${prose(random, 200)} [as the first guide has it](../../guides/${guideName(0)}#1-systems-and-scale-1).`,
    ...cited.flatMap((name, number) => [
      number < namesPerGuide - 1
        ? `## [L${guide + 2}: ${name}]`
        : `- ${prose(random, 80)} [L${guide + 2}: ${name} #${1 + (number % 4)}]`,
      prose(random, (length - 3000) / 19),
    ]),
    ...[...new Set(cited)].map(
      (name, number) =>
        `[L${guide + 2}: ${name}]: ${link}#${number + 2}-${name.toLowerCase().replaceAll(' ', '-')}`,
    ),
  ].join('\n\n');
}

function noteText(random: Random): string {
  const parts: string[] = [`# ${sentence(random)}`];
  for (let size = 0; size < length; size = parts.reduce((sum, part) => sum + part.length + 2, 0)) {
    parts.push(
      `## ${sentence(random)}`,
      prose(random, 500),
      bullets(random, 5),
      `See [${sentence(random)}](../${random(100)}/note-${random(9000)}.md#${random(9)}) and [note: ${random(50)}], *as it is*.`,
      `\`\`\`ts\nconst value = list[${random(9)}] ?? \`x\`;\n\`\`\``,
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function bullets(random: Random, count: number): string {
  return Array.from({ length: count }, () => `- ${sentence(random)}`).join('\n');
}

function prose(random: Random, size: number): string {
  let text = '';
  while (text.length < size) {
    text += `${sentence(random)}. `;
  }
  return text.trim();
}

const words =
  'the team agreed on release notes before summer because nobody had written down how a page is woken by night and who may say no to a customer that asks for more than was planned'.split(
    ' ',
  );

function sentence(random: Random): string {
  const chosen = Array.from({ length: 6 + random(10) }, () => words[random(words.length)] ?? '');
  return `${chosen.join(' ')} ${2000 + random(26)}`;
}

/** A whole number from 0 up to a limit. */
type Random = (limit: number) => number;

/** A linear congruential generator: the same numbers everywhere. */
function randomNumbers(seed: number): Random {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
