import { rememberingTexts } from '../remembering';
import { anyOf } from './anyOf';
import { headingWords } from './headingWords';

/** The two lists of a capability. */
export type ListKind = 'signals' | 'practices';

const signalLabel = anyOf(
  /\blooks? like\b/,
  /\bin practice$|^in practice\b/,
  /^(?:\w+ )?(?:signals?|indicators?|signs|behaviou?rs?|evidence|markers?)(?: (?:of|that|to|you|we|at|for)\b.*)?$/,
  /^(?:what|how) (?:good|great|success|excellence|strong|it|this|we) (?:\w+ )?(?:looks?|means?|shows?|expect|see)/,
  /^what (?:we|you)(?:'(?:ll|d))? (?:see|expect|look|do|notice)\b/,
  /^what to look for\b/,
  /^(?:how )?(?:you|others|people|your manager)(?:'ll| will| would| can| could| may| might)? (?:see|notice|know|observe|recogni[sz]e|can tell)\b/,
  /^(?:how to |when )?(?:you'?re? there|you know you)/,
  /\byou(?:'re| are) there\b/,
  /^demonstrat(?:ed|es|ing|ion)\b/,
  /^shows? up (?:as|in|when)\b/,
  /\byou(?:'ll| will| would| can| should)? (?:see|notice|observe|hear)$/,
  /^in action$/,
  /^how (?:will|would|do|does|can) (?:i|you|we|one|others|people|your manager) (?:see|notice|know|tell)\b/,
  /^(?:what )?(?:people|others|colleagues|your (?:team|manager|peers)) (?:will |would |might )?(?:say|tell|notice|see)\b/,
  /^(?:how )?(?:i|you|we|one|others|people) can (?:see|notice|know|tell)\b/,
  /\bshows? (?:this|it) (?:when|by|if)\b/,
);

const practiceLabel = anyOf(
  /^how (?:to|you|do (?:you|i)|can (?:you|i)|could (?:you|i)|might (?:you|i))\b/,
  /^where to (?:start|begin)\b/,
  /^(?:what to (?:do|try)|what (?:you|i) can do|what helps|get(?:ting)? started|tips|start here)$/,
  /^(?:to )?grow(?:ing)? (?:in|into|here|toward)/,
  /^(?:to|you(?:'ll| will| can)?) get there\b/,
  /\b(?:strengthen|develop|practi[cs]e|build) (?:this|it) by\b/,
  /^(?:\w+ )?(?:ways?|steps?|things?|actions?|ideas?|tips|habits) (?:to|for|you can)\b/,
  /^(?:to )?(?:develop|build|grow|practi[cs]e|improve|learn|strengthen|get)(?:ing)? (?:this|it|these|there|better)\b/,
  /^(?:practi[cs]ing|developing|building|growing) (?:this|it|these|(?:the|your) (?:skill|ability|capability|competency|muscle)s?$)/,
  /^(?:example )?(?:development|growth|learning)(?: (?:actions?|activities|ideas|tips|steps|opportunities|suggestions|plan|practices|moves|measures|paths?|work|goals|assignments))?$/,
  /^(?:\w+ )?(?:practices?|actions?|exercises?|next steps|habits|experiments)(?: (?:that|which|you|we|worth)\b.*)?$/,
  /^(?:try|start with) (?:this|these)\b/,
  /\bdo (?:this|these)$/,
);

/** What a capability does not look like is no signal of it. */
const contraryLabel = anyOf(
  /\bnot\b/,
  /n't\b/,
  /\b(?:bad|poor|weak|wrong|off track|(?:is|are) slipping|signs? of trouble)\b/,
  /^(?:early )?warnings?(?: signs?)?$/,
  /\b(?:anti-?(?:patterns?|signals?)|red flags?|evidence to)\b/,
);

const unreadLabel = anyOf(
  /^who\b/,
  /\b(?:support|reading|resources?|links?|related|anti-?patterns?|mistakes?|pitfalls?|avoid|why|not)\b/,
  /n't\b/,
  /\b(?:watch|measure(?:d|ments?))\b/,
  /^measures?$/,
  /\b(?:metrics?|tools?|books?|courses?|notes?|interview\w*|prompts?)\b/,
  /^at \w+\d+$/,
);

/**
 * Whether the list under a label that is not known may still be one of the two, told by its position.
 * Examples show what something looks like, not how to develop it.
 */
export function mayBeLabel(label: string, list: ListKind): boolean {
  const words = headingWords(label);
  return (
    !unreadLabel.test(words) &&
    !contraryLabel.test(words) &&
    (list === 'signals' || !/\bexamples?\b/.test(words))
  );
}

/**
 * The list that a label announces ("What this looks like:", "How to develop this:"); undefined where
 * the words announce neither. Meant for short lines only: running text holds these words too.
 */
export const listKindOf = rememberingTexts((label): ListKind | undefined => {
  const words = headingWords(label);
  if (contraryLabel.test(words.replace(/\([^)]*\)|\bor not\b/gu, ''))) {
    return undefined;
  }
  if (signalLabel.test(words)) {
    return 'signals';
  }
  return practiceLabel.test(words) ? 'practices' : undefined;
});
