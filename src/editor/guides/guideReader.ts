import { FileSystemError, type TextDocument, type Uri, workspace } from 'vscode';
import type { Guide } from '../../core/guide/model';
import { readGuide } from '../../core/guide/readGuide';
import { parseMarkdown } from '../../core/markdown/parseMarkdown';
import { reasonOf } from '../../core/reasonOf';
import { SourceText } from '../../core/text/sourceText';
import { BuiltInGuides } from './builtInGuides';

/** Guides are prose of some dozen kilobytes; a file as large as this is something else. */
const largestGuide = 2_000_000;

/** What became of a file: a guide, no guide, or the reason why it could not be read. */
export interface GuideReading {
  /** undefined where what failed was no single file. */
  readonly uri: Uri | undefined;
  readonly guide: Guide | undefined;
  readonly failure: string | undefined;
}

/** Reads guides from open documents, else from disk, and each text once. */
export class GuideReader {
  readonly #builtIn: BuiltInGuides;
  readonly #read = new Map<string, { readonly isFresh: boolean; readonly reading: Promise<GuideReading> }>();

  constructor(builtIn: BuiltInGuides) {
    this.#builtIn = builtIn;
  }

  /** Reads a file; one that was read before only after its content has changed. Never rejects. */
  read(uri: Uri): Promise<GuideReading> {
    const key = uri.toString();
    const known = this.#read.get(key);
    if (known?.isFresh === true) {
      return known.reading;
    }
    // Kept before it is done: folders that share a file wait for one reading, and a file that changes
    // meanwhile is read again.
    const reading = this.#readAnew(uri, known?.reading);
    this.#read.set(key, { isFresh: true, reading });
    return reading;
  }

  /** Tells that a file's content, on disk or in its editor, may have changed. */
  changed(uri: Uri): void {
    const key = uri.toString();
    const known = this.#read.get(key);
    if (known !== undefined) {
      this.#read.set(key, { isFresh: false, reading: known.reading });
    }
  }

  /** Drops what is kept of files that are no longer asked for. */
  keepOnly(uris: readonly Uri[]): void {
    const kept = new Set(uris.map((uri) => uri.toString()));
    for (const key of [...this.#read.keys()].filter((known) => !kept.has(known))) {
      this.#read.delete(key);
    }
  }

  async #readAnew(uri: Uri, before: Promise<GuideReading> | undefined): Promise<GuideReading> {
    const known = (await before)?.guide;
    try {
      const text = await this.#text(uri);
      return { uri, guide: this.#parse(uri.toString(), text, known), failure: undefined };
    } catch (error) {
      // Tried again with the next reading.
      this.changed(uri);
      return { uri, guide: undefined, failure: failureOf(error) };
    }
  }

  #parse(key: string, text: string, known: Guide | undefined): Guide | undefined {
    if (known !== undefined && known.source.text === new SourceText(text).text) {
      return known;
    }
    performance.mark('careerLadder/read');
    return readGuide(key, parseMarkdown(text));
  }

  async #text(uri: Uri): Promise<string> {
    if (BuiltInGuides.has(uri)) {
      return this.#builtIn.read(uri);
    }
    const open = openDocument(uri);
    const size = open === undefined ? (await workspace.fs.stat(uri)).size : open.getText().length;
    if (size > largestGuide) {
      throw new Error(`it is larger than ${largestGuide / 1_000_000} MB`);
    }
    return open?.getText() ?? workspace.decode(await workspace.fs.readFile(uri), { uri });
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
  return reasonOf(error);
}
