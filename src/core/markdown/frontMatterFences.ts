import type { SourceText } from '../text/sourceText';

/** The front matter at the beginning of a text, with what stands between its fences. */
export const frontMatterFences =
  /^---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?<=[\r\n])---[ \t]*(?=[\r\n]|$(?![\s\S]))/du;

/** Whether a text begins with front matter, readable or not. */
export function hasFrontMatter({ text }: SourceText): boolean {
  return frontMatterFences.test(text);
}

/** Whether a line, without its line break, may open or close front matter. */
export function isFence(line: string): boolean {
  return /^---[ \t]*$/u.test(line);
}
