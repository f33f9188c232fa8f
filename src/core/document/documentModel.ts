import type { SourceText } from '../text/sourceText';
import type { FrontMatter } from './frontMatter';
import type { Content } from './model';
import type { PieceInPlace } from './pieceInPlace';

/** A Markdown document as far as it concerns citations, whatever the ladder says about them. */
export interface DocumentModel extends Content {
  readonly source: SourceText;
  readonly frontMatter: FrontMatter | undefined;
  /** The pieces it was put together from. */
  readonly pieces: readonly PieceInPlace[];
}
