// Lets a child process run the sources as they are, through the compiler that jest uses: no test depends on a build.
const { join } = require('node:path');
const { transformFileSync } = require('@swc/core');

const root = join(__dirname, '..', '..');
require.extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, { cwd: root, root, module: { type: 'commonjs' }, sourceMaps: false });
  module._compile(code, file);
};
