import {
  CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Disposable,
  languages,
  type TextDocument,
  type Uri,
  window,
} from 'vscode';
import { checkGuideFile } from '../core/check/checkGuideFile';
import { checkPromotion } from '../core/diagnostics/checkPromotion';
import type { Finding } from '../core/diagnostics/finding';
import { mendsFor } from '../core/diagnostics/mendsFor';
import type { DocumentModel } from '../core/document/documentModel';
import type { Promotion } from '../core/promotion/readPromotion';
import { ruleOf, ruleSettings } from './diagnostics';
import { registerAll } from './disposables';
import type { Ladders } from './guides/ladders';
import { toRange, workspaceEdit } from './positions';
import type { Promotions } from './promotions/promotions';

/** What is reported on a document as it stands. */
interface Checked {
  readonly findings: readonly Finding[];
  readonly document: DocumentModel;
  /** undefined for a guide. */
  readonly promotion: Promotion | undefined;
}

/** Registers the quick fixes for what is reported on promotion documents and guides. */
export function registerQuickFixes(ladders: Ladders, promotions: Promotions): Disposable {
  let provider = registerProvider(ladders, promotions);
  return registerAll([
    // Where an untitled document takes the place of a read-only one, as the built-in guides are, VS Code goes
    // on without code actions until a provider comes or goes.
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.isUntitled && editor.document.languageId === 'markdown') {
        provider.dispose();
        provider = registerProvider(ladders, promotions);
      }
    }),
    { dispose: () => provider.dispose() },
  ]);
}

function registerProvider(ladders: Ladders, promotions: Promotions): Disposable {
  return languages.registerCodeActionsProvider(
    { language: 'markdown' },
    {
      provideCodeActions: async (document, range, { diagnostics }) => {
        const ours = diagnostics.filter(
          (diagnostic) =>
            ruleOf(diagnostic) !== undefined && range.intersection(diagnostic.range) !== undefined,
        );
        const checked = ours.length === 0 ? undefined : await check(document, ladders, promotions);
        return checked && [...fixesFor(ours, checked, document.uri)];
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

/** Checks a document once more, since diagnostics do not carry their mends. */
async function check(
  document: TextDocument,
  ladders: Ladders,
  promotions: Promotions,
): Promise<Checked | undefined> {
  const { uri } = document;
  const open = await promotions.read(document);
  if (open?.promotion !== undefined) {
    const { promotion } = open;
    return { findings: checkPromotion(promotion, ruleSettings(uri)), document: open.document, promotion };
  }
  const { shown } = await ladders.get();
  for (const { ladder } of shown) {
    const guide = ladder.guides.find(({ path }) => path === uri.toString());
    // A moment after a keystroke the guide is that of before.
    if (guide !== undefined && open !== undefined && guide.source.text === open.document.source.text) {
      const findings = checkGuideFile(guide, ladder, ruleSettings(uri));
      return { findings, document: open.document, promotion: undefined };
    }
  }
  return undefined;
}

function fixesFor(
  diagnostics: readonly Diagnostic[],
  { findings, document, promotion }: Checked,
  uri: Uri,
): readonly CodeAction[] {
  const { source } = document;
  const reported = new Map(
    diagnostics.flatMap((diagnostic) => {
      const finding = findings.find(
        ({ rule, message, range }) =>
          rule === ruleOf(diagnostic) &&
          message === diagnostic.message &&
          toRange(source, range).isEqual(diagnostic.range),
      );
      return finding === undefined ? [] : [[finding, diagnostic] as const];
    }),
  );
  return mendsFor([...reported.keys()], findings, document, promotion).map((mend) => {
    const action = new CodeAction(mend.title, CodeActionKind.QuickFix);
    action.edit = workspaceEdit(uri, mend.edits, source);
    action.diagnostics = mend.findings.flatMap((finding) => reported.get(finding) ?? []);
    action.isPreferred = mend.isPreferred;
    return action;
  });
}
