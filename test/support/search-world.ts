import { NO_HINTS } from '../../src/ingest/formats/format';
import { importSources } from '../../src/ingest/import-source';
import { Source } from '../../src/ingest/source';

/** Somebody's words in a call or an article about a quarter of a company. */
export interface Said {
  readonly company: 'orchard' | 'fjord';
  /** Such as FY2024Q3. */
  readonly period: string;
  readonly words: string;
  readonly isQuestion?: boolean;
  readonly isParaphrase?: boolean;
}

const COMPANIES = [
  {
    slug: 'orchard',
    name: 'Orchard Robotics, Inc.',
    country: 'US',
    currency: 'USD',
    fiscalYearEnd: '12-31',
    symbols: [{ symbol: 'ORCH', exchange: 'NASDAQ' }],
  },
  {
    slug: 'fjord',
    name: 'Ørnfjord A/S',
    country: 'DK',
    currency: 'DKK',
    fiscalYearEnd: '12-31',
    symbols: [{ symbol: 'FJRD', exchange: 'CPH' }],
  },
] as const;
const OFFICERS = { orchard: 'Nadia Okafor', fjord: 'Søren Kjær' } as const;
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];
const FIRST_DAYS = ['01-01', '04-01', '07-01', '10-01'];

/** Imports made-up calls, one for each company and quarter, through the NATIVE form: each text is an utterance, in order. */
export async function importSaid(url: string, said: readonly Said[], key = 'call'): Promise<void> {
  const calls = new Map<string, Said[]>();
  for (const words of said) {
    const name = `${words.company} ${words.period}`;
    calls.set(name, [...(calls.get(name) ?? []), words]);
  }
  const file = {
    format: 'earshot/1',
    companies: COMPANIES,
    people: [...Object.values(OFFICERS), 'Priya Raman'].map((name) => ({ name })),
    firms: [{ name: 'Harbor Lane Securities', kind: 'SELL_SIDE' }],
    executives: COMPANIES.map(({ slug }) => ({
      person: OFFICERS[slug],
      company: slug,
      title: 'Chief Executive Officer',
      role: 'CEO',
      from: '2019-01-01',
    })),
    analysts: [{ person: 'Priya Raman', firm: 'Harbor Lane Securities' }],
    quarters: [...calls.keys()].map((name) => quarterOf(name)),
    events: [...calls.keys()].map((name) => ({
      company: name.split(' ')[0],
      type: 'EARNINGS_CALL',
      title: `Call ${name}`,
      date: dayOf(name),
      quarter: name.split(' ')[1],
    })),
    documents: [...calls].map(([name, words]) => documentOf(name, words, key)),
  };
  const faults: string[] = [];
  await importSources(url, [new Source('said.json', Buffer.from(JSON.stringify(file)))], {
    hints: NO_HINTS,
    onItem: (item) => faults.push(...item.faults.map(({ path, message }) => `${path}: ${message}`)),
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function quarterOf(name: string) {
  const [company, period = ''] = name.split(' ');
  const [year, quarter] = [period.slice(2, 6), Number(period.slice(7))];
  return { company, period, start: `${year}-${FIRST_DAYS[quarter - 1]}`, end: `${year}-${LAST_DAYS[quarter - 1]}` };
}

/** A call three weeks after its quarter. */
function dayOf(name: string): string {
  const end = new Date(`${quarterOf(name).end}T00:00:00Z`);
  return new Date(end.getTime() + 21 * 86_400_000).toISOString().slice(0, 10);
}

function documentOf(name: string, said: readonly Said[], key: string) {
  const [company, period] = name.split(' ') as ['orchard' | 'fjord', string];
  let at = 0;
  const text = said.map(({ words }) => words);
  return {
    key: `${key}-${company}-${period}`.toLowerCase(),
    kind: 'TRANSCRIPT',
    title: `Call ${name}`,
    companies: [company],
    quarter: period,
    events: [`${company}/EARNINGS_CALL/${dayOf(name)}`],
    text,
    utterances: said.map(({ words, isQuestion, isParaphrase }, i) => {
      const start = at;
      at += Array.from(words).length + 2;
      return {
        key: `u${i}`,
        ...(isQuestion
          ? { kind: 'QUESTION', firm: 'Harbor Lane Securities', section: 'QUESTION' }
          : { section: 'PREPARED_REMARKS' }),
        text: words,
        start,
        end: start + Array.from(words).length,
        directness: isParaphrase ? 'PARAPHRASE' : 'TRANSCRIPT',
        turn: i,
        speaker: isQuestion ? 'Priya Raman' : OFFICERS[company],
      };
    }),
    exchanges: exchangesOf(said).map(([question, ...answers]) => ({
      questions: [`u${question}`],
      answers: answers.map((i) => `u${i}`),
    })),
  };
}

/** Where questions stand among the words of one call, each with the words behind it, which answer. */
export const exchangesOf = (said: readonly Said[]): number[][] =>
  said.flatMap(({ isQuestion }, i) => (isQuestion ? [said[i + 1] && !said[i + 1]?.isQuestion ? [i, i + 1] : [i]] : []));
