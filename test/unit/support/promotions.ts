import { type GuideLinks, noGuideLinks, relativeGuideLinks } from '../../../src/core/citations/guideLinks';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import type { Finding } from '../../../src/core/diagnostics/finding';
import type { DocumentModel } from '../../../src/core/document/documentModel';
import { parseDocument } from '../../../src/core/document/parseDocument';
import { readDocument } from '../../../src/core/document/readDocument';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Ladder } from '../../../src/core/ladder/model';
import { type Promotion, readPromotion } from '../../../src/core/promotion/readPromotion';
import type { RuleSettings } from '../../../src/core/rules';
import { guideOf } from './files';

/** A text as a document, with the levels of a ladder. */
export function documentOf(text: string, ladder: Ladder): DocumentModel {
  return readDocument(parseDocument(text, indexOf(ladder).levels));
}

/** A text as a promotion document beside the ladder's guides, or at the path given. */
export function promotionOf(text: string, ladder: Ladder, path?: string): Promotion {
  const links: GuideLinks = path === undefined ? noGuideLinks : relativeGuideLinks(path, ladder.guides);
  const promotion = readPromotion(documentOf(text, ladder), ladder, links);
  if (promotion === undefined) {
    throw new Error(`no promotion document: ${text}`);
  }
  return promotion;
}

/** What is found in a text, as `rule «place»`, one line each. */
export function findingsIn(
  text: string,
  ladder: Ladder,
  { path, settings = {} }: { readonly path?: string; readonly settings?: RuleSettings } = {},
): readonly string[] {
  const promotion = promotionOf(text, ladder, path);
  return checkPromotion(promotion, settings).map((finding) => told(finding, promotion));
}

export function told({ rule, range }: Finding, { document }: Promotion): string {
  return `${rule} «${document.source.slice(range)}»`;
}

/** What the text reads after a finding's first suggestion was taken. */
export function mended(finding: Finding, { document }: Promotion, choice = 0): string {
  const edits = [...(finding.suggestions[choice]?.edits ?? [])].sort((a, b) => b.range.start - a.range.start);
  return edits.reduce(
    (text, { range, text: put }) => text.slice(0, range.start) + put + text.slice(range.end),
    document.source.text,
  );
}

/** A ladder of steps, each `M1 to M2`, whose upper levels all ask for the same capabilities. */
export function ladderWith(
  steps: readonly string[],
  capabilities: readonly string[],
  titles: Readonly<Record<string, string>> = {},
): Ladder {
  return buildLadder(
    steps.flatMap((step) => {
      const named = step.replace(/\w+/gu, (id) => (titles[id] === undefined ? id : `${id} (${titles[id]})`));
      return (
        guideOf(guideText(named, capabilities), `guides/${step.replaceAll(' ', '-').toLowerCase()}.md`) ?? []
      );
    }),
  );
}

function guideText(step: string, capabilities: readonly string[]): string {
  return [
    `# Progression Guide: ${step}`,
    '## Key Capabilities to Develop',
    ...capabilities.flatMap((name, index) => [
      `### ${index + 1}. ${name}`,
      `It is about ${name.toLowerCase()}.`,
      '**What this looks like:**',
      `- You show the first sign of ${name.toLowerCase()}\n- You show the second sign of ${name.toLowerCase()}`,
      '**How to develop this:**',
      '- Practice',
    ]),
  ].join('\n\n');
}
