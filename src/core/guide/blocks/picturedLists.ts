import type { List, ListItem, Paragraph, RootContent, Text } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { isCrossed } from './drawnLists';
import { placeOf } from './paragraphs';
import { within } from './passages';

/** Blocks in which lists whose items all begin with a picture are without these, which are ornament. */
export function withoutPictures(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.map((node) => {
    switch (node.type) {
      case 'list':
        return withoutPicturesIn(node);
      case 'blockquote':
        return { ...node, children: withoutPictures(node.children) as typeof node.children };
      default:
        return node;
    }
  });
}

function withoutPicturesIn(list: List): List {
  const marks = list.children.map(pictureOf);
  const areAlike = new Set(marks).size === 1;
  const areOrnament =
    marks.length > 1 &&
    marks.every((mark) => mark !== '' && !isCrossed(mark) && (areAlike || !telling.test(mark)));
  return {
    ...list,
    children: list.children.map((item) => {
      const children = withoutPictures(item.children) as typeof item.children;
      return areOrnament ? withoutPicture({ ...item, children }) : { ...item, children };
    }),
  };
}

const picture = /^\s*((?:(?!\d)(?:\p{So}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F))+)\s*/u;

/** Signs that differ from item to item since they say something: what is right, how much, whither, how good. */
const telling =
  /[✓✔✅☑☐☒✗✘❌❎🚫⛔⚠❓❔❗❕★☆⭐🌟↑↓↗↘↙↖⬆⬇⬅➡▲▼△▽🔺🔻🔼🔽👍👎🚦🔴🟠🟡🟢🔵🟣🟤⚫⚪🟥🟧🟨🟩🟦🟪🟫⬛⬜🌑-🌘😀-🙄☹☺🥇-🥉🔈-🔋🪫🅰🅱🅾🇦-🇿]/u;

/** The pictures that an item begins with; empty where it begins with text, or has no other. */
function pictureOf({ children: [first] }: ListItem): string {
  const [text, ...others] = first?.type === 'paragraph' ? first.children : [];
  const [found = '', mark = ''] = text?.type === 'text' ? (picture.exec(text.value) ?? []) : [];
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
