import { parseEvents } from 'js-yaml';
import type { Heading } from 'mdast';
import { fencedYaml } from '../markdown/frontMatterFences';
import { type EntryText, entriesOf, entryText } from '../markdown/yamlEntries';
import type { SourceText } from '../text/sourceText';

/** The title that a page has in its front matter, in YAML or TOML, as a heading in that place. */
export function frontMatterTitle(source: SourceText): Heading | undefined {
  const title = yamlTitle(source) ?? tomlTitle(source);
  return title && asHeading(title, source);
}

function yamlTitle(source: SourceText): EntryText | undefined {
  const { yaml = '', start = 0 } = fencedYaml(source.text) ?? {};
  if (!/^["']?title["']?[ \t]*:/mu.test(yaml)) {
    return undefined;
  }
  try {
    return entryText(entriesOf(parseEvents(yaml, {}), yaml), 'title', yaml, start);
  } catch {
    return undefined;
  }
}

/** Front matter in TOML, which Markdown reads as text; what stands there before the first table. */
const tomlFences = /^\+\+\+[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?[\r\n])?\+\+\+[ \t]*(?=[\r\n]|$)/u;
const tomlEntry = /^title[ \t]*=[ \t]*(["'])(.+)\1[ \t]*$/dmu;

/** Where front matter in TOML ends; 0 in a text without any. */
export function endOfToml({ text }: SourceText): number {
  return text.startsWith('+++') ? (tomlFences.exec(text)?.[0].length ?? 0) : 0;
}

function tomlTitle(source: SourceText): EntryText | undefined {
  const [own = ''] = source.text.slice(0, endOfToml(source)).split(/^[ \t]*\[/mu);
  const match = tomlEntry.exec(own);
  const [start, end] = match?.indices?.[2] ?? [];
  return match?.[2] === undefined || start === undefined || end === undefined
    ? undefined
    : { text: match[2], range: { start, end } };
}

function asHeading({ text, range }: EntryText, source: SourceText): Heading {
  const place = (offset: number) => ({
    line: source.lineNumberAt(offset),
    column: source.positionAt(offset).column + 1,
    offset,
  });
  const position = { start: place(range.start), end: place(range.end) };
  return { type: 'heading', depth: 1, children: [{ type: 'text', value: text, position }], position };
}
