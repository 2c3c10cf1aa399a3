// A fresh clone has no memory of which files take long, and would leave one of its workers idle at the end: the longest begin first.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

const TESTS = join(__dirname, '..');
const listed = readFileSync(join(__dirname, 'long-files.txt'), 'utf8').split('\n').filter(Boolean);
for (const file of listed)
  if (!existsSync(join(TESTS, file))) throw new Error(`long-files.txt names ${file}, which is not there`);
const places = new Map(listed.map((file, place) => [join(TESTS, file), place]));

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    // Jest remembers how long each file took in this clone: that is better than any list.
    if (sorted.some(({ duration }) => duration != null)) return sorted;
    const placeOf = ({ path }) => places.get(path) ?? places.size;
    return sorted.sort((a, b) => placeOf(a) - placeOf(b));
  }
};
