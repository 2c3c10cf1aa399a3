import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, measurePassages } from '../../../eval/topics';
import { readTopics, tagTopics } from '../../../src/ingest/extract/topic/tag-topics';
import { topicTaxonomy } from '../../../src/language/topic/topic-taxonomy';
import { processorMs } from '../../support/processor-time';

const DATA = join(__dirname, '../../../..', 'shared', 'data');
const slugsOf = (text: string) => tagTopics(text, { start: 0, end: text.length }).map(({ slug }) => slug);

test.each([
  // What a stem would take for compute and is none.
  ['Glasses will be the next computing platform.', [], ['compute', 'ai-infrastructure']],
  ['When the phone came, computers did not go away.', [], ['compute']],
  ['Our work on Open Compute cut what racks cost.', ['open-source'], ['compute']],
  ['We compute the ratio as net debt over EBITDA.', ['debt'], ['compute']],
  ['Please mute your computer speakers.', [], ['compute']],
  // What is, in the words that people use.
  ['We need far more compute than we planned for.', ['compute'], []],
  ['Computing capacity remains tight into next year.', ['compute'], []],
  ['Inference now takes most of our GPUs.', ['inference', 'gpus'], []],
  ['The datacentre in Ohio brings 1GW of capacity to our AI work.', ['data-centers', 'ai-infrastructure'], []],
  ['We fine-tune the model on in-house chips.', ['ai-training', 'custom-silicon'], []],
  ['Our pre-trained models run on our own silicon.', ['ai-training', 'custom-silicon'], []],
  // Hints count beside what they belong to and nowhere else.
  ['The infrastructure for training AI models costs more each year.', ['ai-infrastructure'], []],
  ['We replaced forty miles of water infrastructure and gas mains.', [], ['ai-infrastructure', 'compute']],
  ['The plant adds capacity for two million tyres.', [], ['ai-infrastructure', 'compute']],
  // Spelling, case, possessives, hyphens, accents, plurals.
  ['NVIDIA’s chips are scarce.', ['nvidia', 'semiconductors'], []],
  ['Monetisation of AI-agents is early.', ['business-model', 'ai-agents'], []],
  ['Free-cash-flow was strong and we bought back shares.', ['cash-flow', 'buybacks'], []],
  ['Dividends rose, and tariffs did too.', ['dividends', 'tariffs'], []],
  ['The programmes improved labour productivity.', ['efficiency'], []],
  ['Le café’s déflation story is over.', ['inflation'], []],
  ['The U.S. administration backs us.', ['us-policy', 'government'], []],
  ['They asked us, administration by administration.', ['government'], ['us-policy']],
  // Names that are words.
  ['We sold more apple juice than ever.', [], ['apple']],
  ['Apple’s new policy hurt our ads.', ['apple', 'advertising'], []],
  ['Customer acquisition costs fell.', ['customers'], ['mergers-and-acquisitions']],
  ['We closed the acquisition of a rival.', ['mergers-and-acquisitions', 'competition'], []],
  ['Open AI and DeepSeek’s lab both published weights.', ['openai', 'deepseek'], []],
  ['General and administrative expense fell.', ['costs'], ['government']],
  ['A cloud of uncertainty hangs over the quarter.', [], ['cloud']],
  ['As you may recall, we closed a plant.', [], ['quality-and-recalls']],
  ['Foreign exchange cost us two points; in constant currency we grew.', ['currency'], []],
  ['Channel inventory is normal and lead times are shorter.', ['inventory', 'supply-chain'], []],
  ['Churn fell while net retention reached 118 percent.', ['churn', 'software-subscriptions'], []],
  ['Wir haben das Quartal gut abgeschlossen.', [], []],
])('%s', (text, must, mustNot) => {
  const slugs = slugsOf(text);
  expect(slugs).toEqual(expect.arrayContaining(must));
  expect(slugs.filter((slug) => (mustNot as string[]).includes(slug))).toEqual([]);
});

test('each mention names its sentences, its method and how surely', () => {
  const text = 'Thank you. We will buy more compute. Prices rose. Compute is our bottleneck.';
  const compute = tagTopics(text, { start: 0, end: text.length }).find(({ slug }) => slug === 'compute');
  expect(compute?.ranges.map(({ start, end }) => text.slice(start, end))).toEqual([
    'We will buy more compute.',
    'Compute is our bottleneck.',
  ]);
  expect(compute?.method).toMatch(/^taxonomy\/[0-9a-f]{12} term$/);
  expect(compute?.score).toBeGreaterThan(0.9);
});

