import { createHash } from 'node:crypto';
import { CompiledTaxonomy, TopicReading } from '../../../src/ingest/extract/topic/tag-topics';
import type { TopicDefinition } from '../../../src/language/topic/topic-definition';
import { TAGGER_REVISION, topicTaxonomy, versionOf } from '../../../src/language/topic/topic-taxonomy';

/** Topics of this test alone: another word in the lexicon changes the version by itself. */
const TOPICS: readonly TopicDefinition[] = [
  { slug: 'farming', terms: ['farm', 'orchard'], phrases: ['fruit … harvest'], isResidual: true },
  { slug: 'robots', parent: 'farming', terms: ['robot'], phrases: ['orchard robot'], exclusions: ['robot film'] },
  { slug: 'power', phrases: ['power plant'], hints: ['capacity'], near: ['robots'] },
  { slug: 'prices', terms: ['price'], hints: ['higher'], beside: ['farming'] },
  { slug: 'policy', terms: ['US'] },
  { slug: 'halden', terms: ['Halden'], isOrganization: true },
  { slug: 'corvane', terms: ['Corvane'], isOrganization: true },
].map((topic) => ({ name: topic.slug.replace(/^[hc]/, (letter) => letter.toUpperCase()), description: '-', ...topic }));

const taxonomy = new CompiledTaxonomy(TOPICS);

/** What is read of the part of a text between `[` and `]`, else of all of it: topic, score, evidence and sentences of each. */
function read(marked: string, about: string | null = null): string {
  const text = marked.replace(/[[\]]/g, '');
  const start = Math.max(0, marked.indexOf('['));
  const end = marked.includes(']') ? marked.indexOf(']') - 1 : text.length;
  const found = new TopicReading(text, taxonomy, about).within({ start, end });
  return found
    .map(({ slug, score, method, ranges }) => {
      const places = ranges.map((range) => `${range.start}-${range.end}`).join('+');
      return `${slug} ${score} ${method.split(' ').at(-1)} ${places}`;
    })
    .join(', ');
}

const READINGS = [
  read('Our orchards use orchard robots. A robot film is none. Prices rose.'),
  read('The fruit of a long and late harvest. The fruit of one, two, three, four, five, six, seven harvests.'),
  read('We add capacity for robots. Power plants add power.'),
  read('We add capacity for tyres, and higher dividends.'),
  read('Farms pay higher wages. Higher still are rents.'),
  read('The U.S. market beats us; US farms’ price-lists are café-made, FARM by farm.'),
  read('Halden sells robots to Corvane. "[They did many things]," he said of farms.'),
  read('Halden sells robots to Corvane. "[That Danish lab did it]," he said of farms.'),
  read('Halden sells robots to Corvane.', 'Halden Marine, Inc.'),
  read('Robots help.\n[Some words] that end a line about farms.'),
  read('[Yes, that is right] about the price of robots. And farms too.'),
];

/**
 * Digests of the readings of each revision so far. Where this test fails, the tagger reads the same words differently: raise TAGGER_REVISION
 * and add a line; a line that stands is never changed, since databases hold what that revision found.
 */
const KNOWN: Readonly<Record<number, string>> = {
  1: 'e47c2839b0215e8b',
  2: '8fe5e06d7c971759',
};

const digest = createHash('sha256').update(JSON.stringify(READINGS)).digest('hex').slice(0, 16);

test('another reading of the same words is another revision of the tagger', () => {
  expect({ revision: TAGGER_REVISION, digest }).toEqual({
    revision: Object.keys(KNOWN).length,
    digest: KNOWN[TAGGER_REVISION],
  });
  expect(new Set(Object.values(KNOWN)).size).toBe(TAGGER_REVISION);
});

test('another revision is another version of the topics', () => {
  const versions = [TAGGER_REVISION, TAGGER_REVISION + 1].map((revision) => versionOf(topicTaxonomy(), revision));
  expect(new Set(versions).size).toBe(2);
});
