const { commands } = require('vscode');

/**
 * Opens the ladder's view, unless that was done before: then the window is as its user left it.
 *
 * @param {import('vscode').ExtensionContext} context
 */
exports.activate = async ({ workspaceState }) => {
  if (workspaceState.get('opened') !== true) {
    await commands.executeCommand('careerLadder.ladder.focus');
    await workspaceState.update('opened', true);
  }
};
