import type { ListItem, Paragraph, RootContent } from 'mdast';
import type { SourceText } from '../../text/sourceText';
import { isParagraph } from './nodeTypes';
import { boldParagraph, linesBelow, linesOf, lineText, quoteOf } from './paragraphs';

/**
 * Blocks without the lines that tell a site's builder where something ends, `{% endtab %}` (GitBook, Jekyll) and
 * `{{% /notice %}}` (Hugo). A box around one paragraph is a block quote, and a tab's title a bold line.
 */
export function withoutSiteTags(nodes: readonly RootContent[], source: SourceText): readonly RootContent[] {
  return /\{[{%]/u.test(source.text) ? nodes.flatMap(withoutTags) : nodes;
}

function withoutTags(node: RootContent): readonly RootContent[] {
  switch (node.type) {
    case 'list':
      return [{ ...node, children: node.children.map(withoutClosing) }];
    case 'paragraph':
      return shownOf(node);
    default:
      return [node];
  }
}

/** An item that a closing tag has run into. */
function withoutClosing(item: ListItem): ListItem {
  const last = item.children.at(-1);
  const lines = isParagraph(last) ? linesOf(last) : [];
  const kept = lines.filter((line) => !closing.test(lineText(line)));
  return kept.length === lines.length
    ? item
    : { ...item, children: [...item.children.slice(0, -1), ...linesBelow(kept)] };
}

function shownOf(paragraph: Paragraph): readonly RootContent[] {
  const lines = linesOf(paragraph);
  const first = lineText(lines[0] ?? []);
  const [, title] = tab.exec(first) ?? [];
  const isBox = box.test(first) && closing.test(lineText(lines.at(-1) ?? []));
  const isOpened = title !== undefined || isBox || bare.test(first);
  const kept = lines.slice(isOpened ? 1 : 0).filter((line) => !closing.test(lineText(line)));
  if (kept.length === lines.length) {
    return [paragraph];
  }
  const text = linesBelow(kept);
  return isBox
    ? text.map(quoteOf)
    : [...(title === undefined ? [] : [boldParagraph(title, paragraph)]), ...text];
}

/** `{% endtab %}`, `{% /tab %}`, `{{< /lead >}}`, several of them too */
const closing = /^(?:\{(?:%\s*(?:end|\/)\w+\s*%|\{[%<]\s*\/\s*[\w-]+\s*[%>]\})\}\s*)+$/u;
/** `{% tabs %}`, `{{< lead >}}` */
const bare = /^\{(?:%|\{[%<])\s*(?:tabs|lead|raw)\s*(?:%|[%>]\})\}$/iu;
/** `{% tab title="What this looks like" %}` */
const tab =
  /^\{(?:%|\{[%<])\s*(?:tab|expand|details|accordion)\s+title\s*=\s*["“]([^"”]+)["”]\s*(?:%|[%>]\})\}$/iu;
/** `{% hint style="info" %}`, `{{% notice warning %}}` */
const box =
  /^\{(?:%|\{[%<])\s*(?:notice|hint|callout|alert|admonition|note|info|tip|warning|important|caution)\b[^{}]*\}+$/iu;
