// Runs a TypeScript file in a process of its own, as jest runs it: node test/support/run-typescript.js FILE ARGUMENT…
require('reflect-metadata');
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { filename });
  module._compile(code, filename);
};
process.argv.splice(1, 1);
require(resolve(process.argv[1]));
