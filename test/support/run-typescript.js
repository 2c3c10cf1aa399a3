// Runs a TypeScript file in a process of its own, as jest runs it: node test/support/run-typescript.js FILE ARGUMENT…
require('reflect-metadata');
const { resolve } = require('node:path');
require('./register.cjs');

process.argv.splice(1, 1);
require(resolve(process.argv[1]));
