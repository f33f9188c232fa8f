import type { List, ListItem, Paragraph, RootContent, Text } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { isCrossed } from './drawnLists';
import { placeOf } from './paragraphs';
import { within } from './passages';

/** Blocks in which lists whose items all begin with a picture are without these, which are ornament. */
export function withoutPictures(nodes: readonly RootContent[]): readonly RootContent[] {
  return sameOr(nodes, nodes.map(withoutPicturesIn));
}

function withoutPicturesIn(node: RootContent): RootContent {
  if (node.type === 'list') {
    return listWithoutPictures(node);
  }
  const children = node.type === 'blockquote' ? withoutPictures(node.children) : undefined;
  return node.type === 'blockquote' && children !== node.children
    ? { ...node, children: children as typeof node.children }
    : node;
}

function listWithoutPictures(list: List): List {
  const marks = list.children.map(pictureOf);
  const areAlike = new Set(marks).size === 1;
  const areOrnament =
    marks.length > 1 &&
    marks.every((mark) => mark !== '' && !isCrossed(mark) && (areAlike || !telling.test(mark)));
  const items = list.children.map((item) => {
    const children = withoutPictures(item.children) as typeof item.children;
    const shown = children === item.children ? item : { ...item, children };
    return areOrnament ? withoutPicture(shown) : shown;
  });
  const children = sameOr(list.children, items);
  return children === list.children ? list : { ...list, children: [...children] };
}

/** Nodes as they were, where none has changed: hardly a list has pictures. */
function sameOr<Node>(nodes: readonly Node[], shown: readonly Node[]): readonly Node[] {
  return shown.every((node, index) => node === nodes[index]) ? nodes : shown;
}

const picture = /^\s*((?:(?!\d)(?:\p{So}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F))+)\s*/u;

/** Signs that differ from item to item since they say something: what is right, how much, whither, how good. */
const telling =
  /[✓✔✅☑☐☒✗✘❌❎🚫⛔⚠❓❔❗❕★☆⭐🌟↑↓↗↘↙↖⬆⬇⬅➡▲▼△▽🔺🔻🔼🔽👍👎🚦🔴🟠🟡🟢🔵🟣🟤⚫⚪🟥🟧🟨🟩🟦🟪🟫⬛⬜🌑-🌘😀-🙄☹☺🥇-🥉🔈-🔋🪫🅰🅱🅾🇦-🇿]/u;

/** Before it stand the letters of most languages, © and ®. */
const firstPicture = 0x2000;

/** The pictures that an item begins with; empty where it begins with text, or has no other. */
function pictureOf({ children: [first] }: ListItem): string {
  const [text, ...others] = first?.type === 'paragraph' ? first.children : [];
  const [found = '', mark = ''] =
    text?.type === 'text' && text.value.trimStart().charCodeAt(0) >= firstPicture
      ? (picture.exec(text.value) ?? [])
      : [];
  return text?.type === 'text' && (found.length < text.value.length || others.length > 0) ? mark : '';
}

function withoutPicture(item: ListItem): ListItem {
  const [first, ...rest] = item.children;
  const [text, ...others] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || text?.type !== 'text') {
    return item;
  }
  const shown = behindPicture(text);
  const children = shown.value === '' ? others : [shown, ...others];
  const paragraph: Paragraph = { ...first, children, ...placeOf(children) };
  return { ...item, children: [paragraph, ...rest] };
}

function behindPicture(text: Text): Text {
  const value = text.value.replace(picture, '');
  const { start, end } = rangeOf(text);
  // With escapes in it, a text is shorter than its source: then the whole of it is the place.
  const from = end - start === text.value.length ? end - value.length : start;
  return { ...text, value, ...within(text, { start: from, end }) };
}
