import type { List, ListItem, RootContent } from 'mdast';
import { isBlockquote, isList, isText, phrasesOf } from './nodeTypes';
import { behindMark, paragraphOf } from './paragraphs';
import { paragraphText } from './passages';

/** Blocks in which lists whose items all begin with a picture are without these, where they are ornament. */
export function withoutPictures(nodes: readonly RootContent[]): readonly RootContent[] {
  return sameOr(nodes, nodes.map(withoutPicturesIn));
}

function withoutPicturesIn(node: RootContent): RootContent {
  if (isList(node)) {
    return listWithoutPictures(node);
  }
  const children = isBlockquote(node) ? withoutPictures(node.children) : undefined;
  return isBlockquote(node) && children !== node.children
    ? { ...node, children: children as typeof node.children }
    : node;
}

function listWithoutPictures(list: List): List {
  const marks = list.children.map(pictureOf);
  const areOrnament =
    marks.length > 1 &&
    !marks.includes('') &&
    (new Set(marks).size === 1 ? !tellingAlone.test(marks[0] ?? '') : differForShow(marks)) &&
    !list.children.some(holdsMore);
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

/** Pictures as such, not signs that may be shown as pictures, and so neither ©, ™ nor digits. */
const picture =
  /^\s*((?:(?![\d#*©®™])(?:\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Extended_Pictographic}\uFE0F|\u200D\p{Extended_Pictographic})\uFE0F?)+)\s*(?!\p{Extended_Pictographic}|\p{So})/u;

/** Signs that say something even where all items have the same, such as what not to do. */
const tellingAlone = /[✗✘❌❎🚫⛔🛑⚠🚨🙅🙈👎➖💔🔒🔕📉❓❔🅰🅱🅾🇦-🇿]/u;

/** Signs that differ from item to item since they say something: what is right, how much, whither, how good. */
const telling =
  /[✓✔✅☑❗❕➕➗✖★☆⭐🌟↑↓↗↘↙↖⬆⬇⬅➡▲▼△▽🔺🔻🔼🔽⏩-⏬👍🚦🔴🟠🟡🟢🔵🟣🟤⚫⚪🟥🟧🟨🟩🟦🟪🟫⬛⬜🌑-🌘😀-🙄☹☺🥇-🥉🔈-🔋🔓🪫📈☀☁⛅⛈❄🧊❤♥💓-💟🖤🤍🤎🧡🆎-🆚🔙-🔝]/u;

/** Two pictures may be one against the other; of so many that have nothing to do with one another none is. */
const fewestDifferent = 3;

/** Whether pictures differ for no reason but show: all of them, and none from a set that grades or opposes. */
function differForShow(marks: readonly string[]): boolean {
  const places = marks.map((mark) => mark.codePointAt(0) ?? 0).sort((one, other) => one - other);
  return (
    marks.length >= fewestDifferent &&
    new Set(marks).size === marks.length &&
    !marks.some((mark) => tellingAlone.test(mark) || telling.test(mark)) &&
    // Unicode has hares and tortoises, sprouts and trees, side by side.
    places.every((place, index) => place - (places[index - 1] ?? 0) >= 0x10)
  );
}

/** Before this character stand the letters of most languages. */
const firstPicture = 0x2000;

function mayBeginWithPicture(text: string): boolean {
  const first = text.charCodeAt(0);
  return first <= 0x20 || first >= firstPicture;
}

/** The pictures that an item begins with; empty where it begins with text, or has no other. */
function pictureOf({ children: [first] }: ListItem): string {
  const [text, ...others] = phrasesOf(first);
  const [found = '', mark = ''] =
    isText(text) && mayBeginWithPicture(text.value) ? (picture.exec(text.value) ?? []) : [];
  return isText(text) && (found.length < text.value.length || others.length > 0) ? mark : '';
}

/** Whether there are more pictures behind the first, as in "🐣 one team → 🦅 many". */
function holdsMore({ children: [first] }: ListItem): boolean {
  return /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u.test(
    paragraphText(first).replace(picture, ''),
  );
}

function withoutPicture({ children: [first, ...rest], ...item }: ListItem): ListItem {
  return { ...item, children: [paragraphOf([behindMark(picture, phrasesOf(first))]), ...rest] };
}
