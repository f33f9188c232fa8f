import type { Definition as DefinitionNode, Link, LinkReference, Nodes, Root } from 'mdast';
import { commentsIn } from '../markdown/comments';
import { rangeOf } from '../markdown/nodes';
import { walk } from '../markdown/walk';
import type { SourceText, TextRange } from '../text/sourceText';
import { destinationRange } from './destinations';
import type {
  Block,
  Definition,
  Growing,
  Heading,
  InlineLink,
  PieceContent,
  Reference,
  Run,
  Scope,
} from './model';
import { OpenSections } from './openSections';
import { readLabel } from './sourceLabel';

/** Reads what concerns citations out of a piece's syntax tree, in one pass. Never throws. */
export function readPiece(root: Root, source: SourceText): PieceContent {
  const reader = new PieceReader(source);
  walk(root, reader);
  return reader.content(rangeOf(root).end);
}

class PieceReader {
  readonly #source: SourceText;
  readonly #blocks: Block[] = [];
  readonly #headings: Heading[] = [];
  readonly #references: Reference[] = [];
  readonly #links: InlineLink[] = [];
  readonly #definitions: Definition[] = [];
  readonly #comments: TextRange[] = [];

  /** The open sections of each node around the current place that holds blocks. */
  readonly #containers: OpenSections[] = [];
  /** The list items and table rows around the current place. */
  readonly #scopes: Growing<Scope>[] = [];
  #quotes = 0;
  #block: (Growing<Block> & { readonly runs: Run[] }) | undefined;
  /** What a citation in the block vouches for. */
  #scope: Scope | undefined;
  #link: Growing<InlineLink> | undefined;
  #reference: Growing<Reference> | undefined;

  constructor(source: SourceText) {
    this.#source = source;
  }

  content(end: number): PieceContent {
    const [headings, references, links] = [this.#headings, this.#references, this.#links];
    const scopes = [
      ...new Set([
        ...headings.map(({ section }) => section),
        ...[...references, ...links].map(({ scope }) => scope),
      ]),
    ];
    return {
      source: this.#source,
      end,
      blocks: this.#blocks,
      headings,
      references,
      links,
      definitions: this.#definitions,
      comments: this.#comments,
      scopes,
      order: new Map([scopes, references, links].flatMap((things) => things.map((thing, at) => [thing, at]))),
    };
  }

  enter(node: Nodes): void {
    const range = rangeOf(node);
    switch (node.type) {
      case 'root':
      case 'footnoteDefinition':
        this.#containers.push(new OpenSections());
        break;
      case 'blockquote':
        this.#quotes += 1;
        this.#containers.push(new OpenSections());
        break;
      case 'listItem':
        this.#containers.push(new OpenSections());
        this.#openScope('item', range);
        break;
      case 'tableRow':
        this.#openScope('row', range);
        break;
      case 'paragraph':
        this.#openBlock('paragraph', range, this.#scopes.at(-1) ?? this.#ownScope(range));
        break;
      case 'tableCell':
        this.#openBlock('cell', range, this.#scopes.at(-1) ?? this.#ownScope(range));
        break;
      case 'heading':
        this.#openBlock('heading', range, this.#openSection(node.depth, range));
        break;
      case 'code':
        this.#addBlock('code', range, node.value);
        break;
      case 'html':
        this.#addComments(range);
        if (this.#block === undefined) {
          this.#addBlock('html', range, node.value);
        } else {
          this.#addRun('html', range, node.value);
        }
        break;
      case 'definition':
        this.#addDefinition(node, range);
        break;
      case 'link':
        this.#openLink(node, range);
        break;
      case 'linkReference':
        this.#openReference(node, range);
        break;
      case 'text':
        this.#addRun('text', range, node.value);
        break;
      case 'inlineCode':
        this.#addRun('code', range, node.value);
        break;
      case 'image':
      case 'imageReference':
        this.#addRun('image', range, node.alt ?? '');
        break;
      case 'break':
        this.#addRun('break', range, '\n');
        break;
      case 'footnoteReference':
        this.#addRun('footnote', range, '');
        break;
      default:
        break;
    }
  }

  leave(node: Nodes): void {
    switch (node.type) {
      case 'root':
      case 'footnoteDefinition':
        this.#closeContainer(node);
        break;
      case 'blockquote':
        this.#closeContainer(node);
        this.#quotes -= 1;
        break;
      case 'listItem':
        this.#closeContainer(node);
        this.#closeScope();
        break;
      case 'tableRow':
        this.#closeScope();
        break;
      case 'heading':
      case 'paragraph':
      case 'tableCell':
        this.#closeBlock();
        break;
      case 'link':
        this.#link = undefined;
        break;
      case 'linkReference':
        this.#reference = undefined;
        break;
      default:
        break;
    }
  }

  #openScope(kind: Scope['kind'], range: TextRange): void {
    this.#scopes.push({ kind, range, first: this.#blocks.length, end: this.#blocks.length });
  }

