import { Uri, type WorkspaceFolder, workspace } from 'vscode';
import { pathBelow } from '../../core/workspace/filePath';
import {
  type GuidePattern,
  guideMatcher,
  guidesValueOf,
  isDefaultSetting,
  parseGuidePattern,
} from '../../core/workspace/guidePatterns';

export const guideSettingName = 'careerLadder.guides';

/** What the setting `careerLadder.guides` means for one workspace folder. */
export interface GuideSetting {
  readonly isDefault: boolean;
  /** Whether it is no list, and so names nothing. */
  readonly isMalformed: boolean;
  readonly places: readonly SearchPlace[];
}

/** Where to look for guides: a folder and a test for the files in it. */
export interface SearchPlace {
  readonly base: Uri;
  readonly pattern: GuidePattern;
  /** Whether a file is meant, by its path. */
  readonly matches: (uri: Uri) => boolean;
}

/**
 * @param folder undefined for a window without folders, in which only absolute entries lead anywhere.
 */
export function readGuideSetting(folder: WorkspaceFolder | undefined): GuideSetting {
  const { patterns, isMalformed } = guidesValueOf(
    workspace.getConfiguration('careerLadder', folder?.uri).get<unknown>('guides'),
  );
  return {
    isDefault: isDefaultSetting(patterns),
    isMalformed,
    places: patterns.flatMap((entry) => {
      const pattern = parseGuidePattern(entry);
      const base = pattern === undefined ? undefined : baseUri(pattern, folder?.uri);
      return pattern === undefined || base === undefined
        ? []
        : [{ base, pattern, matches: within(base, pattern) }];
    }),
  };
}

/** Where its value stands: among the user's settings, the workspace's or the folder's. */
export function inspectGuideSetting(folder: WorkspaceFolder | undefined) {
  return workspace.getConfiguration('careerLadder', folder?.uri).inspect('guides');
}

function baseUri({ absolute, base }: GuidePattern, folder: Uri | undefined): Uri | undefined {
  try {
    if (absolute) {
      const isShare = base.startsWith('//');
      return folder === undefined || (isShare && folder.scheme === 'file')
        ? Uri.file(base)
        : folder.with({ path: base });
    }
    return folder === undefined ? undefined : Uri.joinPath(folder, base);
  } catch {
    // Not every path is one on every file system: on a remote one there are no network shares.
    return undefined;
  }
}

function within(base: Uri, pattern: GuidePattern): (uri: Uri) => boolean {
  const matches = guideMatcher(pattern);
  return (uri) => {
    const path =
      uri.scheme === base.scheme && uri.authority === base.authority
        ? pathBelow(base.path, uri.path)
        : undefined;
    return path !== undefined && matches(path);
  };
}
