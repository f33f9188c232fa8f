import type { RootContent } from 'mdast';
import { rangeOf } from '../markdown/nodes';
import type { SourceText } from '../text/sourceText';
import type { Problem } from './model';

/** The places where a merge was left with both versions in the text, so that nothing else told of it is certain. */
export function mergeConflicts({ text }: SourceText): readonly Problem[] {
  return text.includes(conflictMark)
    ? [...text.matchAll(conflict)].map(({ index, groups }) => ({
        rule: 'guide-section',
        range: { start: index, end: index + (groups?.mark?.length ?? 0) },
        message:
          'A merge was left unfinished here. Keep one of the two versions, and delete the lines of <<<<<<<, ======= and >>>>>>>.',
      }))
    : [];
}

const conflictMark = '<<<<<<<';
const conflict = /^(?<mark><{7}(?: .*)?)$(?=(?:(?!^<{7}|^>{7})[\s\S])*^={7}\s*$)/gmu;

/** A code fence or a comment that nobody closed and that takes the sections below it out of the guide. */
export function unclosedBlock(nodes: readonly RootContent[], source: SourceText): Problem | undefined {
  const last = nodes.at(-1);
  if ((last?.type !== 'code' && last?.type !== 'html') || !/^ {0,3}#{1,6}\s/mu.test(last.value)) {
    return undefined;
  }
  const written = source.slice(rangeOf(last));
  const closing = last.type === 'code' ? closingFence(written) : closingComment(written);
  const { start } = rangeOf(last);
  return closing === undefined
    ? undefined
    : {
        rule: 'guide-section',
        range: { start, end: source.lineAt(start).end },
        message: `This ${last.type === 'code' ? 'code block' : 'comment'} is not closed, so that nothing below it is read. Close it with “${closing}”.`,
      };
}

/** The fence that a code block lacks. */
function closingFence(code: string): string | undefined {
  const fence = /^(?:`{3,}|~{3,})/u.exec(code)?.[0];
  const end = code.slice(code.trimEnd().lastIndexOf('\n') + 1).trim();
  return fence === undefined || (end.startsWith(fence) && end.replaceAll(fence[0] ?? '', '') === '')
    ? undefined
    : fence;
}

function closingComment(html: string): string | undefined {
  return html.startsWith('<!--') && !html.includes('-->') ? '-->' : undefined;
}