  #closeScope(): void {
    const scope = this.#scopes.pop();
    if (scope !== undefined) {
      scope.end = this.#blocks.length;
    }
  }

  /** The scope of a paragraph that stands in no list item. */
  #ownScope(range: TextRange): Scope {
    return { kind: 'paragraph', range, first: this.#blocks.length, end: this.#blocks.length + 1 };
  }

  #openSection(depth: number, range: TextRange): Scope {
    const { start, end } = range;
    const first = this.#blocks.length + 1;
    const section: Growing<Scope> = { kind: 'section', range: { start: end, end }, first, end: first };
    this.#containers.at(-1)?.begin(section, depth, start, this.#blocks.length);
    this.#headings.push({ depth, range, section, isNested: this.#isNested() });
    return section;
  }

  #closeContainer(node: Nodes): void {
    this.#containers.pop()?.end(rangeOf(node).end, this.#blocks.length);
  }

  #openBlock(kind: Block['kind'], range: TextRange, scope: Scope): void {
    this.#block = {
      kind,
      range,
      runs: [],
      isQuoted: this.#quotes > 0,
      isNested: this.#isNested(),
    };
    this.#scope = scope;
  }

  /** Whether there is a node that holds blocks around the current place, besides the document. */
  #isNested(): boolean {
    return this.#containers.length > 1;
  }

  #closeBlock(): void {
    if (this.#block !== undefined) {
      this.#blocks.push(this.#block);
      this.#block = undefined;
      this.#scope = undefined;
    }
  }

  #addBlock(kind: 'code' | 'html', range: TextRange, text: string): void {
    this.#openBlock(kind, range, this.#ownScope(range));
    this.#addRun(kind, range, text);
    this.#closeBlock();
  }

  #addRun(kind: Run['kind'], range: TextRange, text: string): void {
    this.#block?.runs.push({ kind, text, range, link: this.#link, reference: this.#reference });
    const whole = this.#link ?? this.#reference;
    if (whole !== undefined && kind !== 'html') {
      whole.text += text;
    }
  }

  #addComments(range: TextRange): void {
    for (const { start, end } of commentsIn(this.#source.slice(range))) {
      this.#comments.push({ start: range.start + start, end: range.start + end });
    }
  }

  #addDefinition({ identifier, url }: DefinitionNode, range: TextRange): void {
    const [, label = ''] = /^\[((?:\\[\s\S]|[^\\\]])*)\]:/u.exec(this.#source.slice(range)) ?? [];
    const labelled = { start: range.start + 1, end: range.start + 1 + label.length };
    const colon = { start: labelled.end + 1, end: labelled.end + 2 };
    this.#definitions.push({
      range,
      label: readLabel(this.#source, labelled, identifier),
      identifier,
      colon,
      url,
      destination: destinationRange(this.#source, colon.end, range, url),
      isNested: this.#isNested(),
    });
  }

  #openLink(node: Link, range: TextRange): void {
    const inner = node.children.at(-1);
    const textEnd = inner === undefined ? range.start + 1 : rangeOf(inner).end;
    const isAutolink = this.#source.text.charAt(range.start) === '<';
    this.#link = {
      range,
      text: '',
      url: node.url,
      destination: isAutolink
        ? { start: range.start + 1, end: range.end - 1 }
        : destinationRange(this.#source, this.#source.text.indexOf('(', textEnd) + 1, range, node.url),
      scope: this.#scope ?? this.#ownScope(range),
    };
    this.#links.push(this.#link);
  }

  #openReference(node: LinkReference, range: TextRange): void {
    const { identifier, referenceType: form } = node;
    const source = this.#source.slice(range);
    const labelled =
      form === 'full'
        ? // No label holds an unescaped bracket, so the last pair of them stands before it.
          { start: range.start + source.lastIndexOf('][') + 2, end: range.end - 1 }
        : { start: range.start + 1, end: range.end - (form === 'collapsed' ? 3 : 1) };
    this.#reference = {
      form,
      range,
      label: readLabel(this.#source, labelled, identifier),
      identifier,
      text: '',
      isInTable: this.#block?.kind === 'cell',
      scope: this.#scope ?? this.#ownScope(range),
    };
    this.#references.push(this.#reference);
  }
}
