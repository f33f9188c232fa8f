/** What a snippet becomes when nothing is written at its tab stops, by VS Code's grammar, and where those stand. */
export function expandSnippet(snippet: string): {
  readonly text: string;
  readonly stops: readonly { readonly number: number; readonly text: string }[];
} {
  const stops: { number: number; text: string }[] = [];
  let at = 0;
  const read = (isPlaceholder: boolean): string => {
    let text = '';
    while (at < snippet.length && !(isPlaceholder && snippet[at] === '}')) {
      const [mark = '', number = ''] = /^(?:\$\{(\d+):|\$(\d+)|\$\w+|\$\{\w+)/u.exec(snippet.slice(at)) ?? [];
      if (/^\\[$}\\]/u.test(snippet.slice(at))) {
        text += snippet[at + 1];
        at += 2;
      } else if (mark === '' || (mark !== '$0' && number === '')) {
        if (mark !== '') {
          throw new Error(`A variable: ${snippet.slice(at, at + 40)}`);
        }
        text += snippet[at];
        at += 1;
      } else if (mark === '$0') {
        stops.push({ number: 0, text: '' });
        at += mark.length;
      } else {
        at += mark.length;
        const stop = { number: Number(number), text: '' };
        stops.push(stop);
        stop.text = read(true);
        at += 1;
        text += stop.text;
      }
    }
    return text;
  };
  return { text: read(false), stops };
}
