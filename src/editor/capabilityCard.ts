import { MarkdownString } from 'vscode';
import type { LadderIndex } from '../core/citations/ladderIndex';
import type { CitationTarget } from '../core/citations/writeCitation';
import type { Capability, Level } from '../core/ladder/model';

/** With more signals than these a card folds the rest behind a link. */
const mostSignals = 6;

/**
 * A capability in a few lines: what the level before and this one expect, and what it looks like. Two
 * strings, since text from a guide is never trusted: the guide's words, then our own links.
 */
export function capabilityCard(
  capability: Capability,
  index: LadderIndex,
  signal: number | undefined,
): readonly MarkdownString[] {
  return [guideText(capability, index, signal), links(capability, signal)];
}

function guideText(capability: Capability, index: LadderIndex, signal: number | undefined): MarkdownString {
  const card = new MarkdownString();
  const cited = signal === undefined ? undefined : capability.signals[signal - 1];
  card.appendMarkdown('**').appendText(capability.name).appendMarkdown('**  \n');
  card.appendText(levelName(index.level(capability.level), capability.level));
  if (cited !== undefined) {
    card.appendMarkdown(`\n\n**Signal ${signal}:** `).appendText(cited.text);
  }
  if (capability.expectations.length > 0) {
    for (const { level, text } of capability.expectations) {
      card.appendMarkdown('\n\n**At ').appendText(level).appendMarkdown(':** ').appendText(text);
    }
  } else if (capability.summary !== undefined) {
    card.appendMarkdown('\n\n').appendText(capability.summary.text);
  }
  if (cited === undefined && capability.signals.length > 0) {
    card.appendMarkdown('\n\n**What this looks like**\n\n');
    capability.signals.slice(0, mostSignals).forEach(({ text }, position) => {
      card.appendMarkdown(`\n${position + 1}. `).appendText(text.replace(/\s+/gu, ' '));
    });
  }
  return card;
}

function links({ level, name, signals }: Capability, signal: number | undefined): MarkdownString {
  const target: CitationTarget = signal === undefined ? { level, name } : { level, name, signal };
  const folded = signal === undefined ? signals.length - mostSignals : 0;
  const card = new MarkdownString(
    [
      commandLink('Open Guide', 'careerLadder.openGuide', target),
      ...(folded > 0 ? [commandLink(`${folded} More Signals`, 'careerLadder.openGuide', target)] : []),
      commandLink('Copy Citation', 'careerLadder.copyCitation', target),
    ].join(' · '),
  );
  card.isTrusted = { enabledCommands: ['careerLadder.openGuide', 'careerLadder.copyCitation'] };
  return card;
}

function commandLink(label: string, command: string, argument: CitationTarget): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}

function levelName(level: Level | undefined, id: string): string {
  return level?.title === undefined || level.title === id ? id : `${id} · ${level.title}`;
}
