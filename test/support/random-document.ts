import { DocumentKind } from '../../src/domain/document.entity';
import { AttributionMethod, Directness, Section, SpeakerRole } from '../../src/domain/utterance-enums';
import type { MadeDocument, MadeTurn } from './made-document';
import { topic } from './made-document';
import type { Random } from './random';

/** What is said: some name a topic, some two of one branch in one breath, some nothing at all. */
const SENTENCES = [
  'We need more compute for training and for inference.',
  'Inference costs fall while our data centers fill up.',
  'Pricing held, and margins rose again.',
  'Demand for pickers is ahead of supply.',
  'Our free cash flow pays for buybacks and for dividends.',
  'The orchard was quiet this season.',
  'Capital expenditures will grow with our GPU clusters.',
  'Hiring slowed down.',
  'Thank you all.',
  'Custom silicon lowers the cost of compute.',
];
/** Parents and those below them, so that branches overlap. */
const TOPICS = [
  'compute',
  'inference',
  'data-centers',
  'gpus',
  'pricing',
  'margins',
  'demand',
  'cash-flow',
  'buybacks',
  'capital-expenditure',
];
const FIRST = ['Ada', 'Bruno', 'Cleo', 'Dario', 'Enid', 'Fergus', 'Greta', 'Hugo'];
const LAST = ['Lindqvist', 'Okafor', 'Reyes', 'Raman', 'Calloway', 'Marsh', 'Thorne', 'Quill'];
const FIRMS = ['Harbor Lane', 'Calder Partners', 'Pike Street Research'];

export interface Slot {
  readonly kind: 'TEXT' | 'NATIVE' | 'MADE' | 'ARTICLE';
  readonly key: string;
  /** Companies that it is about, its own first. */
  readonly companies: readonly string[];
  readonly people: readonly string[];
  readonly year: number;
  readonly quarter: number;
  readonly day: string;
  /** Of its first revision; each revision has a seed of its own. */
  readonly seed: number;
}

/** The cast moves on: of those who were merged or taken out, the next are not the same. */
export function makeSlot(random: Random, n: number): Slot {
  const generation = Math.floor(n / 12);
  const company = () =>
    `${['Brightmoor', 'Hollins', 'Orchard', 'Pear', 'Quince'][random.below(5)]} ${['Tools', 'Gears', 'Robotics', 'Pumps'][generation % 4]}`;
  const person = () => `${FIRST[(random.below(5) + generation) % 8]} ${LAST[(random.below(4) + generation) % 8]}`;
  const [year, quarter] = [2022 + random.below(3), 1 + random.below(4)];
  // A call is held in the quarter behind the one that it reports on.
  const month = (quarter % 4) * 3 + 1 + random.below(2);
  const date = `${quarter === 4 ? year + 1 : year}-${String(month).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
  return {
    kind: random.pick(['TEXT', 'NATIVE', 'NATIVE', 'MADE', 'MADE', 'ARTICLE'] as const),
    key: `made-${n}`,
    companies: [...new Set([company(), company()])],
    people: [...new Set([person(), person(), person(), person()])],
    year,
    quarter,
    day: date,
    seed: random.below(1_000_000_000),
  };
}

const sentence = (random: Random): string => random.pick(SENTENCES);
const topicsOf = (random: Random): string[] => TOPICS.filter(() => random.chance(0.2));

/** A call as people write it down. */
export function callText(slot: Slot, random: Random): string {
  const [company, [ceo, cfo, analyst = 'Tom Bell']] = [slot.companies[0]!, slot.people];
  const says = () => Array.from({ length: 1 + random.below(3) }, () => sentence(random)).join(' ');
  const day = new Date(`${slot.day}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  return [
    `${company} Q${slot.quarter} ${slot.year} Earnings Call\n${day}`,
    `Operator: Good afternoon, and welcome to the ${company} Q${slot.quarter} ${slot.year} earnings call. I will now turn the call over to ${ceo}, Chief Executive Officer.`,
    `${ceo}: ${says()}`,
    ...(cfo ? [`${cfo}: ${says()}`] : []),
    `Operator: Our first question comes from ${analyst} with ${random.pick(FIRMS)}. Please go ahead.`,
    `${analyst}: Thanks for the question. How do you think about ${random.pick(['compute', 'pricing', 'margins'])}? ${says()}`,
    `${ceo}: ${says()}`,
    "Operator: This concludes today's call. You may now disconnect.\n",
  ].join('\n\n');
}

/** What the press writes of a call: a quotation, a paraphrase, and an analyst's view. */
export function articleText(slot: Slot, random: Random): string {
  const [company, [ceo, analyst = 'Tom Bell']] = [slot.companies[0]!, slot.people];
  const day = new Date(`${slot.day}T00:00:00Z`).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return `${company} speaks of its season

LEEDS, England, ${day}, ${slot.day.slice(0, 4)} (Reuters) - ${company} (NYSE: ${symbolOf(company)}) told of its quarter.

"${sentence(random).replace(/\.$/, ',')}" Chief Executive Officer ${ceo} told analysts on a call. "${sentence(random)}"

${ceo} said the company would spend more on data centers.

"${sentence(random)}" said ${analyst}, an analyst at ${random.pick(FIRMS)}.
`;
}

/** `BRTO` for Brightmoor Tools: files and articles tell the same one. */
const symbolOf = (company: string): string => company.replaceAll(/[^A-Z]*([A-Z][a-z])[a-z]*/g, '$1').toUpperCase();

