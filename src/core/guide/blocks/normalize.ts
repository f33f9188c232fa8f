import type { RootContent } from 'mdast';
import type { SourceText } from '../../text/sourceText';
import { withoutMergeMarks } from '../problems/brokenText';
import { withAnswers } from './answers';
import { withAsides } from './asides';
import { withoutAttributes } from './attributeMarks';
import { withCapabilityHeadings } from './boldCapabilities';
import { unfold } from './callouts';
import { withDashedTables } from './dashedTables';
import { withTerms } from './definitionLists';
import { withDrawnLists } from './drawnLists';
import { withGluedLabels } from './gluedLabels';
import { withGridTables } from './gridTables';
import { withHtmlLists } from './htmlLists';
import { withHtmlTables } from './htmlTables';
import { withHtmlText } from './htmlText';
import { type MeantBlocks, meantBlocks, withoutHabits } from './meantBlocks';
import { withoutParagraphNumbers } from './numberedParagraphs';
import { withoutPageLinks } from './pageLinks';
import { withoutPageNotes, withoutRulesAboveHeadings } from './pageNotes';
import { withoutPictures } from './picturedLists';
import { withKnownLabels } from './recurringLabels';
import { withoutSectionNumbers } from './sectionNumbers';
import { withoutSiteTags } from './siteTags';
import { withTableHeaders } from './tableHeaders';

/**
 * A file's blocks as a reader sees them, in the few forms that the rest of the reading knows, and its author's slips.
 *
 * @param nodes The blocks as Markdown reads them in `source`.
 */
export function normalize(nodes: readonly RootContent[], source: SourceText): MeantBlocks {
  const { nodes: read, source: shownSource, left } = withoutMergeMarks(nodes, source);
  // Slips show only in the source, so they are looked for while every block is still as Markdown read it; those in
  // notes are nobody's concern.
  const { blocks, slips } = meantBlocks(
    withoutPageNotes(withGridTables(withDashedTables(read, shownSource), shownSource)),
    shownSource,
  );
  const marked = withoutAttributes(withoutSiteTags(blocks, shownSource), shownSource);
  const named = withCapabilityHeadings(passes.reduce((shown, pass) => pass(shown), marked));
  return {
    blocks: named.blocks,
    slips: [...withoutHabits(left), ...slips, ...named.slips],
  };
}

const passes: readonly ((nodes: readonly RootContent[]) => readonly RootContent[])[] = [
  withoutParagraphNumbers,
  withHtmlTables,
  withTableHeaders,
  withHtmlLists,
  // Before the text of HTML: words behind the tag that opens an aside belong to it.
  withAsides,
  withHtmlText,
  // From here on, what was HTML is read like Markdown.
  withDrawnLists,
  withoutPictures,
  withoutSectionNumbers,
  withTerms,
  withAnswers,
  withoutPageLinks,
  // Behind the links: one to the top may stand between a line and a heading.
  withoutRulesAboveHeadings,
  unfold,
  // Last, since labels stand over lists, and those before make some.
  withGluedLabels,
  withKnownLabels,
];
