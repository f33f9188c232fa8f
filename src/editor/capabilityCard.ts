import { MarkdownString } from 'vscode';
import type { LadderIndex } from '../core/citations/ladderIndex';
import type { Guide } from '../core/guide/model';
import { levelCaption } from '../core/ladder/levelLabel';
import type { Capability } from '../core/ladder/model';
import { escapeMarkdown } from '../core/markdown/escapeMarkdown';
import { folderArgument } from './guidePlaces';
import type { CitedPlace } from './insertCitation';

/** With more signals than these a card folds the rest behind a link. */
const mostSignals = 6;

/**
 * A capability in a few lines: what the level before and this one expect, and what it looks like. Two
 * strings, since text from a guide is never trusted: the guide's words, then our own links.
 *
 * @param mention A place that could cite the capability and only names it.
 */
export function capabilityCard(
  capability: Capability,
  index: LadderIndex,
  signal: number | undefined,
  mention?: CitedPlace,
): readonly MarkdownString[] {
  return [guideText(capability, index, signal), links(capability, signal, mention)];
}

/** What the guide says of a capability, or of a signal of it: the first string of its card. */
export function guideText(
  capability: Capability,
  index: LadderIndex,
  signal: number | undefined,
): MarkdownString {
  const { name, level, expectations, summary, signals } = capability;
  const cited = signal === undefined ? undefined : signals[signal - 1];
  const caption = levelCaption(index.level(level) ?? { id: level, title: undefined });
  const paragraphs = [
    `**${escapeMarkdown(name)}**  \n${escapeMarkdown(caption)}`,
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

function links(
  { level, name, signals, from, source }: Capability,
  signal: number | undefined,
  mention: CitedPlace | undefined,
): MarkdownString {
  const folder = folderArgument(source.guide);
  const target = { level, name, ...(signal === undefined ? {} : { signal }), ...folder };
  const folded = signal === undefined ? signals.length - mostSignals : 0;
  const card = new MarkdownString(
    [
      commandLink('Open Guide', 'careerLadder.openGuide', target),
      ...(folded > 0 ? [commandLink(`${folded} More Signals`, 'careerLadder.openGuide', target)] : []),
      ...(mention === undefined
        ? []
        : [commandLink('Cite It', 'careerLadder.insertCitation', { ...target, at: mention })]),
      commandLink('Copy Citation', 'careerLadder.copyCitation', target),
      ...from.map((lower) => compareLink(lower, level, source.guide)),
    ].join(' · '),
  );
  card.isTrusted = {
    enabledCommands: [
      'careerLadder.openGuide',
      'careerLadder.copyCitation',
      'careerLadder.compareLevels',
      ...(mention === undefined ? [] : ['careerLadder.insertCitation']),
    ],
  };
  return card;
}

/** A link that shows two levels side by side, for a string that is trusted with `careerLadder.compareLevels`. */
export function compareLink(lower: string, level: string, guide: Guide): string {
  const label = `Compare ${escapeMarkdown(lower)} and ${escapeMarkdown(level)}`;
  return commandLink(label, 'careerLadder.compareLevels', {
    levels: [lower, level],
    ...folderArgument(guide),
  });
}

/** A link of ours that runs a command, for a string that is trusted with that command. */
export function commandLink(label: string, command: string, argument: object): string {
  // A parenthesis could end the link.
  const encoded = encodeURIComponent(JSON.stringify([argument]))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return `[${label}](command:${command}?${encoded})`;
}
