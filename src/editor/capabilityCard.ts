import { MarkdownString } from 'vscode';
import type { LadderIndex } from '../core/citations/ladderIndex';
import type { CitationTarget } from '../core/citations/writeCitation';
import type { Capability, Level } from '../core/ladder/model';
import { escapeMarkdown } from '../core/markdown/escapeMarkdown';

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
  const { name, level, expectations, summary, signals } = capability;
  const cited = signal === undefined ? undefined : signals[signal - 1];
  const paragraphs = [
    `**${escapeMarkdown(name)}**  \n${escapeMarkdown(levelName(index.level(level), level))}`,
    ...(cited === undefined ? [] : [`**Signal ${signal}:** ${escapeMarkdown(cited.text)}`]),
    ...expectations.map((one) => `**At ${escapeMarkdown(one.level)}:** ${escapeMarkdown(one.text)}`),
    ...(expectations.length === 0 && summary !== undefined ? [escapeMarkdown(summary.text)] : []),
  ];
  if (cited === undefined && signals.length > 0) {
    const shown = signals
      .slice(0, mostSignals)
      .map(({ text }, place) => `${place + 1}. ${escapeMarkdown(text)}`);
    paragraphs.push('**What this looks like**', shown.join('\n'));
  }
  return new MarkdownString(paragraphs.join('\n\n'));
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
