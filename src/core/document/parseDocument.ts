import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Extension } from 'micromark-util-types';
import type { LevelNames } from '../citations/levelNames';
import { splitLabel } from '../citations/splitLabel';
import { hasFrontMatter } from '../markdown/frontMatterFences';
import type { MarkdownDocument } from '../markdown/parseMarkdown';
import { SourceText } from '../text/sourceText';

/**
 * A Markdown text as CommonMark reads it when exactly the citations have definitions: in `root`, each
 * citation in brackets is a link reference, and every other bracket is text. Which definitions the
 * author wrote makes no difference.
 */
export interface ParsedDocument extends MarkdownDocument {
  readonly root: Root;
  /** Every label the parser came across, by whether it was taken for a citation's. */
  readonly labels: ReadonlyMap<string, boolean>;
}

/** Parses any text; what is a citation in it depends on the names of the ladder's levels. */
export function parseDocument(text: string, levels: LevelNames): ParsedDocument {
  const source = new SourceText(text);
  const labels = new CitationLabels(levels);
  const root = fromMarkdown(source.text, {
    extensions: [
      // Where the first line is a rule and no fence, the extension would take block quotes and lists for text.
      ...(hasFrontMatter(source) ? [frontmatter(['yaml'])] : []),
      ...dialect,
      definedLabels(labels),
    ],
    mdastExtensions: [
      frontmatterFromMarkdown(['yaml']),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmFootnoteFromMarkdown(),
    ],
  });
  return { source, root, labels: labels.seen };
}

/**
 * Whether a ladder with other levels reads the same brackets as citations, so that the document need
 * not be parsed again.
 */
export function isParsedFor(document: ParsedDocument, levels: LevelNames): boolean {
  return [...document.labels].every(([label, isCitation]) => isCitationLabel(label, levels) === isCitation);
}

const dialect: readonly Extension[] = [gfmTable(), gfmTaskListItem(), gfmFootnote()];

/** The longest label that CommonMark allows a definition. */
const longestLabel = 999;

function isCitationLabel(label: string, levels: LevelNames): boolean {
  return label.length <= longestLabel && splitLabel(label, levels) !== undefined;
}

/** Stands in for the parser's list of defined labels and tells it that all citations are, and nothing else. */
class CitationLabels extends Array<string> {
  readonly #levels: LevelNames;
  readonly seen = new Map<string, boolean>();

  constructor(levels: LevelNames) {
    super();
    this.#levels = levels;
  }

  override includes(label: string): boolean {
    // Without a colon no ladder can make it a citation.
    if (label.length > longestLabel || !label.includes(':')) {
      return false;
    }
    const known = this.seen.get(label);
    if (known !== undefined) {
      return known;
    }
    const isCitation = isCitationLabel(label, this.#levels);
    this.seen.set(label, isCitation);
    return isCitation;
  }
}

/** A construct that matches nothing: it only hands the list to the one that closes links after it. */
function definedLabels(labels: CitationLabels): Extension {
  const rightSquareBracket = 93;
  return {
    text: {
      [rightSquareBracket]: {
        name: 'careerLadderDefinedLabels',
        tokenize(_effects, _ok, nok) {
          this.parser.defined = labels;
          return nok;
        },
      },
    },
  };
}
