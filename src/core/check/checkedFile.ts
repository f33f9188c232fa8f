import { relativeGuideLinks } from '../citations/guideLinks';
import { indexOf } from '../citations/ladderIndex';
import { checkPromotion } from '../diagnostics/checkPromotion';
import type { Finding } from '../diagnostics/finding';
import { readFrontMatter } from '../document/frontMatter';
import { parseDocument } from '../document/parseDocument';
import { readDocument } from '../document/readDocument';
import { readTarget } from '../document/target';
import type { Guide } from '../guide/model';
import type { Ladder } from '../ladder/model';
import { type Promotion, readPromotion } from '../promotion/readPromotion';
import type { RuleSettings } from '../rules';
import { SourceText } from '../text/sourceText';
import { checkGuideFile } from './checkGuideFile';

/** A guide or a promotion document, and what was found in it, in the order of its text. */
export type CheckedFile = CheckedGuide | CheckedPromotion;

export interface CheckedGuide {
  readonly kind: 'guide';
  /** As it is printed. */
  readonly path: string;
  readonly source: SourceText;
  readonly findings: readonly Finding[];
}

export interface CheckedPromotion {
  readonly kind: 'promotion';
  /** As it is printed. */
  readonly path: string;
  readonly source: SourceText;
  readonly findings: readonly Finding[];
  readonly promotion: Promotion;
  /** Whether it was measured against the ladder that ships with Career Ladder. */
  readonly usesBuiltIn: boolean;
}

/** What a file is measured against. */
export interface Measure {
  readonly ladder: Ladder;
  readonly isBuiltIn: boolean;
  /** The folder from which links that begin with `/` lead on, its path written like the file's. */
  readonly top: string;
  readonly rules: RuleSettings;
}

/** A file by its path as it is printed, and by its path written like those of the ladder's guides. */
export interface NamedFile {
  readonly shown: string;
  readonly path: string;
}

/** Checks a guide of a ladder. */
export function checkedGuide(file: NamedFile, guide: Guide, { ladder, rules }: Measure): CheckedGuide {
  return {
    kind: 'guide',
    path: file.shown,
    source: guide.source,
    findings: checkGuideFile(guide, ladder, rules),
  };
}

/** Whether a text says what it wants to promote to, be it to a level or not. */
export function mayBePromotion(text: string): boolean {
  return readFrontMatter(new SourceText(text))?.promotion !== undefined;
}

/** Checks a text as a promotion document; undefined for one that is none, which is told at little cost. */
export function checkedPromotion(
  file: NamedFile,
  text: string,
  measure: Measure,
): CheckedPromotion | undefined {
  const { ladder, isBuiltIn, top, rules } = measure;
  const index = indexOf(ladder);
  const value = readFrontMatter(new SourceText(text))?.promotion;
  if (value === undefined || readTarget(value.text, index) === undefined) {
    return undefined;
  }
  const document = readDocument(parseDocument(text, index.levels));
  const promotion = readPromotion(document, ladder, relativeGuideLinks(file.path, ladder.guides, top));
  return (
    promotion && {
      kind: 'promotion',
      path: file.shown,
      source: document.source,
      findings: checkPromotion(promotion, rules),
      promotion,
      usesBuiltIn: isBuiltIn,
    }
  );
}
