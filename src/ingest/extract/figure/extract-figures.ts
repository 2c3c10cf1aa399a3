import { DocumentKind } from '../../../domain/document.entity';
import { type Period, parsePeriod } from '../../../domain/fiscal/period';
import { splitSentences } from '../../../language/sentence';
import type { TextRange } from '../../../language/span';
import type { NeutralDocument } from '../../neutral-document';
import { bodyRanges } from '../body-range';
import type { FigureFinding, Occasion, Speech, Spoken } from '../finding';
import { periodMentionsOf } from '../occasion/period-mention';
import { tieReplaced } from './former-outlook';
import { Holders } from './holder';
import { Passage } from './passage';
import { figuresOfTables } from './table-figures';

/** Without one of these no pattern of a period can match; most sentences have none, and looking is not free. */
const TELLS_TIME =
  /quarter|year|Q[1-4]|[1-4]Q|\b20\d\d|19\d\d|half|month|week|fiscal|\bFY|YTD|TTM|LTM|\bH[12]|[12]H|period|\d(?:st|nd|rd|th)?\s(?:of\s)?[A-Z]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d/i;

/** Numbers that a document asserts, with what they measure, for which period and by whom; in order of their places. */
export function extractFigures(document: NeutralDocument, occasion: Occasion, speech: Speech): FigureFinding[] {
  const anchor: Period | null = occasion.period ? parsePeriod(occasion.period) : null;
  const { text } = document;
  const holders = new Holders(speech.utterances);
  const passage = new Passage(text, anchor, occasion.company);
  const found: FigureFinding[] = [];
  let last: number | null = null;
  for (const range of bodyRanges(document)) {
    for (const sentence of splitSentences(text, range).flatMap((place) => pieces(text, place))) {
      const holder = holders.indexOf(sentence);
      if (holder !== last) passage.leave();
      last = holder;
      const periods = TELLS_TIME.test(text.slice(sentence.start, sentence.end)) ? periodMentionsOf(text, sentence) : [];
      for (const figure of passage.read(sentence, periods, (place) => speakerRoleOf(holders.indexOf(place), speech))) {
        const utterance = holders.indexOf(figure);
        const spoken = utterance === null ? null : (speech.utterances[utterance] as Spoken);
        found.push({ ...figure, assertedBy: spoken?.speaker ?? null, utterance });
      }
    }
  }
  const read = [...found, ...figuresOfTables(document, anchor)].sort((a, b) => a.start - b.start || a.end - b.end);
  const all = tieReplaced(read);
  return isOfBusiness(document, occasion) ? all : asAside(all);
}

const BUSINESS =
  /\b(?:revenues?|sales|earnings|EPS|margins?|EBITDA|profits?|shareholders|stockholders|quarter(?:ly)?|dividends?|guidance|per\s+share|capex|customers|investors|fiscal|shares)\b/gi;

/** Whether a document tells of a company: it names one or its period, or speaks as business does, in three words of it at least. */
function isOfBusiness({ text, turns, kind }: NeutralDocument, { company, period, type }: Occasion): boolean {
  if (turns || company || period || type || kind !== DocumentKind.NEWS_ARTICLE) return true;
  return new Set((text.slice(0, 20_000).match(BUSINESS) ?? []).map((word) => word.toLowerCase())).size >= 3;
}

/** What is said of a measure in news of no company; counted by itself, since it is right less often. */
const OTHER_NEWS = 'news of something else';

/** Numbers of other news measure no company: what has a metric's name stays, by a rule of its own. */
function asAside(found: readonly FigureFinding[]): FigureFinding[] {
  return found
    .filter(({ metric }) => metric !== null)
    .map((one) => ({ ...one, rules: { ...one.rules, measure: OTHER_NEWS } }));
}

/** Longer than any sentence that people write; speech without punctuation is cut there, between words. */
const LONGEST_SENTENCE = 1500;

/** What relates the numbers of a sentence looks at all pairs of them: a megabyte without a full stop must stay cheap. */
function pieces(text: string, { start, end }: TextRange): TextRange[] {
  const found: TextRange[] = [];
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const space = text.lastIndexOf(' ', from + LONGEST_SENTENCE);
    const to = space > from ? space : from + LONGEST_SENTENCE;
    found.push({ start: from, end: to });
    from = to;
  }
  return [...found, { start: from, end }];
}

function speakerRoleOf(utterance: number | null, { speakers, utterances }: Speech): string | null {
  const holder = utterance === null ? undefined : utterances[utterance];
  if (!holder) return null;
  return holder.speaker === null ? holder.role : (speakers[holder.speaker]?.role ?? holder.role);
}
