// In plain old syntax and without imports, so that an old Node reaches the line that tells it so.

/** @returns {boolean} whether this Node will do; says so when it will not */
export function nodeWillDo() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) {
    return true;
  }
  console.error(`Node 20.19 or newer is needed, but this is Node ${process.versions.node}.`);
  process.exitCode = 1;
  return false;
}
