import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type * as GivenNames from '../../../src/language/name/given-name';
import type * as Topics from '../../../src/language/topic/topic-taxonomy';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-lexicon-'));
  process.env.EARSHOT_LEXICON = folder;
});

afterEach(() => {
  delete process.env.EARSHOT_LEXICON;
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** The module as a process would load it that has never read the lexicon. */
function anew<T>(module: string): T {
  let loaded: T | undefined;
  jest.isolateModules(() => {
    loaded = require(`../../../src/language/${module}`) as T;
  });
  return loaded as T;
}

const givenNames = () => anew<typeof GivenNames>('name/given-name');

test('a folder of one’s own adds names and changes rows; ours stay', () => {
  write(
    'given-names.csv',
    'name,gender,short\n# Names of our own analysts.\nZorblatt,female,Zorb\nRobin,female,\nRobert,male,Bertie\n',
  );
  const { genderOfName, isGivenName, mayBeSameGivenName } = givenNames();
  expect([isGivenName('Zorblatt'), isGivenName('Kathleen'), isGivenName('Quux')]).toEqual([true, true, false]);
  expect(mayBeSameGivenName('Zorb', 'Zorblatt')).toBe(true);
  expect(['Bertie', 'Bob'].map((short) => mayBeSameGivenName(short, 'Robert'))).toEqual([true, false]);
  expect([genderOfName('Robin'), genderOfName('Zorblatt')]).toEqual(['female', 'female']);
});

test.each([
  ['name,gender,short\nZorblatt,woman,\n', /, line 2: gender: /],
  ['name,gender,short\n\nZorblatt,female,Zorb,yes,more\n', /, line 3: has 5 cells for the 3 columns name,gender,short/],
])('what cannot be read is told with its file and line', (text, fault) => {
  const path = write('given-names.csv', text);
  expect(() => givenNames().isGivenName('Ann')).toThrow(fault);
  expect(() => givenNames().isGivenName('Ann')).toThrow(path);
});

test('a folder that is not there is told as a setting', () => {
  process.env.EARSHOT_LEXICON = join(folder, 'nowhere');
  expect(() => givenNames().isGivenName('Ann')).toThrow(/EARSHOT_LEXICON: must be a folder that is there/);
});

test('names of both are no gender, words that are names too make no person', () => {
  const { genderOfName, isGivenName } = givenNames();
  expect(['Jean-Claude', 'Anne-Marie', 'Alex', 'Austin'].map(genderOfName)).toEqual(['male', 'female', null, 'male']);
  expect(['Jean-Claude', 'Austin', 'JOSÉ', 'Gotham'].map(isGivenName)).toEqual([true, false, true, false]);
});

const topics = () => anew<typeof Topics>('topic/topic-taxonomy');

test('a folder of one’s own adds a topic and words to a topic, and the version tells', () => {
  const { taxonomyVersion: before, topicTaxonomy: ours } = topics();
  const compute = ours().find(({ slug }) => slug === 'compute');
  write(
    'topics/farming.yaml',
    `# Of our own.
orchard-robots:
  name: Orchard robots
  description: Machines that pick fruit.
  parent: compute
  terms: picker, pick-bot
  phrases: [robot arm, fruit picker]
compute:
  terms: abacus
`,
  );
  const { taxonomyVersion, topicTaxonomy } = topics();
  const bySlug = new Map(topicTaxonomy().map((topic) => [topic.slug, topic]));
  expect(bySlug.get('orchard-robots')).toMatchObject({
    terms: ['picker', 'pick-bot'],
    phrases: ['robot arm', 'fruit picker'],
  });
  expect(bySlug.get('compute')).toEqual({ ...compute, terms: [...(compute?.terms ?? []), 'abacus'] });
  expect(taxonomyVersion()).not.toBe(before());
});

test('a description is no change of meaning', () => {
  const { taxonomyVersion: before } = topics();
  const version = before();
  write('topics/own.yaml', 'compute:\n  description: What models run on.\n  aliases: number crunching\n');
  expect(topics().taxonomyVersion()).toBe(version);
  // A document about an organisation is known by its name, and is not tagged with it.
  write('topics/own.yaml', 'openai:\n  name: Open AI\n');
  expect(topics().taxonomyVersion()).not.toBe(version);
});

test.each([
  ['compute: [1, 2', /own\.yaml, line 1: /],
  ['compute:\n  term: abacus\n', /compute: Unrecognized key: "term"/],
  ['orchard-robots:\n  name: Orchard robots\n', /orchard-robots: needs a name and a description/],
  ['compute:\n  near: nothing\n', /compute: near names nothing, which is no topic/],
  ['compute:\n  parent: ai-infrastructure\n', /lies below itself/],
  ['Orchard Robots:\n  name: x\n  description: y\n', /must be written in lower case with hyphens/],
  ['- compute\n', /must hold entries by their names/],
])('a topic that cannot be read is told: %j', (text, fault) => {
  write('topics/own.yaml', text);
  expect(() => topics().topicTaxonomy()).toThrow(fault);
});
