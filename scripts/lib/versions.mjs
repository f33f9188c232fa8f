// The versions of VS Code that this extension is tried in: the one place that names them.
// Each is the server half of a real VS Code, as the npm registry carries it.

/**
 * @typedef {object} CodeVersion
 * @property {string} vscode what `vscode.version` says
 * @property {string} codeServer the release of code-server that carries it
 * @property {number} node the major version of Node that it runs on
 */

/** @type {Readonly<Record<'newest' | 'oldest', CodeVersion>>} */
export const codeVersions = {
  newest: { vscode: '1.139.1', codeServer: '4.139.1', node: 24 },
  /** The first that package.json's `engines.vscode` admits and that installs cleanly. */
  oldest: { vscode: '1.100.3', codeServer: '4.100.3', node: 20 },
};

/** @typedef {keyof typeof codeVersions} CodeVersionName */
