// Imported first by run.mjs: an old Node must meet this sentence before anything it cannot run.

/**
 * Nest 12 is ESM-only and is loaded through require(esm), which Node has without a flag
 * from 20.19 and 22.12 on (https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require).
 * @param {string} version such as "20.19.0"
 * @returns {string | null} what to tell the person, null when the version will do
 */
export function versionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;
  if (fits) return null;
  return (
    `需要 Node.js 20.19 或更高版本（推荐 22 LTS），现在是 ${version}。请从 https://nodejs.org 安装后重试。\n` +
    `Node.js 20.19 or newer is needed (22 LTS recommended), this is ${version}. Install it from https://nodejs.org and try again.`
  );
}

const problem = versionProblem(process.versions.node);
if (problem) {
  process.stderr.write(problem + '\n');
  process.exit(1);
}
