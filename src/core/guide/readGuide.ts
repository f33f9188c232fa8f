import type { RootContent } from 'mdast';
import { rangeOf } from '../markdown/nodes';
import type { MarkdownDocument } from '../markdown/parseMarkdown';
import { normalize } from './blocks/normalize';
import { findChapters } from './chapters';
import { endOfToml, frontMatterTitle } from './frontMatterTitle';
import { present } from './lists';
import type { Guide } from './model';
import { mergeConflicts, unclosedBlock } from './problems/brokenText';
import { checkGuide } from './problems/checkGuide';
import { readChapter } from './readChapter';

/**
 * Reads a Markdown document as a guide.
 *
 * @param path The name by which the guide is known from here on.
 * @returns undefined for a document that is no guide; never throws. What could not be read of a
 *   guide stands in its `problems`.
 */
export function readGuide(path: string, document: MarkdownDocument): Guide | undefined {
  const { source, root } = document;
  if (root.children.some(isPromotionFrontMatter)) {
    return undefined;
  }
  const toml = endOfToml(source);
  const { blocks, slips } = normalize(
    toml === 0 ? root.children : root.children.filter((node) => rangeOf(node).end > toml),
    source,
  );
  const chapters = findChapters(blocks, () => frontMatterTitle(source));
  const read = chapters.map((chapter) => readChapter(chapter, document));
  const transitions = read.flatMap((chapter) => chapter.transition ?? []);
  if (read.length === 0) {
    return undefined;
  }
  const conflicts = mergeConflicts(source);
  const unclosed = unclosedBlock(root.children, source);
  const guide: Guide = {
    path,
    source,
    levels: read.flatMap((chapter) => chapter.levels),
    transitions,
    capabilities: read.flatMap((chapter) => chapter.capabilities),
    extras: read.flatMap((chapter) => chapter.extras),
    problems: [...slips, ...present(unclosed), ...read.flatMap((chapter) => chapter.problems)],
  };
  const problems = [...guide.problems, ...checkGuide(guide, unclosed !== undefined)];
  return {
    ...guide,
    problems: conflicts.length > 0 ? conflicts : problems.sort((a, b) => a.range.start - b.range.start),
  };
}

/** A promotion document is never a guide, even where its title names two levels. */
function isPromotionFrontMatter(node: RootContent): boolean {
  return node.type === 'yaml' && /^["']?promotion["']?[ \t]*:/mu.test(node.value);
}
