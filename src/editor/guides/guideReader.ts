import { FileSystemError, type TextDocument, type Uri, workspace } from 'vscode';
import type { Guide } from '../../core/guide/model';
import { readGuide } from '../../core/guide/readGuide';
import { parseMarkdown } from '../../core/markdown/parseMarkdown';
import { BuiltInGuides } from './builtInGuides';

/** Guides are prose of some dozen kilobytes; a file as large as this is something else. */
const largestGuide = 2_000_000;

/** What became of a file: a guide, no guide, or the reason why it could not be read. */
export interface GuideReading {
  readonly uri: Uri;
  readonly guide: Guide | undefined;
  readonly failure: string | undefined;
}

/** Reads guides from open documents, else from disk, and each text once. */
export class GuideReader {
  readonly #builtIn: BuiltInGuides;
  readonly #read = new Map<string, { readonly text: string; readonly guide: Guide | undefined }>();

  constructor(builtIn: BuiltInGuides) {
    this.#builtIn = builtIn;
  }

  async read(uri: Uri): Promise<GuideReading> {
    const key = uri.toString();
    try {
      const text = await this.#text(uri);
      const known = this.#read.get(key);
      if (known?.text === text) {
        return { uri, guide: known.guide, failure: undefined };
      }
      performance.mark('careerLadder/read');
      const guide = readGuide(key, parseMarkdown(text));
      this.#read.set(key, { text, guide });
      return { uri, guide, failure: undefined };
    } catch (error) {
      this.#read.delete(key);
      return { uri, guide: undefined, failure: failureOf(error) };
    }
  }

  /** Drops what is kept of files that are no longer asked for. */
  keepOnly(uris: readonly Uri[]): void {
    const kept = new Set(uris.map((uri) => uri.toString()));
    for (const key of [...this.#read.keys()].filter((known) => !kept.has(known))) {
      this.#read.delete(key);
    }
  }

  async #text(uri: Uri): Promise<string> {
    if (BuiltInGuides.has(uri)) {
      return this.#builtIn.read(uri);
    }
    const open = openDocument(uri);
    if (open !== undefined) {
      return open.getText();
    }
    const { size } = await workspace.fs.stat(uri);
    if (size > largestGuide) {
      throw new Error(`it is larger than ${largestGuide / 1_000_000} MB`);
    }
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  }
}

function openDocument(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
}

/** A file that vanished since it was found is no failure: it is simply gone. */
function failureOf(error: unknown): string | undefined {
  if (error instanceof FileSystemError && error.code === 'FileNotFound') {
    return undefined;
  }
  return error instanceof Error ? error.message : String(error);
}
