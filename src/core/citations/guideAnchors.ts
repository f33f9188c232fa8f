import GithubSlugger, { slug as githubSlug } from 'github-slugger';
import type { Heading } from 'mdast';
import type { Guide, GuideCapability } from '../guide/model';
import type { Capability } from '../ladder/model';
import { rangeOf } from '../markdown/nodes';
import { parseMarkdown } from '../markdown/parseMarkdown';
