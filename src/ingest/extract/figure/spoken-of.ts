import type { MeasureMention } from './measure-mention';
import type { ReadSentence } from './sentence';

const NAME = String.raw`\p{Lu}[\p{L}\p{N}&+'’-]*(?:\s+(?:\p{Lu}|\p{N})[\p{L}\p{N}&+'’-]*){0,3}`;
const OPENING = String.raw`^\W*(?:(?:[Aa]nd|[Bb]ut|[Nn]ow|[Ss]o|[Ff]inally|[Ll]astly|[Mm]eanwhile|[Aa]lso|[Tt]oday|[Aa]dditionally)\W+)*`;
/** `Driftboard now has`, `Lantern is used by`, `Corvane AI usage continues to grow, with`: a sentence that tells of what it names. */
const TELLS_OF = new RegExp(
  String.raw`${OPENING}(${NAME})(?:\s+(?:usage|engagement|adoption))?\s+(?:(?:now|already|currently|also|recently|just)\s+)?(?:has|had|reached|reaches|passed|surpassed|crossed|exceeded|counts|counted|serves|served|continues|continued|grew|(?:is|was)\s+(?:now\s+)?used\s+by)\b`,
  'u',
);
/** `Adoption of Brightway campaigns continues, with revenue over`: what is taken up. */
const TAKEN_UP = new RegExp(
  String.raw`${OPENING}(?:[Aa]doption|[Uu]sage|[Uu]se|[Uu]ptake|[Pp]enetration)\s+of\s+(?:our\s+)?(${NAME}(?:\s+\p{Ll}[\p{L}-]*){0,2}?)\s+(?:is|was|has|had|continues|continued|grew|rose|reached|doubled)\b`,
  'u',
);
/** Words that open a sentence as a name would. */
const NO_NAME =
  /^(?:We|Our|It|Its|They|Their|This|That|These|Those|There|The|I|You|He|She|Who|Which|What|Each|Every|All|Both|Growth|Demand|Usage|Engagement|Total|Overall|Membership|Management|Company|Business|Group)\b/;
/** What a company's name may have besides. */
const LEGAL =
  /^(?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|Plc|PLC|Group|Holdings?|AG|SA|SE|NV|Platforms|Technologies)$/;

/**
 * What a sentence tells of by its name, where that is not the company: a product's users are none of the company's count. Users are told of
 * each product by name; other measures only where the sentence says what was taken up, since other names at the head are people, firms and places.
 */
export function spokenOf(
  { words, start, tokens, company, quantities }: ReadSentence,
  index: number,
  mention: MeasureMention,
): string | null {
  if (!company) return null;
  const place = (tokens[quantities[index]?.qualifierFrom ?? 0]?.start ?? start) - start;
  const before = words.slice(0, place);
  const measured = (tokens[mention.from]?.start ?? start) - start;
  const taken = TAKEN_UP.exec(before);
  if (taken?.[1]) return taken[1];
  if (!/_active_people$/.test(mention.measure.metric ?? '')) return null;
  const told = TELLS_OF.exec(before);
  const name = told?.[1] ?? '';
  if (!told || NO_NAME.test(name) || isCompany(name, company) || told[0].length > Math.max(measured, place))
    return null;
  return name;
}

/** Whether a name says no more than the company's: `Corvane`, `Corvane Inc`; `Corvane AI` is something of it. */
function isCompany(name: string, company: string): boolean {
  const own = new Set(company.split(/[\s,.]+/));
  return name
    .replace(/['’]s$/, '')
    .split(/\s+/)
    .every((word) => own.has(word) || LEGAL.test(word));
}
