import type { PartKind } from './model';

/**
 * What a heading is about, told by its words: authors name the same part in many ways. The order
 * matters, since a heading may hold words of two parts ("Timeline & Expectations", "Self-Assessment:
 * Are You Ready?"); the more particular part comes first.
 */
const partPatterns: readonly (readonly [PartKind, RegExp])[] = [
  [
    'question',
    /^(?:the )?(?:one |single )?question(?:$| (?:you|to|behind|beneath|under|at the|in the|that|i|we)\b)/,
  ],
  [
    'timeline',
    /\btime ?(?:line|frame|scale|span)s?\b|\bhow (?:long|much time|many (?:years|months))\b|\bhow (?:fast|quick(?:ly)?|soon)\b|^when$|^horizon$|\btime (?:it takes|needed|required)\b|\bwhen (?:to expect|will i|can i|should i)\b|\btiming\b|\btenure\b|\b(?:typical|expected|usual|average) (?:time|pace|duration)|\bduration\b|\bpace\b|\btime (?:at|in|to) (?:level|role|promotion)|\bwhen (?:will|does|might) (?:it|you)\b/,
  ],
  [
    'selfAssessment',
    /\bself[- ]?(?:assess|evaluat|examin|check|reflect|review|test)|(?<!frequently asked |interview |common |open |other |more |further )\bquestions\b(?! (?:change|shift|& answer|and answer|(?:(?:that )?(?:people|others|everybody|everyone|colleagues|we) (?:often )?ask|for (?:\w+ )?candidates)))|\bcheck ?list\b(?! (?:for|of) (?:\w+ ){0,2}(?:managers?|leads?|reviewers?|committee|panel)\b)|\bask (?:your|my)self\b|\btick what\b|\btrue (?:of|for) (?:you|me)\b|\b(?:check|rate|score|grade|test|quiz|challenge) yourself\b|\breflect/,
  ],
  [
    'trackRecord',
    /\btrack record\b|\brecords? (?:to|you)\b|\bportfolio\b|\bbody of (?:work|evidence)\b|\b(?:build|building|gather|gathering|collect|collecting|keep|keeping|create|creating|assemble)\b.*\b(?:evidence|record|proof|case|receipts)\b|\bevidence to\b|\bwhat (?:to|(?:(?:should|could|can) )?(?:i|you)) (?:document|collect|record|track|gather|bring|keep)\b|\bto have behind you\b|\bdossier\b|\bproof points\b|\bbrag (?:doc|list)/,
  ],
  ['question', /\b(?:fundamental|core|key|central|defining|guiding|essential|big|underlying) question\b/],
  [
    'pitfalls',
    /\bpitfalls?\b|\btraps?\b|\bsnares?\b|\bmistakes?\b|\berrors (?:we|you|people)\b|\banti-?patterns?\b|\bwatch[- ]?outs?\b|\bwatch out\b|\bwhat to watch\b|\bstumbl|\bderail|\bgo(?:es|ing)? (?:wrong|sideways|south|awry|astray|sour)\b|\bfailure modes?\b|\bmissteps?\b|\bto (?:be )?avoid(?:ed)?\b|\bwarning signs\b|\bwarn(?:ed|s|ings)\b|\bred flags\b|\bget(?:s|ting)? stuck\b|\bways to (?:stall|fail)\b|\b(?:common|typical|frequent) (?:challenges|struggles|misconceptions|errors|blockers|obstacles)\b|\bgets in the way\b|\btrips? (?:people|you|us)\b|\bbeware\b|\bgotchas?\b|\bfoot ?guns?\b|\bdon'?ts\b|\bhow (?:people|you|managers|engineers) fail\b|\bfall(?:s|ing)? (?:into|for)\b|\bslows? (?:\w+ )?down\b|\bgets? wrong\b|\bhold(?:s|ing)? (?:people|you) back\b/,
  ],
  [
    'shift',
    /(?<!\b(?:night|day|late|early|per|each|every|on) )\bshifts?\b|\bdifferences?\b|\b(?:role|job|work|level)s? differs?\b|\bhow (?:\w+ )?expectations (?:change|shift|grow)|\b(?:transition|step|change) at a glance\b|\bwhat (?:actually |really )?changes\b|\bwhat(?:'s| is) different\b|\b(?:key|core|main|biggest) (?:changes?|differences?|transitions?)\b|\bbefore and after\b|\bhow (?:the|your) (?:role|job|work) changes\b|\bside by side\b|\bthen and now\b|\bthe change\b/,
  ],
  [
    'readiness',
    /\breadiness\b|\bready\b|^(?:how to |how you )?(?:demonstrat|prov(?:e|ing)\b|show(?:ing)?\b)/,
  ],
  [
    'capabilities',
    /\bcapabilit|\bcompetenc|\bwhat it takes\b|\bwhat to work on\b|\bskills?\b|\babilit(?:y|ies)\b|\b(?:key|core|focus|growth) areas\b|\bareas? (?:to develop|of growth|of focus)\b|\bwhat (?:you(?:'ll| will)? (?:need|develop)|to develop|to build|to learn|we (?:expect|ask)|is expected)\b|\bexpectations\b|\bbehaviou?rs\b|\bdimensions\b|\bpillars\b/,
  ],
  ['overview', /^why\b|^who (?:is )?this\b/],
  [
    'readiness',
    /\bdemonstrat|\b(?:making|make|building) (?:the|your) case\b|\bpath to promotion\b|\bpromotion\b|\bget(?:ting)? (?:promoted|there)\b|\bearning\b/,
  ],
  [
    'overview',
    /\boverview\b|\bsummary\b|\bintro(?:duction)?\b|\babout\b|\bat a glance\b|\bpurpose\b|\bbackground\b|\bin (?:brief|short|a nutshell)\b|\bbig picture\b|\bcontext\b|\bshort version\b|\bpreamble\b|^(?:the|this) (?:role|step|transition|move|journey|level)\b|^why this\b|^what (?:is )?(?:this|the) (?:guide|step|transition|move)\b|\btl;?dr\b/,
  ],
];

/** Sections that share words with a part without being one. */
const otherSection =
  /\bfaq\b|\bfrequently asked\b|\bfurther reading\b|\brelated\b|\bresources\b|\breading list\b|\bglossary\b|\bchange ?log\b|\breferences\b/;

/** Sections that have the form of a part without being one. */
const sideMatter =
  /\bsee also\b|\b(?:pay|compensation|salar\w+|benefits|perks|process|support|help|values|principles|roles|history|interviews?|interviewing|eligib\w*|who (?:may|can) apply|part[- ]time(?: work)?|remote work|(?:for|as|our|external|internal) candidates|thanks|acknowledgements)\b|\bwho we are\b/;

/** Words that only suggest a part: they count where what stands under the heading has that part's form. */
const hints = {
  timeline: /\b(?:when|years?|months?|patien\w+|wait\w*|time|how many|long|clock|calendar|average)\b/,
  trackRecord: /\b(?:proof|proves?|evidence|bring|show|collect|hand in|submi\w+|write down|files?|packet)\b/,
  pitfalls:
    /\b(?:risks?|dangers?|hazards?|trip\w*|slip\w*|warn\w*|banana skins|break(?:s|ing)?|broke|forget|regret\w*|scrap|burn(?:s|ed|t)?|stumbl\w+|falls?|fail\w*|stall\w*|stuck|unstuck|struggl\w+|hard|difficult\w*|tricky|careful\w*|caution\w*|wrong|lose|habits|unlearn|tempt\w+|myths?|excuses|obstacles?|hurdles?|detours?|dead ends?|wrong turns?|\w*holes?|too (?:often|much)|not to|let(?:ting)? go|die|dies|dying|dead|kills?|killers?|ruins?|sinks?|(?:did|do|does)n't (?:get|make|pass|succeed|work))\b/,
} satisfies Partial<Record<PartKind, RegExp>>;

/** Whether a heading's words suggest a part, without announcing it. */
export function hintsAt(kind: keyof typeof hints, heading: string): boolean {
  return hints[kind].test(normalise(heading));
}

/** Whether a heading says that its section is none of a guide's parts. */
export function isOtherTitle(heading: string): boolean {
  const words = normalise(heading);
  return otherSection.test(words) || sideMatter.test(words);
}

const genericWords =
  /^(?:(?:key|core|main|the|our|your|you|we|they|what|it|takes?|need|capabilit(?:y|ies)|skills?|competenc(?:y|ies)|abilit(?:y|ies)|areas?|to|develop|build|learn|work|on|needed|required|expected|expect|expectations?|behaviou?rs?|dimensions|pillars|of|for|and|at|this|that|level|next|growth|focus|will|must|should|demonstrate|show|by|step|role|part|\d+|\p{Lu}\p{L}{0,5}\d+)(?:\s+|$))+$/iu;

/** Whether a heading announces what the levels are paid. */
export function announcesPay(heading: string): boolean {
  return /\b(?:pay|compensation|salar(?:y|ies)|benefits|perks|bonus(?:es)?|wages?)\b/.test(
    normalise(heading),
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
export function partOf(heading: string): PartKind | undefined {
  const words = normalise(heading);
  return otherSection.test(words) ? undefined : partPatterns.find(([, pattern]) => pattern.test(words))?.[0];
}

/** All parts that a heading names: "Pitfalls and readiness". */
export function partsNamedIn(heading: string): readonly PartKind[] {
  const words = normalise(heading);
  return partPatterns.flatMap(([kind, pattern]) => (pattern.test(words) ? kind : []));
}

const everyPart = new RegExp(partPatterns.map(([, { source }]) => source).join('|'), 'g');
const smallWords =
  /^(?:how|what|when|where|who|why|to|is|are|be|do|does|will|can|should|the|an?|of|for|and|or|in|on|at|by|with|from|you|your|we|our|i|my|it|this|that|they|there|here|key|core|main|common|typical|level|next|role|step|part|section|most|people|develop|develops|build|get|go|takes?|expect|\p{L}+\d+|\d+)$/u;

/** How many words of a heading say something else than what part it is: the fewer, the surer it is a title. */
export function wordsBesidesPart(heading: string): number {
  return normalise(heading)
    .replace(everyPart, ' ')
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word.length > 2 && !smallWords.test(word)).length;
}

/** The two lists of a capability. */
export type ListKind = 'signals' | 'practices';

const signalLabel = anyOf(
  /\blooks? like\b/,
  /\bin practice$|^in practice\b/,
  /^(?:\w+ )?(?:signals?|indicators?|signs|behaviou?rs?|evidence|markers?)(?: (?:of|that|to|you|we)\b.*)?$/,
  /^(?:what|how) (?:good|great|success|excellence|strong|it|this|we) (?:\w+ )?(?:looks?|means?|shows?|expect|see)/,
  /^what (?:we|you(?:'ll)?) (?:see|expect|look|do|notice)\b/,
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
  /^you can tell\b/,
  /\bshows? (?:this|it) (?:when|by|if)\b/,
);

const practiceLabel = anyOf(
  /^how (?:to|you|do (?:you|i)|can (?:you|i)|could (?:you|i)|might (?:you|i))\b/,
  /^where to (?:start|begin)\b/,
  /^(?:what to do|what (?:you|i) can do|what helps|get(?:ting)? started|tips|start here)$/,
  /^(?:to )?grow(?:ing)? (?:in|into|here|toward)/,
  /^(?:to|you(?:'ll| will| can)?) get there\b/,
  /\b(?:strengthen|develop|practi[cs]e|build) (?:this|it) by\b/,
  /^(?:\w+ )?(?:ways?|steps?|things?|actions?|ideas?|tips|habits) (?:to|for|you can)\b/,
  /^(?:to )?(?:develop|build|grow|practi[cs]e|improve|learn|strengthen|get)(?:ing)? (?:this|it|these|there|better)\b/,
  /^(?:practi[cs]ing|developing|building) (?:this|it|these)\b/,
  /^(?:development|growth|learning)(?: (?:actions?|activities|ideas|tips|steps|opportunities|suggestions|plan|practices|moves|measures|paths?|work|goals|assignments))?$/,
  /^(?:\w+ )?(?:practices?|actions?|exercises?|next steps|habits|experiments)(?: (?:that|which|you|we|worth)\b.*)?$/,
  /^(?:try|start with) (?:this|these)\b/,
  /\bdo (?:this|these)$/,
);

/** What a capability does not look like is no signal of it. */
const contraryLabel =
  /\bnot\b|n't\b|\bbad\b|\bpoor\b|\bweak\b|\bwrong\b|\boff track\b|\bslip(?:s|ping|ped)?\b|\btroubles?\b|\bwarnings?\b|\banti-?(?:patterns?|signals?)\b|\bred flags?\b|\bevidence to\b/;

const unreadLabel =
  /^who\b|\bsupport\b|\breading\b|\bresources?\b|\blinks?\b|\brelated\b|\banti-?patterns?\b|\bmistakes?\b|\bpitfalls?\b|\bavoid\b|\bwhy\b|\bnot\b|n't\b|\bwatch\b|\bmeasure(?:d|ments?)\b|^measures?$|\bmetrics?\b|\btools?\b|\bbooks?\b|\bcourses?\b|\bnotes?\b|^at \w+\d+$/;

/**
 * Whether the list under a label that is not known may still be one of the two, told by its position.
 * Examples show what something looks like, not how to develop it.
 */
export function mayBeLabel(label: string, list: ListKind): boolean {
  const words = normalise(label);
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
export function listKindOf(label: string): ListKind | undefined {
  const words = normalise(label);
  if (contraryLabel.test(words.replace(/\([^)]*\)|\bor not\b/gu, ''))) {
    return undefined;
  }
  if (signalLabel.test(words)) {
    return 'signals';
  }
  return practiceLabel.test(words) ? 'practices' : undefined;
}

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}

function normalise(heading: string): string {
  const start = heading.slice(0, longestHeading);
  if (plainWords.test(start)) {
    return start.toLowerCase();
  }
  const words = splitNumber(start)
    .name.toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^\(?[a-z]\)\s+/, '');
  return betweenMarks.exec(words)?.[0] ?? '';
}

/** Most headings are nothing but words, which is told at once. */
const plainWords = /^[A-Za-z]+(?:[ '-][A-Za-z]+)*$/;

/** From the first letter or digit to the last one, with what closes a phrase. */
const betweenMarks = /[\p{L}\p{N}](?:.*[\p{L}\p{N})%])?/su;
/** What a heading is about, its first words tell. */
const longestHeading = 200;
const numberWord =
  '(?:capability|competency|skill|area|dimension|pillar|pitfall|trap|mistake|part|section|step)';
/** "3.", "3)", "(3)", "§ 3", "3 –", "3 ·", "2.3", "#3", "3" as a keycap, perhaps behind a word: "Capability 3:". */
const headingNumber = new RegExp(
  `^(?:${numberWord}\\s+)?(?:` +
    [
      String.raw`#?(?:\d{1,3}\.)*(\d{1,4})\s*[.):–—·|-]`,
      String.raw`\((\d{1,4})\)`,
      String.raw`§\s*(?:\d{1,3}\.)*(\d{1,3})[.:]?`,
      String.raw`(?:\d{1,3}\.)+(\d{1,3})`,
      String.raw`#(\d{1,3})`,
      String.raw`(\d)\uFE0F?\u20E3`,
    ].join('|') +
    String.raw`)\s+(.+)$`,
  'isu',
);
/** Pictures at the start of a heading are ornament, not name. Digits count as pictures to Unicode. */
const ornament = /^(?:(?!\d)(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)+\s*)+(?=\S)/u;

/** A heading's number, as in "3. Name" or "Capability 3: Name", and what it numbers. */
export function splitNumber(heading: string): { readonly number: number | undefined; readonly name: string } {
  const text = withoutOrnament(heading);
  const [, ...groups] = headingNumber.exec(text) ?? [];
  const digits = groups.slice(0, -1).find((group) => group !== undefined);
  return {
    number: digits === undefined ? undefined : Number(digits),
    name: withoutOrnament(groups.at(-1) ?? text)
      .replace(/^(?:capability|competency|skill|dimension|pillar):\s+(?=\S)/iu, '')
      .replace(/\{#[\w-]+\}\s*$/u, '')
      .replace(/[:：]\s*$/u, '')
      .trim(),
  };
}

/**
 * The names of headings that stand side by side. Letters ("A. Name", "b) Name"), Roman numerals and bare
 * digits ("1 Name") are numbers only where all of them count up: by itself "A" may begin a name.
 */
export function splitNumbers(
  headings: readonly string[],
): readonly { readonly number: number | undefined; readonly name: string }[] {
  const split = headings.map(splitNumber);
  if (headings.length < 2 || split.some(({ number }) => number !== undefined)) {
    return split;
  }
  for (const [pattern, counting] of sequences) {
    const matches = split.map(({ name }) => pattern.exec(name)?.groups);
    const isNext = (match: (typeof matches)[number], index: number): boolean =>
      match?.count?.toLowerCase() === counting(index) && match?.word === matches[0]?.word;
    if (matches.every(isNext)) {
      return matches.map((match, index) => ({ number: index + 1, name: match?.name ?? '' }));
    }
  }
  return split;
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const sequences: readonly (readonly [RegExp, (index: number) => string | undefined])[] = [
  [
    /^(?:(?<word>\p{L}+(?: \p{L}+)?) )?\(?(?<count>[a-z])[.):]\s+(?<name>.+)$/isu,
    (index) => String.fromCharCode(97 + index),
  ],
  [/^\(?(?<count>[ivx]+)[.):]\s+(?<name>.+)$/isu, (index) => romans[index]],
  [/^(?<count>\d{1,2})\s+(?<name>.+)$/su, (index) => String(index + 1)],
  [/^(?<count>\p{L}+)(?:\s*[:.–—]|\s-)\s+(?<name>.+)$/su, (index) => ordinals[index]],
  // "C1 Name", "Name (1)"
  [/^(?<word>\p{Lu})(?<count>\d{1,2})[.:]?\s+(?<name>.+)$/su, (index) => String(index + 1)],
  [/^(?<name>.+?)\s+\((?<count>\d{1,2})\)$/su, (index) => String(index + 1)],
  // A word that all of them begin with: "Focus Area 1 — Name".
  [
    /^(?<word>\p{L}+(?: \p{L}+)?) (?<count>\d{1,2})\s*[.):–—·|-]\s+(?<name>.+)$/su,
    (index) => String(index + 1),
  ],
];

/** A text without the pictures that may stand in front of it. */
export function withoutOrnament(text: string): string {
  const trimmed = text.trim();
  return trimmed.charCodeAt(0) < 0x80 ? trimmed : trimmed.replace(ornament, '');
}
