import { touches } from '../text/sourceText';
import type { DocumentModel } from './documentModel';

/** Whether an offset of a document stands in a cell of a table. */
export function isInCell({ blocks }: DocumentModel, offset: number): boolean {
  return blocks.some(({ kind, range }) => kind === 'cell' && touches(range, offset));
}
