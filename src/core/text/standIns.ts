/** The words that authors put where something has still to be written: TODO is one of them here, no note of ours. */
export const standInWord = '(?:TODO|TBD)';

/** Such a word by itself, and not within another. */
export const standInWordAlone = String.raw`(?<![\p{L}\p{N}_])${standInWord}(?![\p{L}\p{N}_])`;

/** The marks that authors put there: dots, and what the snippets leave to fill in. */
export const standInMark = String.raw`(?:…|\.{3,}|‹[^‹›]*›)`;
