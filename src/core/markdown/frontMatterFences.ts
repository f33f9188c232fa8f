import type { SourceText, TextRange } from '../text/sourceText';

const frontMatterFences = /^---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?<=[\r\n])---[ \t]*(?=[\r\n]|$(?![\s\S]))/du;

/** The YAML at the beginning of a text. */
interface FencedYaml {
  readonly yaml: string;
  /** Where the YAML begins, behind the first fence. */
  readonly start: number;
  /** With both fences. */
  readonly range: TextRange;
}

/** The front matter of a text, readable or not; undefined for a text without. */
export function fencedYaml(text: string): FencedYaml | undefined {
  const match = frontMatterFences.exec(text);
  const [start, end] = match?.indices?.[1] ?? [];
  return match === null || start === undefined
    ? undefined
    : { yaml: text.slice(start, end), start, range: { start: 0, end: match[0].length } };
}

/** Whether a text begins with front matter, readable or not. */
export function hasFrontMatter({ text }: SourceText): boolean {
  return frontMatterFences.test(text);
}

/** Whether a line, without its line break, may open or close front matter. */
export function isFence(line: string): boolean {
  return /^---[ \t]*$/u.test(line);
}
