import { Source } from '../../src/ingest/source';
import { Random } from './random';

const WORDS =
  'orchard picker harvest compute margin arm battery season grower order pricing cash plan demand supply labour robot field market quarter'.split(
    ' ',
  );
const TOPICS = ['compute', 'margins', 'pricing', 'demand', 'supply-chain', 'cash-flow'];

/** Files of the NATIVE form, the same at every run: companies and people are shared between them, words are made up. */
export function* manyDocuments(count: number, seed: number): Generator<Source> {
  for (let i = 0; i < count; i++) yield makeFile(i, new Random(seed + i));
}

function makeFile(i: number, random: Random): Source {
  const company = `company-${i % 7}`;
  const year = 2018 + (i % 6);
  const people = [0, 1, 2].map((n) => `Person ${(i * 3 + n) % 31} Surname`);
  const utterances = Array.from({ length: 3 + random.below(12) }, (_, n) => {
    const words = Array.from({ length: 6 + random.below(30) }, () => random.pick(WORDS)).join(' ');
    const isQuestion = n % 5 === 3;
    return {
      key: `u${n}`,
      text: `${n} ${words}.`,
      directness: 'TRANSCRIPT',
      speaker: random.pick(people),
      turn: n,
      ...(isQuestion ? { kind: 'QUESTION', section: 'QUESTION' } : { section: n > 4 ? 'ANSWER' : 'PREPARED_REMARKS' }),
      topics: TOPICS.filter(() => random.below(3) === 0),
    };
  });
  const event = `${company}/EARNINGS_CALL/${year + 1}-02-0${1 + (i % 5)}`;
  const keys = (kind: boolean) => utterances.filter((u) => 'kind' in u === kind).map(({ key }) => key);
  const file = {
    format: 'earshot/1',
    companies: [{ slug: company, name: `Company ${i % 7}`, symbols: [{ symbol: `CO${i % 7}`, exchange: 'NYSE' }] }],
    people: people.map((name) => ({ name, aliases: [name.replace('Surname', 'S.')] })),
    quarters: [{ company, period: `FY${year}Q4`, start: `${year}-10-01`, end: `${year}-12-31` }],
    events: [{ company, type: 'EARNINGS_CALL', title: 'A call', date: event.slice(-10), quarter: `FY${year}Q4` }],
    documents: [
      {
        key: `made-${i}`,
        kind: 'TRANSCRIPT',
        title: `Made ${i}`,
        text: utterances.map(({ text }) => text).join('\n\n'),
        companies: [company],
        quarter: `FY${year}Q4`,
        events: [event],
        utterances,
        exchanges: keys(true).length > 0 ? [{ questions: keys(true).slice(0, 1), answers: keys(false).slice(-1) }] : [],
      },
    ],
  };
  return new Source(`made-${i}.json`, Buffer.from(JSON.stringify(file)));
}
