import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  githubSlugifier,
  type IWorkspace,
  LogLevel,
} from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
import { mapLimited } from '../../src/core/mapLimited';
import type { Workspace } from './workspace';

/** VS Code's own service for Markdown on a workspace. */
export interface MarkdownService {
  /** Counts the links to the heading that each promotion document links to; the first call reads all files. */
  references(): Promise<number>;
}

/** The service with the parser and the slugs that VS Code gives it; nothing is read before it is asked. */
export function makeService(workspace: Workspace): MarkdownService {
  const paths = workspace.files.map((file) => path.join(workspace.folder, file));
  const documents = new Map<string, TextDocument>();
  const open = async (uri: URI): Promise<TextDocument> => {
    const key = uri.toString();
    const text = documents.has(key) ? '' : new TextDecoder().decode(await readFile(uri.fsPath));
    const document = documents.get(key) ?? TextDocument.create(key, 'markdown', 1, text);
    documents.set(key, document);
    return document;
  };
  const listen = () => ({ dispose: () => undefined });
  const known = new Set(paths.map((file) => URI.file(file).toString()));
  const files: IWorkspace = {
    workspaceFolders: [URI.file(workspace.folder)],
    onDidChangeMarkdownDocument: listen,
    onDidCreateMarkdownDocument: listen,
    onDidDeleteMarkdownDocument: listen,
    getAllMarkdownDocuments: () => mapLimited(paths, (file) => open(URI.file(file))),
    hasMarkdownDocument: (uri) => known.has(uri.toString()),
    openMarkdownDocument: open,
    stat: async (uri) => {
      try {
        return { isDirectory: (await stat(uri.fsPath)).isDirectory() };
      } catch {
        return undefined;
      }
    },
    readDirectory: async () => [],
  };
  const parser = new MarkdownIt({ html: true });
  const service = createLanguageService({
    workspace: files,
    parser: {
      slugifier: githubSlugifier,
      tokenize: async (document) => parser.parse(document.getText(), {}),
    },
    logger: { level: LogLevel.Off, log: () => undefined },
  });
  return {
    references: async () => {
      const { guide, line } = workspace.linked;
      const found = await service.getReferences(
        await open(URI.file(path.join(workspace.folder, guide))),
        { line, character: 6 },
        { includeDeclaration: false },
        { isCancellationRequested: false, onCancellationRequested: listen },
      );
      return found.length;
    },
  };
}
