import type { PartKind } from './model';

/**
 * What a heading is about, told by its words: authors name the same part in many ways. The order
 * matters, since a heading may hold words of two parts ("Timeline & Expectations", "Self-Assessment:
 * Are You Ready?"); the more particular part comes first.
 */
const partPatterns: readonly (readonly [PartKind, RegExp])[] = [
  [
    'timeline',
    /\btime ?(?:line|frame|scale|span)s?\b|\bhow long\b|\btypical (?:time|pace|duration|tenure)|\bduration\b|\bpace\b|\btime (?:at|in|to) (?:level|role|promotion)|\bhow (?:much|soon)\b|\bwhen (?:will|does|might) (?:it|you)\b/,
  ],
  [
    'selfAssessment',
    /\bself[- ]?(?:assess|evaluat|check|reflect|review|test)|(?<!frequently asked |interview |common |open )\bquestions\b(?! (?:change|shift|& answer|and answer))|\bcheck ?list\b|\bask yourself\b|\bcheck yourself\b|\breflect/,
  ],
  [
    'trackRecord',
    /\btrack record\b|\bportfolio\b|\bbody of (?:work|evidence)\b|\b(?:build|building|gather|gathering|collect|collecting|keep|keeping|create|creating|assemble)\b.*\b(?:evidence|record|proof|case|receipts)\b|\bevidence to\b|\bwhat to (?:document|collect|record|track)\b|\bproof points\b|\bbrag (?:doc|list)/,
  ],
  ['question', /\b(?:fundamental|core|key|central|defining|guiding|essential|big|underlying) question\b/],
  [
    'pitfalls',
    /\bpitfalls?\b|\btraps?\b|\bmistakes?\b|\banti-?patterns?\b|\bwatch[- ]?outs?\b|\bwatch out\b|\bwhat to watch\b|\bstumbl|\bderail|\bgoes? wrong\b|\bgo wrong\b|\bfailure modes?\b|\bmissteps?\b|\bto avoid\b|\bwarning signs\b|\bred flags\b|\bget(?:s|ting)? stuck\b|\bways to (?:stall|fail)\b|\b(?:common|typical|frequent) (?:challenges|struggles|misconceptions|errors|blockers|obstacles)\b|\bgets in the way\b|\bhold(?:s|ing)? (?:people|you) back\b/,
  ],
  [
    'shift',
    /\bshifts?\b|\bwhat (?:actually |really )?changes\b|\bwhat(?:'s| is) different\b|\b(?:key|core|main|biggest) (?:changes?|differences?|transitions?)\b|\bbefore and after\b|\bhow (?:the|your) (?:role|job|work) changes\b|\bside by side\b|\bdifferences? between\b|\bthen and now\b|\bthe change\b/,
  ],
  [
    'readiness',
    /\breadiness\b|\bready\b|^(?:how to |how you )?(?:demonstrat|prov(?:e|ing)\b|show(?:ing)?\b)/,
  ],
  [
    'capabilities',
    /\bcapabilit|\bcompetenc|\bskills?\b|\babilit(?:y|ies)\b|\b(?:key|core|focus|growth) areas\b|\bareas? (?:to develop|of growth|of focus)\b|\bwhat (?:you(?:'ll| will)? (?:need|develop)|to develop|to build|to learn|we expect|is expected)\b|\bexpectations\b|\bbehaviou?rs\b|\bdimensions\b|\bpillars\b/,
  ],
  [
    'readiness',
    /\bdemonstrat|\b(?:making|make|building) (?:the|your) case\b|\bpath to promotion\b|\bpromotion\b|\bgetting (?:promoted|there)\b|\bhow to get there\b|\bearning\b/,
  ],
  [
    'overview',
    /\boverview\b|\bsummary\b|\bintro(?:duction)?\b|\babout\b|\bat a glance\b|\bpurpose\b|\bbackground\b|\bin (?:brief|short|a nutshell)\b|\bbig picture\b|\bcontext\b|^(?:the|this) (?:role|step|transition|move|journey|level)\b|^why this\b|^what (?:this|the) (?:guide|step|transition|move)\b|\btl;?dr\b/,
  ],
];

/** Sections that share words with a part without being one. */
const otherSection =
  /\bfaq\b|\bfrequently asked\b|\bfurther reading\b|\brelated\b|\bresources\b|\breading list\b|\bglossary\b|\bchange ?log\b|\breferences\b/;

/** The part of a transition guide that a heading announces; undefined where it announces none. */
export function partOf(heading: string): PartKind | undefined {
  const words = normalise(heading);
  return otherSection.test(words) ? undefined : partPatterns.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The two lists of a capability. */
export type ListKind = 'signals' | 'practices';

const signalLabel = anyOf(
  /\blooks? like\b/,
  /\bin practice$/,
  /^(?:\w+ )?(?:signals?|indicators?|signs|behaviou?rs?|evidence|markers?)(?: (?:of|that|to|you|we)\b.*)?$/,
  /^(?:what|how) (?:good|great|success|excellence|strong|it|this|we) (?:\w+ )?(?:looks?|means?|shows?|expect|see)/,
  /^what (?:we|you(?:'ll)?) (?:see|expect|look|do|notice)\b/,
  /^what to look for\b/,
  /^(?:how )?(?:you|others|people|your manager)(?:'ll| will| can| may| might)? (?:see|notice|know|observe|recogni[sz]e|can tell)\b/,
  /^(?:how to |when )?(?:you'?re? there|you know you)/,
  /\byou(?:'re| are) there\b/,
  /^demonstrat(?:ed|es|ing|ion)\b/,
  /^shows? up (?:as|in|when)\b/,
);

const practiceLabel = anyOf(
  /^how (?:to|you|do you|can you|you can|could you|might you)\b/,
  /^(?:\w+ )?(?:ways?|steps?|things?|actions?|ideas?|tips|habits) (?:to|for)\b/,
  /^(?:to )?(?:develop|build|grow|practi[cs]e|improve|learn|strengthen|get)(?:ing)? (?:this|it|these|there|better)\b/,
  /^(?:practi[cs]ing|developing|building) (?:this|it|these)\b/,
  /^(?:development|growth|learning)(?: (?:actions?|activities|ideas|tips|steps|opportunities|suggestions|plan|practices|moves))?$/,
  /^(?:\w+ )?(?:practices?|actions?|exercises?|next steps|habits|experiments)(?: (?:that|which|you|we|worth)\b.*)?$/,
  /^(?:try|do|start with) (?:this|these)\b/,
);

/**
 * The list that a label announces ("What this looks like:", "How to develop this:"); undefined where
 * the words announce neither. Meant for short lines only: running text holds these words too.
 */
export function listKindOf(label: string): ListKind | undefined {
  const words = normalise(label);
  if (signalLabel.test(words)) {
    return 'signals';
  }
  return practiceLabel.test(words) ? 'practices' : undefined;
}

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}

function normalise(heading: string): string {
  return withoutNumber(heading)
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();
}

const numberWord = '(?:capability|competency|skill|area|dimension|pillar|pitfall|trap|mistake|part|section)';
const headingNumber = new RegExp(
  `^(?:${numberWord}\\s+)?#?(?:(?:\\d{1,3}\\.)*(\\d{1,4})\\s*[.):–—-]|(?:\\d{1,3}\\.)+(\\d{1,3}))\\s+(.+)$`,
  'isu',
);

/** A heading's number, as in "3. Name", "3) Name", "2.3 Name" or "Capability 3: Name", and what it numbers. */
export function splitNumber(heading: string): { readonly number: number | undefined; readonly name: string } {
  const [, marked, nested, rest] = headingNumber.exec(heading.trim()) ?? [];
  const digits = marked ?? nested;
  return {
    number: digits === undefined ? undefined : Number(digits),
    name: (rest ?? heading).replace(/\s*[:：]\s*$/u, '').trim(),
  };
}

function withoutNumber(heading: string): string {
  return splitNumber(heading).name;
}