test('no phrase reaches across a comma, a dash or the end of a sentence', () => {
  expect(slugsOf('We spoke of data. Center stage was the dog.')).not.toContain('data-centers');
  expect(slugsOf('They like open, source of joy.')).not.toContain('open-source');
});

test.each(['the smaller company', 'that Danish lab', 'the start-up'])('%s is an organisation named before', (words) => {
  const text = `The rise of DeepSeek worried many. “We can learn from ${words},” she said.`;
  const start = text.indexOf('We can');
  const found = readTopics(text).within({ start, end: text.indexOf(',”') });
  expect(found.map(({ slug }) => slug)).toContain('deepseek');
});

test('a fragment takes the topics of its sentence; words that point back take the organisation meant', () => {
  const text =
    'The rise of DeepSeek worried many. “They did a lot of new things,” she said. Rivals lack a “sound way to earn”, she added.';
  const reading = readTopics(text);
  const topicsOf = (words: string) => {
    const start = text.indexOf(words);
    return reading.within({ start, end: start + words.length });
  };
  expect(topicsOf('They did a lot of new things,').map(({ slug }) => slug)).toEqual(['deepseek']);
  const [competition] = topicsOf('sound way to earn');
  expect(competition).toMatchObject({ slug: 'competition', score: 0.5, method: expect.stringMatching(/ context$/) });
});

test('a label in the line above lends nothing', () => {
  const text = 'Ada Kline, Chief Marketing Officer\nThanks to all of you.';
  expect(readTopics(text).within({ start: text.indexOf('Thanks'), end: text.length })).toEqual([]);
});

test('the company that a document is about is no topic of it', () => {
  const text = 'Apple grew faster than Intel.';
  const slugs = readTopics(text, 'Apple Inc.').within({ start: 0, end: text.length });
  expect(slugs.map(({ slug }) => slug)).toEqual(['intel']);
});

test('the taxonomy holds together: unique slugs, known parents, no circle, at least sixty topics with words', () => {
  const slugs = topicTaxonomy().map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(topicTaxonomy().filter(({ terms, phrases }) => terms ?? phrases).length).toBeGreaterThanOrEqual(60);
  const parents = new Map(topicTaxonomy().map(({ slug, parent }) => [slug, parent]));
  for (const { slug, near } of topicTaxonomy()) {
    for (const other of near ?? []) expect(slugs).toContain(other);
    const trail = [slug];
    for (let at = parents.get(slug); at; at = parents.get(at)) {
      expect(slugs).toContain(at);
      expect(trail).not.toContain(at);
      trail.push(at);
    }
  }
  expect(parents.get('ai-infrastructure')).toBe('compute');
});

test('no alias names two topics', () => {
  const names = topicTaxonomy().flatMap(({ slug, name, aliases = [] }) => [
    ...new Set([slug, name, ...aliases].map((each) => each.toLowerCase())),
  ]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test.each(['ai ', '“', 'compute the ', 'invest in ', 'A.', "a'", '\n', '1,', 'spending and '])(
  'a megabyte of %j takes little time',
  (piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    const started = processorMs();
    readTopics(text).within({ start: 0, end: 2000 });
    expect(processorMs() - started).toBeLessThan(5000);
  },
);

test('in passages of many kinds of company, sentences about compute are told from the others', () => {
  const { precision, recall, sentences } = measurePassages();
  expect(sentences).toBeGreaterThan(90);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

const onData = existsSync(DATA) ? test : test.skip;

onData('on a real call, sentences about compute are told from those that are not', () => {
  const figures = measure(DATA);
  expect(figures?.precision).toBeGreaterThanOrEqual(0.95);
  // Turns of phrase that this call alone has are no words of the taxonomy: two of its eleven sentences name nothing that others would.
  expect(figures?.missed.length).toBeLessThanOrEqual(2);
});

onData('what the seed article quotes and tells has the topics that its key names', () => {
  const text = readFileSync(join(DATA, 'seed/article.txt'), 'utf8');
  const gold = JSON.parse(readFileSync(join(DATA, 'seed/gold.json'), 'utf8'));
  const reading = readTopics(text, 'Meta Platforms');
  const missing = [...gold.directQuotes, ...gold.indirectStatements].flatMap((utterance) => {
    const slugs = reading.within(utterance).map(({ slug }) => slug);
    return utterance.topics
      .filter((topic: string) => !slugs.includes(topic))
      .map((topic: string) => `${utterance.id} ${topic}`);
  });
  expect(missing).toEqual([]);
});