const slugOf = (company: string): string => company.toLowerCase().replaceAll(' ', '-');

/** A file of the NATIVE form: a call or an article, with comments about one company or both, and topics that need not stand in the words. */
export function nativeFile(slot: Slot, random: Random): string {
  const [home] = slot.companies.map(slugOf);
  const period = `FY${slot.year}Q${slot.quarter}`;
  const isCall = slot.seed % 3 !== 0;
  const last = new Date(Date.UTC(slot.year, slot.quarter * 3, 0)).toISOString().slice(0, 10);
  const event = `${home}/EARNINGS_CALL/${slot.day}`;
  const utterances = Array.from({ length: 2 + random.below(6) }, (_, n) => {
    const isComment = random.chance(0.35);
    const text = `${n}: ${sentence(random)} ${random.chance(0.5) ? sentence(random) : ''}`.trim();
    const names = topicsOf(random);
    return {
      key: `u${n}`,
      text,
      directness: isCall ? 'TRANSCRIPT' : random.pick(['DIRECT_QUOTE', 'PARAPHRASE', 'FRAGMENT']),
      speaker: random.pick(slot.people),
      turn: n,
      topics: names.map((name) =>
        random.chance(0.5)
          ? name
          : {
              topic: name,
              spans: [
                text
                  .split(' ')
                  .slice(0, 1 + random.below(8))
                  .join(' '),
              ],
            },
      ),
      ...(random.chance(0.1) ? { saidOn: `${slot.year}-02-03` } : {}),
      ...(isComment
        ? {
            kind: isCall ? 'QUESTION' : 'COMMENT',
            section: isCall ? 'QUESTION' : undefined,
            firm: random.pick(FIRMS),
            about: slot.companies.map(slugOf).slice(0, 1 + random.below(2)),
          }
        : isCall
          ? { section: random.pick(['PREPARED_REMARKS', 'ANSWER']) }
          : {}),
    };
  });
  const isQuestion = (key: string) => utterances.some((u) => u.key === key && 'kind' in u);
  const keys = utterances.map(({ key }) => key);
  const [questions, answers] = [keys.filter(isQuestion), keys.filter((key) => !isQuestion(key))];
  return JSON.stringify({
    format: 'earshot/1',
    companies: slot.companies.map((name) => ({
      slug: slugOf(name),
      name,
      symbols: [{ symbol: symbolOf(name), exchange: 'NYSE', from: '2012-01-01' }],
    })),
    people: slot.people.map((name) => ({ name })),
    firms: FIRMS.map((name) => ({ name, kind: 'SELL_SIDE' })),
    analysts: slot.people.map((person) => ({ person, firm: FIRMS[slot.seed % 3] })),
    quarters: [
      { company: home, period, start: `${slot.year}-${String(slot.quarter * 3 - 2).padStart(2, '0')}-01`, end: last },
    ],
    events: isCall ? [{ company: home, type: 'EARNINGS_CALL', title: 'A call', date: slot.day, quarter: period }] : [],
    documents: [
      {
        key: slot.key,
        kind: isCall ? 'TRANSCRIPT' : 'NEWS_ARTICLE',
        title: slot.key,
        publishedAt: `${slot.day}T12:00:00Z`,
        text: utterances.map(({ text }) => text),
        companies: slot.companies.map(slugOf),
        ...(random.chance(0.9) ? { quarter: period } : {}),
        events: isCall ? [event] : [],
        utterances,
        exchanges:
          isCall && questions.length > 0 && answers.length > 0
            ? [{ questions: questions.slice(0, 1), answers: answers.slice(0, 2) }]
            : [],
      },
    ],
  });
}

/** A call as extraction would hand it over, with topics that somebody else's taxonomy might have found. */
export function madeDocument(slot: Slot, random: Random): MadeDocument {
  const isArticle = slot.seed % 4 === 0;
  const speakers = slot.people.map((name, i) =>
    i % 3 === 1
      ? { name, role: SpeakerRole.ANALYST, firm: random.pick(FIRMS) }
      : { name, role: SpeakerRole.EXECUTIVE, title: i === 0 ? 'Chief Executive Officer' : 'Chief Financial Officer' },
  );
  const turns: MadeTurn[] = Array.from({ length: 2 + random.below(6) }, (_, n) => {
    const speaker = random.chance(0.1) ? null : random.below(speakers.length);
    const role = speaker === null ? SpeakerRole.UNKNOWN : speakers[speaker]!.role;
    const isComment = role === SpeakerRole.ANALYST;
    return [
      speaker,
      `${n}: ${sentence(random)} ${random.chance(0.4) ? sentence(random) : ''}`.trim(),
      {
        role,
        isComment,
        directness: isArticle ? random.pick([Directness.DIRECT_QUOTE, Directness.PARAPHRASE]) : Directness.TRANSCRIPT,
        section: isArticle ? Section.ARTICLE : isComment ? Section.QUESTION : Section.PREPARED_REMARKS,
        method: isArticle ? AttributionMethod.QUOTE_VERB : AttributionMethod.SPEAKER_LABEL,
        topics: topicsOf(random).map(topic),
      },
    ];
  });
  return {
    event: { company: slot.companies[0]!, symbol: null, period: `FY${slot.year}Q${slot.quarter}`, date: slot.day },
    document: {
      title: slot.key,
      publisher: slot.companies[0]!,
      kind: isArticle ? DocumentKind.NEWS_ARTICLE : DocumentKind.TRANSCRIPT,
    },
    speakers,
    turns,
  };
}
