import type { ListItem, Paragraph, RootContent } from 'mdast';
import type { SourceText } from '../../text/sourceText';
import { present, splitBefore } from '../lists';
import { isParagraph } from './nodeTypes';
import { boldParagraph, type Line, linesBelow, linesOf, lineText, paragraphOf, quoteOf } from './paragraphs';

/**
 * Blocks without the lines that tell a site's builder where something begins and ends, `{% endtab %}` (GitBook, Jekyll)
 * and `{{% /notice %}}` (Hugo). A box around one paragraph is a block quote, and a tab's title a bold line.
 */
export function withoutSiteTags(nodes: readonly RootContent[], source: SourceText): readonly RootContent[] {
  return /\{[{%]/u.test(source.text) ? nodes.flatMap(withoutTags) : nodes;
}

function withoutTags(node: RootContent): readonly RootContent[] {
  switch (node.type) {
    case 'list':
      return [{ ...node, children: node.children.map(withoutTagsBelow) }];
    case 'paragraph':
      return shownOf(node);
    default:
      return [node];
  }
}

/** An item without the tags that have run into it. */
function withoutTagsBelow(item: ListItem): ListItem {
  const last = item.children.at(-1);
  const lines = isParagraph(last) ? linesOf(last) : [];
  const kept = lines.filter((line) => !bare.test(lineText(line)));
  return kept.length === lines.length
    ? item
    : { ...item, children: [...item.children.slice(0, -1), ...linesBelow(kept)] };
}

function shownOf(paragraph: Paragraph): readonly RootContent[] {
  const lines = linesOf(paragraph);
  const [first = '', ...others] = lines.map(lineText);
  if (box.test(first) && bare.test(others.at(-1) ?? '')) {
    return linesBelow(lines.slice(1, -1)).map(quoteOf);
  }
  // A box or a picture by itself parts what stands around it.
  const isAlone = others.length === 0 && !tab.test(first) && (box.test(first) || !bare.test(first));
  return isAlone || !lines.some(isTag)
    ? [paragraph]
    : splitBefore(lines, (line) => tab.test(lineText(line))).flatMap((part) => [
        ...present(tab.exec(lineText(part[0]))?.[1]).map((title) =>
          boldParagraph(title, paragraphOf([part[0]])),
        ),
        ...linesBelow(part.filter((line) => !isTag(line))),
      ]);
}

function isTag(line: Line): boolean {
  return tags.test(lineText(line));
}

const opening = String.raw`\{(?:%|\{[%<])\s*`;
const ending = String.raw`[%>]\}+`;

/** One tag after the other. Each of them is to match in one way only: else many would take ages. */
function inTags(inner: string): RegExp {
  return new RegExp(String.raw`^(?:${opening}${inner}${ending}\s*)+$`, 'u');
}

/** `{% stepper %}`, `{% endtab %}`, `{{< /lead >}}`, `{% include note.html %}`, several of them too */
const bare = inTags(
  String.raw`(?:(?:\/\s*)?[\w-]+\s*|(?:include|figure|embed|content-ref)\s[^\s{}%][^{}%]*)`,
);
/** Any tags on a line of their own. */
const tags = inTags(String.raw`(?!\s)[^{}%]*`);
/** `{% tab title="What this looks like" %}`, `{{% tab "What this looks like" %}}` */
const tab = new RegExp(
  String.raw`^${opening}(?:tab|expand|details|accordion)\s(?:[^{}]*\s)?(?:\w+\s*=\s*)?["“]([^"”]+)["”]\s*${ending}$`,
  'iu',
);
/** `{% hint style="info" %}`, `{{% notice warning %}}` */
const box = new RegExp(
  String.raw`^${opening}(?:notice|hint|callout|alert|admonition|note|info|tip|warning|important|caution)\b[^{}]*\}+$`,
  'iu',
);
