// Lets a child process run the sources as they are, through the compiler that jest uses: no test depends on a build.
// What was compiled is kept by its content, since a command's process would spend most of its time on it again.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const folder = join(root, 'node_modules', '.cache', 'earshot-tests');
const settings = readFileSync(join(root, '.swcrc'), 'utf8') + require('@swc/core/package.json').version;

require.extensions['.ts'] = (module, file) => {
  const source = readFileSync(file, 'utf8');
  const kept = join(folder, `${createHash('sha256').update(settings).update(file).update(source).digest('hex')}.js`);
  module._compile(readKept(kept) ?? keep(kept, compile(file, source)), file);
};

function readKept(kept) {
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    return null;
  }
}

function compile(filename, source) {
  const { transformSync } = require('@swc/core');
  return transformSync(source, { filename, cwd: root, root, module: { type: 'commonjs' }, sourceMaps: false }).code;
}

function keep(kept, code) {
  try {
    mkdirSync(folder, { recursive: true });
    const part = `${kept}.${process.pid}`;
    writeFileSync(part, code);
    renameSync(part, kept);
  } catch {
    // A checkout that cannot be written to compiles each time.
  }
  return code;
}
