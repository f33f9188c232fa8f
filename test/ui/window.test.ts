import { useWorkbench } from './useWorkbench';

suite('window', () => {
  const workbench = useWorkbench({ sample: 'built-in-ladder' });

  test('lists the extension as installed', async () => {
    await workbench().runCommand('Extensions: Show Installed Extensions');
    await workbench()
      .treeItem(/^Career Ladder/)
      .or(workbench().sideBar.getByText('Career Ladder', { exact: true }))
      .first()
      .waitFor();
  });

  test('opens a document of the sample', async () => {
    await workbench().openFile('README.md');
    await workbench().shows(/^# /);
  });
});
