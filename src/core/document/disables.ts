import type { SourceText, TextRange } from '../text/sourceText';
import type { DocumentModel } from './documentModel';

/** A comment that silences findings, or ends that. */
export interface Disable {
  /** For its own line, for the next one, from here on, or no longer. */
  readonly kind: 'line' | 'nextLine' | 'begin' | 'end';
  /** The whole comment. */
  readonly range: TextRange;
  /** The rules it names; none means all. */
  readonly rules: readonly DisabledRule[];
}

export interface DisabledRule {
  readonly id: string;
  /** What stands in parentheses behind the rule: of `missing-capability(Hiring)`, "Hiring". */
  readonly argument: string | undefined;
  readonly range: TextRange;
}

const directive =
  /^(?:<!--|#)\s*career-ladder-(disable-next-line|disable-line|disable|enable)(?![\p{L}\p{N}_]|-(?!->))/u;
const argument = String.raw`(?:[^()]|\([^()]*\))*`;
const ruleToken = new RegExp(String.raw`([^\s()>]+)(?:\((${argument})\))?`, 'gu');
const wholeArgument = new RegExp(`^${argument}$`, 'u');

const kinds: Readonly<Record<string, Disable['kind']>> = {
  'disable-line': 'line',
  'disable-next-line': 'nextLine',
  disable: 'begin',
  enable: 'end',
};

/** Whether a name can stand in the parentheses behind a rule. */
export function isArgument(name: string, isInFrontMatter: boolean): boolean {
  return wholeArgument.test(name) && (isInFrontMatter || !/[<>]|--/u.test(name));
}

/** The disable comments of a document, in order. */
export function readDisables({ source, frontMatter, comments }: DocumentModel): readonly Disable[] {
  return [...(frontMatter?.comments ?? []), ...comments].flatMap((range) => readDisable(source, range) ?? []);
}

function readDisable(source: SourceText, range: TextRange): Disable | undefined {
  const comment = source.slice(range);
  const [lead, word = ''] = directive.exec(comment) ?? [];
  const kind = kinds[word];
  if (lead === undefined || kind === undefined) {
    return undefined;
  }
  const list = comment.slice(lead.length).replace(/-->$/u, '');
  const rules = [...list.matchAll(ruleToken)].map(({ 0: whole, 1: id = '', 2: argument, index }) => {
    const start = range.start + lead.length + index;
    return { id, argument, range: { start, end: start + whole.length } };
  });
  return { kind, range, rules };
}
