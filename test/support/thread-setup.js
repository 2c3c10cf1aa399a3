// Threads of a test read TypeScript as its own modules do: the compiler has to be told to each of them.
const { join } = require('node:path');
const threads = require('node:worker_threads');

const REGISTER = join(__dirname, 'register.cjs');
const { Worker } = threads;

if (!Worker.readsTypeScript) {
  threads.Worker = class extends Worker {
    static readsTypeScript = true;

    constructor(file, options = {}) {
      super(file, { ...options, execArgv: ['--require', REGISTER] });
    }
  };
}
