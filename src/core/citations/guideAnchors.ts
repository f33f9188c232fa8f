import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Guide, GuideCapability } from '../guide/model';
import type { Capability } from '../ladder/model';
import { rangeOf } from '../markdown/nodes';
import { parseMarkdown } from '../markdown/parseMarkdown';
import { walk } from '../markdown/walk';
import { remembering } from '../remembering';
import type { SourceText, TextRange } from '../text/sourceText';
import { decodePercent } from '../workspace/filePath';

/** What a fragment means in a guide: a capability, some other place, or nothing that is there. */
export type Anchor =
  | { readonly kind: 'capability'; readonly capability: GuideCapability }
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown' };

interface Anchors {
  /** The headings' offsets by the fragments that lead to them, GitHub's before VS Code's. */
  readonly headings: ReadonlyMap<string, number>;
  /** GitHub's fragments with the offsets they lead to, in order. */
  readonly slugs: readonly { readonly slug: string; readonly start: number }[];
  readonly ids: ReadonlySet<string>;
}

/** The top of the page, a line (`L10`, `L10,5`, `L10C5-L12`), or a text. */
const elsewhere = /^(?:|top|l\d+(?:[,c]\d+)?(?:-l?\d+(?:[,c]\d+)?)?|:~:.*)$/u;

/** What the fragment of a link into a guide, without its `#`, leads to. */
export function anchorAt(guide: Guide, fragment: string): Anchor {
  const key = anchorKey(fragment);
  const { headings, ids } = anchorsOf(guide.source);
  const start = headings.get(key);
  if (start === undefined) {
    return ids.has(key) || elsewhere.test(key) ? { kind: 'other' } : { kind: 'unknown' };
  }
  const capability = guide.capabilities.find(({ heading }) => heading.start === start);
  return capability === undefined ? { kind: 'other' } : { kind: 'capability', capability };
}

/** The offset of the heading that a fragment leads to, in a guide or any other Markdown. */
export function headingAt({ source }: Pick<Guide, 'source'>, fragment: string): number | undefined {
  return anchorsOf(source).headings.get(anchorKey(fragment));
}

/** A guide's headings, in order, and the fragments that lead to them. */
export function headingFragments({
  source,
}: Guide): readonly { readonly slug: string; readonly start: number }[] {
  return anchorsOf(source).slugs;
}

/** The fragment that leads to a capability; that of the heading above where it has none of its own. */
export function fragmentOf({ source }: Capability): string | undefined {
  return fragmentAt(source.guide, source.range);
}

/** The fragment that leads to a place in a guide, or to the heading above it. */
export function fragmentAt({ source }: Guide, { start: place }: TextRange): string | undefined {
  return anchorsOf(source).slugs.findLast(({ start }) => start <= place)?.slug;
}

function anchorKey(fragment: string): string {
  return decodePercent(fragment)
    .toLowerCase()
    .replace(/^user-content-/u, '');
}

const anchorsOf = remembering((source: SourceText): Anchors => {
  const github = new GithubSlugger();
  const vscode = new Map<string, number>();
  const slugs: { readonly slug: string; readonly start: number }[] = [];
  const olderSlugs: { readonly slug: string; readonly start: number }[] = [];
  const addHeading = (node: Nodes): void => {
    if (node.type === 'heading') {
      const title = plainText(node, { includeImageAlt: false, includeHtml: false });
      const { start } = rangeOf(node);
      slugs.push({ slug: github.slug(title), start });
      const slug = vscodeSlug(title);
      const count = vscode.get(slug) ?? 0;
      vscode.set(slug, count + 1);
      olderSlugs.push({ slug: count === 0 ? slug : `${slug}-${count}`, start });
    }
  };
  walk(parseMarkdown(source.text).root, { enter: addHeading, leave: () => undefined });
  const ids = source.text.matchAll(/<[a-z][^<>]*?\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/giu);
  return {
    headings: new Map([...olderSlugs, ...slugs].map(({ slug, start }) => [slug, start])),
    slugs,
    ids: new Set([...ids].map(([, id = '']) => id.toLowerCase())),
  };
});

/** The fragment that VS Code made of a heading before it took over GitHub's. */
function vscodeSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, '-')
    .replace(
      /[\][!/'"#$%&()*+,.:;<=>?@\\^{|}~`。，、；：？！…—·ˉ¨‘’“”々～‖∶＂＇｀｜〃〔〕〈〉《》「」『』．〖〗【】（）［］｛｝]/gu,
      '',
    )
    .replace(/^-+|-+$/gu, '');
}
