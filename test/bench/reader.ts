import { readGuide } from '../../src/core/guide/readGuide';
import { parseMarkdown } from '../../src/core/markdown/parseMarkdown';

/** The reader, and the parse that it is measured by; a module of its own, to be bundled as they are shipped. */
export const reader = { readGuide, parseMarkdown };
