import { MarkdownString } from 'vscode';
import type { LadderIndex } from '../core/citations/ladderIndex';
import { levelCaption } from '../core/ladder/levelLabel';
import type { Level, Transition } from '../core/ladder/model';
import { escapeMarkdown } from '../core/markdown/escapeMarkdown';
import { commandLink, compareLink } from './capabilityCard';
import { folderArgument } from './guidePlaces';

/** A level in a few lines: the way to it, the question it turns on, and what it asks for; then our own links. */
export function levelCard(level: Level, { ladder }: LadderIndex): readonly MarkdownString[] {
  const steps = ladder.transitions.filter(({ to }) => to === level.id);
  const capabilities = level.capabilities.map(({ name }, place) => `${place + 1}. ${escapeMarkdown(name)}`);
  const text = [
    `**${escapeMarkdown(levelCaption(level))}**`,
    ...steps.map(stepText),
    ...(capabilities.length > 0 ? ['**Asks for**', capabilities.join('\n')] : []),
  ];
  const links = new MarkdownString(
    [
      commandLink('Open Guide', 'careerLadder.openGuide', {
        level: level.id,
        ...folderArgument(level.source.guide),
      }),
      ...steps.map(({ from, guide }) => compareLink(from, level.id, guide)),
    ].join(' · '),
  );
  links.isTrusted = { enabledCommands: ['careerLadder.openGuide', 'careerLadder.compareLevels'] };
  return [new MarkdownString(text.join('\n\n')), links];
}

function stepText({ from, question, timeline }: Transition): string {
  const typical = timeline?.typical === undefined ? '' : `, typically ${escapeMarkdown(timeline.typical)}`;
  const asked = question === undefined ? '' : `: “${escapeMarkdown(question.to)}”`;
  return `From ${escapeMarkdown(from)}${typical}${asked}`;
}
