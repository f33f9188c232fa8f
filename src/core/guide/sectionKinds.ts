import { rememberingTexts } from '../remembering';
import { anyOf } from './anyOf';
import { splitNumber } from './headingNumbers';
import { headingWords } from './headingWords';
import type { PartKind } from './model';

/**
 * What a heading is about, told by its words: authors name the same part in many ways. The order
 * matters, since a heading may hold words of two parts ("Timeline & Expectations", "Self-Assessment:
 * Are You Ready?"); the more particular part comes first.
 */
const partPatterns: readonly (readonly [PartKind, RegExp])[] = [
  [
    'question',
    anyOf(
      /^(?:the \S+|an? (?:different|new|better|bigger|harder|other)) question$|^(?:the )?two questions$/,
      /^from one question\b/,
      /^(?:the )?(?:one |single )?question(?:$| (?:changes?|shifts?|before|you|to|behind|beneath|under|at the|in the|that|i|we)\b)/,
    ),
  ],
  [
    'timeline',
    anyOf(
      /\b(?:time ?(?:line|frame|scale|span)s?|how (?:long|much time|many (?:years|months)))\b/,
      /\bhow (?:fast|quick(?:ly)?|soon)\b/,
      /^when$|^time$|^horizon$/,
      /\b(?:time (?:it takes|needed|required)|when (?:to expect|will i|can i|should i)|timing|tenure)\b/,
      /\b(?:typical|expected|usual|average) (?:time(?:line|frame)?|pace|duration)/,
      /\b(?:duration|pace)\b/,
      /\btime (?:at|in|to) (?:level|role|grade|band|rank|post|position|promotion)/,
      /\bwhen (?:will|does|might) (?:it|you)\b/,
    ),
  ],
  [
    'selfAssessment',
    anyOf(
      /\bself[- ]?(?:assess|evaluat|examin|check|reflect|review|test)/,
      /(?<!frequently asked |interview |common |open |other |more |further )\bquestions\b(?! (?:change|shift|& answer|and answer|(?:(?:that )?(?:people|others|everybody|everyone|colleagues|we) (?:often )?ask|for (?:\w+ )?candidates)))/,
      /(?<!\b(?:on-?boarding|induction|launch|release|first[- ](?:day|week)) )\bcheck ?list\b(?! (?:for|of) (?:\w+ ){0,2}(?:managers?|leads?|reviewers?|committee|panel)\b)/,
      /\bask (?:your|my|him|her|one)self\b(?! (?:change|shift|becom|mov|turn))/,
      /\b(?:tick what|true (?:of|for) (?:you|me))\b/,
      /\b(?:assess|examin|check|rat|scor|grad|test|quiz|challeng)(?:e|ing)? yourself(?! in\b)\b/,
      /\breflect/,
    ),
  ],
  [
    'trackRecord',
    anyOf(
      /\b(?:track record|records? (?:to|you)|portfolio|body of (?:work|evidence)|keep a (?:paper )?trail)\b/,
      /\b(?:build|building|gather|gathering|collect|collecting|keep|keeping|create|creating|assemble)\b.*\b(?:evidence|record|proof|case|receipts)\b/,
      /\bevidence to\b/,
      /\bwhat (?:to|(?:(?:should|could|can) )?(?:i|you)) (?:document|collect|record|track|gather|bring|keep)\b/,
      /\b(?:to have behind you|dossier|proof points)\b/,
      /\bbrag (?:doc|list)/,
    ),
  ],
  ['question', /\b(?:fundamental|core|key|central|defining|guiding|essential|big|underlying) question\b/],
  [
    'pitfalls',
    anyOf(
      /\b(?:pitfalls?|traps?|snares?|mistakes?|errors (?:we|you|people)|anti-?patterns?|watch[- ]?outs?)\b/,
      /\b(?:watch out|what to watch)\b/,
      /\bstumbl/,
      /\b(?:where|how|why) .*\bcomes? unstuck\b/,
      /\bderail/,
      /\b(?:go(?:es|ing)? (?:wrong|sideways|south|awry|astray|sour)|failure modes?|missteps?)\b/,
      /\b(?:to (?:be )?avoid(?:ed)?|warning signs|warn(?:ed|s|ings)|red flags|get(?:s|ting)? stuck)\b/,
      /\bways to (?:stall|fail)\b/,
      /\b(?:common|typical|frequent) (?:challenges|difficulties|struggles|misconceptions|errors|blockers|obstacles)\b/,
      /\b(?:gets in the way|trips? (?:people|you|us)|beware|gotchas?|foot ?guns?|don'?ts)\b/,
      /\b(?:how (?:people|you|managers|engineers) fail|fall(?:s|ing)? (?:into|for)|slows? (?:\w+ )?down)\b/,
      /\bgets? wrong\b/,
      /^(?:\S+ ){1,2}to unlearn$|^(?:how|where|why) (?:\S+ ){1,3}fails?$/,
      /^(?:your |our |common |typical )?blind ?spots?$/,
      /\bstalls?$/,
      /\b(?:unhelpful|harmful|limiting|self-defeating|counter-?productive) behaviou?rs\b/,
      /\bhold(?:s|ing)? (?:\w+ )?back\b(?![- ]to[- ])/,
    ),
  ],
  [
    'shift',
    anyOf(
      /(?<!\b(?:night|day|late|early|per|each|every|on) )\bshifts?\b/,
      /^shifting (?:responsibilities|expectations|roles)$/,
      /\b(?:differences?|(?:role|job|work|level)s? differs?)\b/,
      /\bhow (?:\w+ )?expectations (?:change|shift|grow)/,
      /\b(?:(?:transition|step|change) at a glance|what (?:actually |really )?changes)\b/,
      /\bwhat(?:'s| is| will (?:be|feel)| feels) different\b/,
      /\b(?:(?:key|core|main|biggest) (?:changes?|differences?|transitions?)|before and after)\b/,
      /^(?:before ?(?:\/|&|vs\.?|\|) ?after|from ?(?:\/|&|and|\|) ?to)$/,
      /\bhow (?:the|your) (?:role|job|work) (?:changes|turns)\b/,
      /^contrasts?$/,
      /\b(?:side by side|then and now|the change)\b/,
    ),
  ],
  [
    'readiness',
    /\breadiness\b|\bready\b|^(?:how to |how you )?(?:demonstrat|prov(?:e|ing)\b|show(?:ing)?\b)/,
  ],
  [
    'capabilities',
    anyOf(
      /\b(?:capabilit|competenc)/,
      /\b(?:what it takes|what to work on)\b/,
      /^(?:the |your )?things to work on$/,
      /\b(?:skills?|abilit(?:y|ies)|(?:key|core|focus|growth|development) areas)\b/,
      /\bareas? (?:to develop|of growth|of focus)\b/,
      /\bwhat (?:you(?:'ll| will)? (?:need|develop)|to develop|to build|to learn|we (?:expect|ask)|is expected)\b/,
      /\b(?:expectations|behaviou?rs|dimensions|pillars)\b/,
    ),
  ],
  ['overview', /^why\b|^who (?:is )?this\b/],
  [
    'readiness',
    anyOf(
      /\bdemonstrat/,
      /\b(?:(?:making|make|building) (?:the|your) case|path to promotion)\b/,
      /\bpromotion\b(?! (?:boards?|committees?|panels?|cycles?|calendar|rounds?)\b)/,
      /\b(?:get(?:ting)? (?:promoted|there)|earning)\b/,
    ),
  ],
  [
    'overview',
    anyOf(
      /\b(?:overview|summary|intro(?:duction)?|about|at a glance|purpose|background)\b/,
      /\b(?:in (?:brief|short|a nutshell)|big picture|context|short version|preamble)\b/,
      /^(?:the|this) (?:role|step|transition|move|journey|level)\b|^why this\b/,
      /^what (?:is )?(?:this|the) (?:guide|step|transition|move)\b/,
      /\btl;?dr\b/,
    ),
  ],
];

/** Sections that share words with a part without being one. */
const otherSection =
  /\b(?:faq|frequently asked|further reading|related|resources|reading list|glossary|change ?log|references)\b/;

/** Sections that have the form of a part without being one. */
const sideMatter = anyOf(
  /\b(?:see also|pay|compensation|salar\w+|benefits|perks|holidays?|vacation|process|support|help)\b/,
  /\b(?:values|principles|roles|history|interviews?|interviewing|eligib\w*|who (?:may|can) apply)\b/,
  /\b(?:part[- ]time(?: work)?|remote work|(?:for|as|our|external|internal) candidates|thanks)\b/,
  /\b(?:acknowledgements|who we are)\b/,
);

/** Words that only suggest a part: they count where what stands under the heading has that part's form. */
const hints = {
  timeline:
    /\b(?:when|years?|months?|patien\w+|wait\w*|time(?:table)?|how many|long|clock|calendar|average)\b/,
  trackRecord: anyOf(
    /\b(?:proof|proves?|evidence|bring|show|collect|hand in|submi\w+|write down|files?|packet)\b/,
    /\bpreparing (?:your|an) application\b/,
  ),
  pitfalls: anyOf(
    /\b(?:risks?|dangers?|hazards?|trip\w*|slip\w*|warn\w*|banana skins|break(?:s|ing)?|broke|forget)\b/,
    /\b(?:regret\w*|scrap|mess(?:es|ed|ing)?|botch\w*|blow(?:s|ing)? it|backfir\w*|sabotag\w*)\b/,
    /\b(?:burn(?:s|ed|t)?|stumbl\w+|falls?|aground|adrift|astray|overboard|off the rails|fail\w*)\b/,
    /\b(?:stall\w*|stuck|unstuck|struggl\w+|hard|difficult\w*|tricky|careful\w*|caution\w*|wrong|lose)\b/,
    /\b(?:habits|unlearn|tempt\w+|myths?|excuses|obstacles?|hurdles?|detours?|dead ends?|wrong turns?)\b/,
    /\b(?:\w*holes?|too (?:often|much)|not to|sins?|suspects|growing pains|not yet)\b/,
    /\b(?:(?:reasons?|why) .*(?:unsuccessful|rejected|refused|turned down)|lessons (?:from|learned))\b/,
    /\b(?:let(?:ting)? go|die|dies|dying|dead|kills?|killers?|ruins?|sinks?)\b/,
    /\b(?:did|do|does)n't (?:get there|make it(?! into)|pass|succeed|work out)\b/,
  ),
} satisfies Partial<Record<PartKind, RegExp>>;

/** Whether a heading's words suggest a part, without announcing it. */
export function hintsAt(kind: keyof typeof hints, heading: string): boolean {
  return hints[kind].test(headingWords(heading));
}

/** Whether a heading says that its section is none of a guide's parts. */
export function isOtherTitle(heading: string): boolean {
  const words = headingWords(heading);
  return otherSection.test(words) || sideMatter.test(words);
}

const genericWord = anyOf(
  /key|core|main|the|our|your|you|we|they|what|it|takes?|need|capabilit(?:y|ies)|skills?|competenc(?:y|ies)/,
  /abilit(?:y|ies)|areas?|to|develop|build|learn|work|on|needed|required|expected|expect|expectations?/,
  /behaviou?rs?|dimensions|pillars|of|for|and|at|this|that|level|next|growth|focus|will|must|should|demonstrate/,
  /show|by|step|role|part|\d+|\p{Lu}\p{L}{0,5}\d+/u,
).source;
const genericWords = new RegExp(`^(?:(?:${genericWord})(?:\\s+|$))+$`, 'iu');

/** Whether a heading announces what the levels are given: pay, benefits, holidays. */
export function announcesPay(heading: string): boolean {
  return /\b(?:pay(?! attention| off)|compensation|remuneration|salar(?:y|ies)|benefits(?! of)|perks|bonus(?:es)?|wages?|holidays?|vacation)\b/.test(
    headingWords(heading),
  );
}

/** Whether a heading merely says "capabilities" in some words, rather than naming one: "Web3" does. */
export function isGenericTitle(heading: string): boolean {
  const words = splitNumber(heading)
    .name.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return genericWords.test(words) && !/^\p{Lu}\p{L}*\p{Ll}\d+$/u.test(words);
}

/** The part of a transition guide that a heading announces; undefined where it announces none. */
export const partOf = rememberingTexts((heading): PartKind | undefined => {
  const words = headingWords(heading);
  return otherSection.test(words) ? undefined : partPatterns.find(([, pattern]) => pattern.test(words))?.[0];
});

/** Whether a part is one of the two lists that readiness has. */
export function isListOfReadiness(part: string | undefined): part is 'trackRecord' | 'selfAssessment' {
  return part === 'trackRecord' || part === 'selfAssessment';
}

/** All parts that a heading names: "Pitfalls and readiness". */
export function partsNamedIn(heading: string): readonly PartKind[] {
  const words = headingWords(heading);
  return partPatterns.flatMap(([kind, pattern]) => (pattern.test(words) ? kind : []));
}

const everyPart = new RegExp(anyOf(...partPatterns.map(([, pattern]) => pattern)), 'g');
const smallWord = anyOf(
  /how|what|when|where|who|why|to|is|are|be|do|does|will|can|should|the|an?|of|for|and|or|in|on|at|by|with|from/,
  /you|your|we|our|i|my|it|this|that|they|there|here|key|core|main|common|typical|level|next|role|step|part/,
  /section|most|people|develop|develops|build|get|go|takes?|expect|\p{L}+\d+|\d+/u,
).source;
const smallWords = new RegExp(`^(?:${smallWord})$`, 'u');

/** How many words of a heading say something else than what part it is: the fewer, the surer it is a title. */
export function wordsBesidesPart(heading: string): number {
  return headingWords(heading)
    .replace(everyPart, ' ')
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word.length > 2 && !smallWords.test(word)).length;
}
