import { commands, type Disposable, Selection, type TextEditor, type TextEditorEdit } from 'vscode';
import type { Capability } from '../core/ladder/model';
import { nothingAsked } from '../core/promotion/coverageRows';
import type { Promotion } from '../core/promotion/readPromotion';
import type { TextEdit } from '../core/text/textEdit';
import { addSections } from '../core/writing/addSections';
import { citationOfArgument } from './commandArguments';
import { inform, warn } from './messages';
import { makeEdits } from './positions';
import { activePromotion } from './promotions/activePromotion';
import type { Promotions } from './promotions/promotions';
import type { ShownPromotion } from './promotions/shownPromotion';
import { pickOne } from './quickPick';
import { writeInEditor } from './writeInEditor';

/** Registers `careerLadder.addSection`: a section for a capability that the active promotion document lacks. */
export function registerAddSection(promotions: Promotions, shown: ShownPromotion): Disposable {
  return commands.registerCommand('careerLadder.addSection', async (argument: unknown) => {
    const active = await activePromotion(promotions, shown);
    if (active === undefined) {
      return;
    }
    const { editor, promotion } = active;
    const capabilities = await chooseCapabilities(argument, promotion);
    if (capabilities !== undefined) {
      await insert(addSections(promotion, capabilities), editor, promotion);
    }
  });
}

/** The capability that the argument names, else those that the user chooses of the missing ones. */
async function chooseCapabilities(
  argument: unknown,
  promotion: Promotion,
): Promise<readonly Capability[] | undefined> {
  const { coverage, index } = promotion;
  const named = citationOfArgument(argument);
  if (named !== undefined) {
    const capability = index.capability(named.level, named.name);
    if (capability === undefined) {
      warn(`The document’s ladder has no “${named.level}: ${named.name}”.`);
    }
    return capability && [capability];
  }
  const missing = coverage.filter(({ state }) => state === 'missing').map(({ capability }) => capability);
  if (missing.length === 0) {
    inform(nothingAsked(promotion) ?? 'No capability is missing: each one is cited.');
    return undefined;
  }
  const items = missing.map((capability) => ({
    label: capability.name,
    description: capability.level,
    capabilities: [capability],
  }));
  const all = { label: `All ${missing.length}`, description: '', capabilities: missing };
  const picked = await pickOne(missing.length > 1 ? [...items, all] : items, {
    title: 'Add a Section',
    placeHolder: 'A capability that is cited nowhere yet',
  });
  return picked?.capabilities;
}

/** Makes the edits, and selects the first prompt for what is to be written in its place. */
async function insert(edits: readonly TextEdit[], editor: TextEditor, promotion: Promotion): Promise<void> {
  const [first] = edits;
  if (first === undefined) {
    return;
  }
  const { document } = editor;
  const { source } = promotion.document;
  const change = (builder: TextEditorEdit): void => makeEdits(builder, edits, source);
  if (!(await writeInEditor(editor, change, 'The section could not be added', source.text))) {
    return;
  }
  const [, before = '', prompt = ''] = /^(\s*#[^\r\n]*\s*(?:- )?)([^\r\n]*)/u.exec(first.text) ?? [];
  const start = first.range.start + before.length;
  editor.selection = new Selection(document.positionAt(start), document.positionAt(start + prompt.length));
  editor.revealRange(editor.selection);
}
