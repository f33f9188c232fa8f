import { type Disposable, type ExtensionContext, Uri, workspace } from 'vscode';

/** Documents of this scheme are the built-in guides: text without a file, so nobody can edit them by mistake. */
const scheme = 'career-ladder';

/** The files in the extension's `guides` folder; listed here since a web host cannot list a folder. */
const builtInGuideFiles = ['m1-to-m2.md', 'm2-to-m3.md'] as const;

/** The guides that ship with the extension, as read-only documents whose names say what they are. */
export class BuiltInGuides implements Disposable {
  readonly uris: readonly Uri[] = builtInGuideFiles.map((file) =>
    Uri.from({ scheme, path: `/${file.replace(/\.md$/u, ' (built-in).md')}` }),
  );
  readonly #folder: Uri;
  readonly #registration: Disposable;

  constructor({ extensionUri }: Pick<ExtensionContext, 'extensionUri'>) {
    this.#folder = Uri.joinPath(extensionUri, 'guides');
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => this.read(uri),
    });
  }

  /** Whether a document is one of them. */
  static has(uri: Uri): boolean {
    return uri.scheme === scheme;
  }

  /** A built-in guide's text. */
  async read(uri: Uri): Promise<string> {
    const file = uri.path.replace(/ \(built-in\)\.md$/u, '.md');
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.#folder, file)));
  }

  /** The guides as they are when they stand in a folder of their own: file name and text. */
  async files(): Promise<readonly { readonly name: string; readonly text: string }[]> {
    return Promise.all(
      this.uris.map(async (uri, index) => ({
        name: builtInGuideFiles[index] ?? '',
        text: await this.read(uri),
      })),
    );
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
