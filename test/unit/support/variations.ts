import type { Heading, List, ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { partOf } from '../../../src/core/guide/sectionKinds';
import { rangeOf } from '../../../src/core/markdown/nodes';
import { type MarkdownDocument, parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { collapse, plainText } from '../../../src/core/markdown/plainText';
import { walk } from '../../../src/core/markdown/walk';
import type { TextEdit } from '../../../src/core/text/textEdit';
import { edited } from './edits';

/** Another way to write a guide, which does not change what it says. */
interface Variation {
  /** The edits that write a guide in this way. */
  readonly edits: (document: MarkdownDocument) => readonly TextEdit[];
  /**
   * The tree of the guide as it was, and as it is now, by what has to be the same in them, so that a guide
   * is left as it is where Markdown would take its lines for something else. Not given where the variation
   * changes the tree, and no line can become something else by it.
   */
  readonly kept?: (root: Root) => unknown;
}

/** A guide written in another way; undefined where it cannot be without saying something else. */
export function varied(document: MarkdownDocument, name: VariationName): MarkdownDocument | undefined {
  const { edits, kept }: Variation = variations[name];
  const { text } = document.source;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const result = edited(
    text,
    edits(document).map((edit) => ({ ...edit, text: edit.text.replaceAll('\n', lineBreak) })),
  );
  const other = parseMarkdown(result);
  const isSame = kept === undefined || shapeOf(kept(document.root)) === shapeOf(kept(other.root));
  return result !== text && isSame ? other : undefined;
}

const insert = (at: number, text: string): TextEdit => ({ range: { start: at, end: at }, text });

const replace = (start: number, length: number, text: string): TextEdit => ({
  range: { start, end: start + length },
  text,
});

const unchanged = (root: Root): unknown => root;

/** The tree without some of what stands side by side in the page. */
const without =
  (isAdded: (node: RootContent) => boolean) =>
  (root: Root): unknown =>
    root.children.filter((node) => !isAdded(node));

const note = '<!-- Ask the people team -->';
const top = '[↑ Back to top](#top)';

const variations = {
  'lines that end as on Windows': {
    edits: ({ source: { text } }) =>
      [...text.matchAll(/(?<!\r)\n/gu)].map(({ index }) => replace(index, 1, '\r\n')),
    kept: unchanged,
  },
  'a byte order mark': { edits: () => [insert(0, '\uFEFF')], kept: unchanged },
  'front matter': {
    // A page has one: in YAML, or in TOML.
    edits: ({
      source: { text },
      root: {
        children: [first],
      },
    }) =>
      first?.type === 'yaml' || text.startsWith('+++')
        ? []
        : [insert(0, '---\ntitle: A page\ntags: [growth]\n---\n\n')],
    kept: without(({ type }) => type === 'yaml'),
  },

  'stars and crosses for bullets': {
    edits: ({ root }) => {
      const outer: readonly Nodes[] = root.children;
      return itemsIn(root).flatMap(({ item, list }) =>
        list.ordered === true ? [] : [replace(rangeOf(item).start, 1, outer.includes(list) ? '*' : '+')],
      );
    },
    kept: unchanged,
  },
  'numbers before parentheses': {
    edits: ({ root, source }) =>
      itemsIn(root).flatMap(({ item, list }) => {
        const [number = ''] = /^\d+(?=\.)/u.exec(source.slice(rangeOf(item))) ?? [];
        return list.ordered === true && number !== ''
          ? [replace(rangeOf(item).start + number.length, 1, ')')]
          : [];
      }),
    kept: unchanged,
  },
  'lists with empty lines': {
    edits: (document) =>
      itemsIn(document.root).flatMap(({ item, list }) =>
        item === list.children[0] ? [] : [insert(lineStart(document, item), `${marginOf(document, item)}\n`)],
      ),
    kept: unchanged,
  },
  'task boxes before questions': {
    edits: ({ root }) =>
      itemsIn(root).flatMap(({ item }) => {
        const [first] = item.children;
        return first?.type === 'paragraph' &&
          isQuestion(first) &&
          item.checked === null &&
          !plainText(first).startsWith('[')
          ? [insert(rangeOf(first).start, '[ ] ')]
          : [];
      }),
  },
  'questions with numbers': {
    edits: ({ root }) =>
      listsIn(root).flatMap((list) =>
        list.ordered !== true && list.children.every(isQuestionOnOneLine)
          ? list.children.map((item, index) => replace(rangeOf(item).start, 1, `${index + 1}.`))
          : [],
      ),
  },

  'headings between marks': {
    edits: (document) =>
      headingsIn(document, 'atx').flatMap((heading) => [
        insert(startOf(heading.children[0]), '  '),
        insert(rangeOf(heading).end, ` ${'#'.repeat(heading.depth)}`),
      ]),
    kept: unchanged,
  },
  'headings with lines below them': {
    edits: (document) =>
      headingsIn(document, 'atx')
        .filter(({ depth, children }) => depth <= 2 && /^[\p{L}*]/u.test(textAt(document, children[0])))
        .map((heading) => {
          const [first, last] = [heading.children[0], heading.children.at(-1)];
          const name = document.source.text.slice(startOf(first), endOf(last));
          return { range: rangeOf(heading), text: `\n${name}\n${heading.depth === 1 ? '=====' : '-----'}` };
        }),
    kept: unchanged,
  },
  'headings with pictures': {
    edits: (document) => headingsIn(document).map(({ children: [first] }) => insert(startOf(first), '🎯 ')),
  },
  'headings in bold': {
    edits: (document) =>
      headingsIn(document)
        .filter(({ children }) => children.every(({ type }) => type === 'text'))
        .flatMap(({ children: [only] }) => [insert(startOf(only), '**'), insert(endOf(only), '**')]),
  },
  'headings with colons': {
    edits: (document) =>
      headingsIn(document)
        .filter((heading, index) => index > 0 && /[\p{L}\p{N}]$/u.test(plainText(heading)))
        .map(({ children }) => insert(endOf(children.at(-1)), ':')),
  },
  'headings of a lower rank': {
    edits: (document) => {
      const headings = headingsIn(document, 'atx');
      const canBeLower =
        headings.length === nodesIn(document.root, 'heading').length &&
        headings.every(
          ({ depth }, index) => depth < 5 && (index === 0 || depth > (headings[0]?.depth ?? 0)),
        ) &&
        !/<h\d|^#+[^#\s]/imu.test(document.source.text);
      return canBeLower ? headings.map((heading) => insert(rangeOf(heading).start, '#')) : [];
    },
  },

  'levels joined in another way': {
    edits: (document) =>
      headingsIn(document)
        .slice(0, 1)
        .flatMap((title) => {
          const { index, groups } = joined.exec(textAt(document, title)) ?? {};
          const { joiner = '' } = groups ?? {};
          return index === undefined
            ? []
            : [replace(rangeOf(title).start + index, joiner.length, joiner === 'to' ? '→' : 'to')];
        }),
  },
  'a subtitle that is a heading': {
    edits: (document) => {
      const [title, subtitle] = document.root.children;
      const [, ...others] = headingsIn(document);
      return title?.type === 'heading' &&
        subtitle?.type === 'paragraph' &&
        /^\p{Lu}[\p{L} ]+ → [\p{L} ]+$/u.test(textAt(document, subtitle)) &&
        others.every(({ depth }) => depth > title.depth)
        ? [insert(rangeOf(subtitle).start, `${'#'.repeat(title.depth + 1)} `)]
        : [];
    },
  },
  'pitfalls under headings': {
    edits: ({ root: { children } }) => {
      const isPitfalls = (node: RootContent): boolean =>
        node.type === 'heading' && partOf(plainText(node)) === 'pitfalls';
      const at = Math.max(0, children.findIndex(isPitfalls));
      const next = children.findIndex(({ type }, index) => index > at && type === 'heading');
      const [heading, ...blocks] = children.slice(at, next < 0 ? undefined : next);
      const names = blocks.filter(
        (block) =>
          block.type === 'paragraph' && block.children.length === 1 && block.children[0]?.type === 'strong',
      );
      return heading?.type === 'heading' &&
        children.filter(isPitfalls).length === 1 &&
        names.every(isOnOneLine)
        ? names.map((name) => insert(rangeOf(name).start, `${'#'.repeat(heading.depth + 1)} `))
        : [];
    },
  },

  'comments before headings': {
    edits: (document) => beforeHeadings(document, note),
    kept: without((node) => node.type === 'html' && node.value === note),
  },
  'rules before headings': {
    edits: (document) => beforeHeadings(document, '***'),
    kept: without(({ type }) => type === 'thematicBreak'),
  },
  'no rules': {
    edits: ({ root }) => nodesIn(root, 'thematicBreak').map((rule) => ({ range: rangeOf(rule), text: '' })),
    kept: without(({ type }) => type === 'thematicBreak'),
  },
  'links back to the top': {
    edits: (document) => beforeHeadings(document, top),
    kept: without((node) => node.type === 'paragraph' && plainText(node) === '↑ Back to top'),
  },

  'lines that are wrapped': {
    edits: (document) => nodesIn(document.root, 'paragraph').flatMap((node) => wrapped(document, node)),
    kept: unchanged,
  },
  'bold in underscores': {
    edits: ({ root, source }) =>
      nodesIn(root, 'strong').flatMap((node) => {
        const { start, end } = rangeOf(node);
        return source.text.startsWith('**', start)
          ? [replace(start, 2, '__'), replace(end - 2, 2, '__')]
          : [];
      }),
    kept: unchanged,
  },

  'a section of another matter at the end': atEnd(
    '# Contact\n\nAsk the people team about this page. They answer within a week.',
  ),
  'a list of another matter at the end': atEnd(
    '# Further reading\n\n- A book about growth\n- Another book, with 3-5 years of letters',
  ),
  'a line about the page at the end': {
    edits: ({ source: { text } }) => [
      insert(text.length, '\n\n---\n\nLast updated: May 2026 by the people team\n'),
    ],
    kept: ({ children }) =>
      children.filter(
        (node) => node.type !== 'thematicBreak' && !plainText(node).startsWith('Last updated: May 2026 by'),
      ),
  },
} satisfies Readonly<Record<string, Variation>>;

/** The word or sign between two ids. */
const joined = /(?<=\p{Lu}\d+ )(?<joiner>to|→|->|–)(?= \p{Lu}+\d)/u;

export type VariationName = keyof typeof variations;

export const variationNames = Object.keys(variations) as readonly VariationName[];

/** A section, of the rank that a guide's sections have. */
function atEnd(section: string): Variation {
  return {
    edits: (document) => {
      const [, ...depths] = headingsIn(document).map(({ depth }) => depth);
      return depths.length === 0
        ? []
        : [insert(document.source.text.length, `\n\n${'#'.repeat(Math.min(...depths) - 1)}${section}\n`)];
    },
    kept: ({ children }) => {
      const at = children.findIndex((node) => node.type === 'heading' && section.includes(plainText(node)));
      return children.slice(0, at < 0 ? undefined : at);
    },
  };
}

function beforeHeadings(document: MarkdownDocument, line: string): readonly TextEdit[] {
  const [first] = document.root.children;
  return headingsIn(document)
    .filter((heading) => heading !== first)
    .map((heading) => insert(lineStart(document, heading), `\n${line}\n\n`));
}

/** A paragraph that is one long line, in several. */
function wrapped(document: MarkdownDocument, node: Paragraph): readonly TextEdit[] {
  const { start, end } = rangeOf(node);
  const line = document.source.text.slice(start, end);
  const breaks: TextEdit[] = [];
  let last = 0;
  // A line that begins with a letter begins nothing else.
  for (const { index } of /[\r\n]|^(?:[|:!]|\[!)/u.test(line) ? [] : line.matchAll(/(?<=\S) (?=\p{L})/gu)) {
    if (index - last > 30) {
      breaks.push(replace(start + index, 1, `\n${marginOf(document, node)}`));
      last = index;
    }
  }
  return breaks;
}

/** What stands before a block in its line, as the lines below it that belong to it begin. */
function marginOf(document: MarkdownDocument, node: Nodes): string {
  return document.source.text
    .slice(lineStart(document, node), rangeOf(node).start)
    .replace(/[^>\t]/gu, ' ')
    .replace(/(?<=>) +$/u, ' ');
}

function lineStart({ source }: MarkdownDocument, node: Nodes): number {
  return source.lineAt(rangeOf(node).start).start;
}

function startOf(node: Nodes | undefined): number {
  return node === undefined ? 0 : rangeOf(node).start;
}

function endOf(node: Nodes | undefined): number {
  return node === undefined ? 0 : rangeOf(node).end;
}

function textAt({ source }: MarkdownDocument, node: Nodes | undefined): string {
  return source.text.slice(startOf(node), endOf(node));
}

/** The headings that show anything and stand in no list or quotation. */
function headingsIn({ root, source }: MarkdownDocument, style?: 'atx'): readonly Heading[] {
  return root.children.filter(
    (node): node is Heading =>
      node.type === 'heading' &&
      node.children.length > 0 &&
      (style === undefined || source.text[rangeOf(node).start] === '#'),
  );
}

function isQuestionOnOneLine(item: ListItem): boolean {
  const [first, ...others] = item.children;
  return first?.type === 'paragraph' && others.length === 0 && isOnOneLine(item) && isQuestion(first);
}

function isQuestion(paragraph: Paragraph): boolean {
  return /\?["'”’]?$/u.test(plainText(paragraph));
}

function isOnOneLine({ position }: Nodes): boolean {
  return position?.start.line === position?.end.line;
}

function listsIn(root: Root): readonly List[] {
  return nodesIn(root, 'list');
}

function itemsIn(root: Root): readonly { readonly item: ListItem; readonly list: List }[] {
  return listsIn(root).flatMap((list) => list.children.map((item) => ({ item, list })));
}

function nodesIn<Type extends Nodes['type']>(
  root: Root,
  type: Type,
): readonly Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = [];
  const isWanted = (node: Nodes): node is Extract<Nodes, { type: Type }> => node.type === type;
  walk(root, {
    enter(node) {
      if (isWanted(node)) {
        found.push(node);
      }
    },
    leave() {},
  });
  return found;
}

/** What a tree is, apart from its places, its white space and how far apart its list items stand. */
function shapeOf(tree: unknown): string {
  return JSON.stringify(tree, (key, value: unknown) => {
    if (key === 'position' || key === 'spread') {
      return undefined;
    }
    return typeof value === 'string' ? collapse(value) : value;
  });
}
