import { writeCitation } from '../citations/writeCitation';
import type { KnownTarget } from '../document/target';
import { levelInSentence } from '../ladder/levelLabel';
import type { Capability, Ladder, Transition } from '../ladder/model';
import { writeLine } from '../markdown/writeLine';
import { promptLines } from './promptLines';
import { SnippetText } from './snippetText';

/**
 * A new promotion document as a snippet: front matter, summary, a section for each capability with its
 * signals as prompts, and what the guides say that readiness rests on. Until something is written, every
 * capability is cited and none has evidence.
 */
export function promotionSnippet(target: KnownTarget, ladder: Ladder): string {
  const snippet = new SnippetText().add(`---\npromotion: ${yamlText(promotionValue(target))}\n---\n\n`);
  return addBody(snippet, target, ladder).end();
}

/** The same without front matter, for a document that has it. */
export function promotionBody(target: KnownTarget, ladder: Ladder): string {
  return addBody(new SnippetText(), target, ladder).end();
}

function addBody(snippet: SnippetText, target: KnownTarget, ladder: Ladder): SnippetText {
  const steps =
    target.steps.length > 0 ? target.steps : ladder.transitions.filter(({ to }) => to === target.to.id);
  snippet
    .add('# ')
    .stop('‹Your name›')
    .add(`: promotion to ${writeLine(levelInSentence(target.to))}\n\n## Summary\n\n`)
    .stop('‹In a few sentences: what you do today, what has changed, and why now›')
    .add('\n\n');
  for (const capability of target.capabilities) {
    addCapability(capability, snippet);
  }
  addReadiness(steps, snippet);
  return snippet
    .add('## Peer feedback\n\n> ')
    .stop('‹What a colleague said, word for word›')
    .add('\n>\n> — ')
    .stop('‹who, and when›')
    .add('\n\n## Growth areas\n\n')
    .stop('‹What you are still learning, and what you do about it›')
    .add('\n\n## Links\n\n- [')
    .stop('‹Title›')
    .add('](')
    .stop('https://')
    .add(')\n');
}

/** What stands behind `promotion:` for a target. */
export function promotionValue({ from, to }: Pick<KnownTarget, 'from' | 'to'>): string {
  return from === undefined ? to.id : `${from.id} to ${to.id}`;
}

function addCapability(capability: Capability, snippet: SnippetText): void {
  snippet.add(`## ${writeCitation(capability)}\n\n`);
  if (capability.signals.length === 0) {
    snippet.stop('‹What happened, and what came of it›').add('\n');
  }
  for (const { text } of capability.signals) {
    addPrompt(text, snippet);
  }
  snippet.add('\n');
}

function addPrompt(text: string, snippet: SnippetText): void {
  const [first, ...below] = promptLines(text);
  snippet.add('- ').stop(first).add('\n');
  for (const one of below) {
    snippet.add('  - ').stop(one).add('\n');
  }
}

function addReadiness(steps: readonly Transition[], snippet: SnippetText): void {
  const trackRecord = textsOf(steps, ({ readiness }) => readiness?.trackRecord ?? []);
  const questions = textsOf(steps, ({ readiness }) => readiness?.selfAssessment ?? []);
  snippet.add('## Track record\n\n');
  for (const text of trackRecord.length > 0 ? trackRecord : ['‹When, what, and with which result›']) {
    addPrompt(text, snippet);
  }
  snippet.add('\n');
  if (questions.length > 0) {
    snippet.add('## Self-assessment\n\n');
    snippet.add(questions.map((text) => `- [ ] ${writeLine(text)}\n`).join(''));
    snippet.add('\n');
  }
}

/** What several steps say, nothing of it twice. */
function textsOf(
  steps: readonly Transition[],
  passages: (step: Transition) => readonly { readonly text: string }[],
): readonly string[] {
  return [...new Set(steps.flatMap((step) => passages(step).map(({ text }) => text)))];
}

/** A text as YAML, in quotation marks where it could be read otherwise. */
function yamlText(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} .()/-]*$/u.test(text) ? text : JSON.stringify(text);
}
