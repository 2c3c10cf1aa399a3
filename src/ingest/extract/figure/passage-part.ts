import { kindOfPart, type Scope } from './scope';

/** `Turning to our Fluids segment`, `Within the European region`: a part of the company is spoken of from here on. */
const OPENS_PART =
  /^\W*(?:(?:and|now|so|then)\W+)*(?:turning|moving|looking|shifting|let['’]s\s+turn|let\s+me\s+turn|switching)\b[^.]{0,40}?\b((?:[\p{L}&’'-]+\s+){0,5}(?:segment|segments|business|division|region|geograph\w+|end\s+market\w*))\b|^\W*(?:(?:and|now|so|then|finally|lastly|next|first|also|overall)\W+)*(?:within|in|for|across)\s+(?:our|the)\s+([^,.]{2,50}\b(?:segment|business|division|region))\b/iu;
/** `Turning to healthcare, …`, `Starting with aviation.`: a part of the company, unless it is a part of its accounts. */
const OPENS_SUBJECT =
  /^\W*(?:(?:and|now|so|then|next|first|finally|okay|ok)\W+)*(?:turning|moving|shifting|switching|looking|starting|beginning|going|let['’]s\s+(?:turn|move|start|go|look)|let\s+me\s+(?:now\s+|first\s+|next\s+|then\s+)?(?:turn|move|start|go)|I['’]ll\s+(?:now\s+|first\s+|next\s+|then\s+)?(?:turn|move|start|begin|go))\s+(?:now\s+|on\s+|over\s+|off\s+|first\s+)?(?:to|with|at)\s+([^.,;:]{2,60})/i;
/** `The segment generated EBITDA of`: this sentence alone is a part's, or goes on with the one before. */
const PART_SPEAKS =
  /^\W*((?:the|this|that|our)\s+(?:[\p{L}&-]+\s+){0,4}(?:segment|division|unit|business|brand|subsidiary))(?:['’]s)?\s+(?:generated|made|earned|booked|reported|delivered|posted|had|grew|saw|produced|contributed|achieved|recorded)\b/iu;
/** `Revenue in our Fluids segment was`, `Flow Control segment achieved`: a segment by name, of which the next sentences speak too. */
const NAMED_SEGMENT =
  /^\W*(?:[\p{L}-]+\s+){0,3}?(?:[Rr]evenues?|[Ss]ales|[Ii]ncome|[Pp]rofit|EBITDA|[Oo]rders|[Mm]argins?)\s+(?:in|for|from|at|of)\s+(?:our|the)\s+((?:\p{Lu}[\p{L}&-]*\s+(?:and\s+|&\s+)?){1,4}(?:segment|division))\b|^\W*(?:[Tt]he\s+|[Oo]ur\s+)?((?!The\b|Our\b|This\b|That\b)(?:\p{Lu}[\p{L}&-]*\s+(?:and\s+|&\s+)?){1,4}(?:segment|division|Group))\s+(?!['’])\p{Ll}/u;
/** `In display technology, second-quarter sales were`: the same in small letters, as machines write down speech. */
const NAMED_SMALL =
  /^\W*(?:(?:[Aa]nd|[Nn]ow|[Ss]o|[Tt]hen)\W+)*(?:[Ii]n|[Ww]ithin)\s+(?:our\s+|the\s+)?(\p{Ll}[\p{Ll}&-]{3,}(?:\s+(?:and\s+|&\s+)?\p{Ll}[\p{Ll}&-]{3,}){0,2}),\s/u;
/** `In Display Technologies, sales were`: named at the head of a sentence. */
const NAMED =
  /^\W*(?:(?:[Aa]nd|[Nn]ow|[Ss]o|[Tt]hen)\W+)*(?:[Ii]n|[Ww]ithin|[Aa]t|[Ff]or)\s+(?:our\s+|the\s+)?((?!I\b)\p{Lu}[\p{L}&.-]*(?:\s+(?:and\s+|&\s+)?\p{L}[\p{L}&-]*){0,3}),\s/u;
const ACCOUNTS =
  /\b(?:guidance|outlook|balance|sheet|cash|flow|margins?|results?|quarter|slides?|page|P&L|income|expenses?|tax|capital|liquidity|year|expectations|numbers|financials?|performance|summary|overview|highlights|questions|earnings|revenues?|sales|profit\w*|costs?|debt|leverage|orders|backlog|bookings|EPS|EBITDA|operating|operations|company|total|consolidated|future|20\d\d|market\s+conditions|strategy|Q[1-4]|forward|ahead|shareholder\w*|dividend\w*|items|details|metrics|headcount|key|update)\b/i;
/** No name of a part at the head of a sentence. */
const NO_PART =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d|[1-4]Q|H\d|[12]H|FY|Fiscal|Full|Summary|Closing|Conclusion|Addition|Total|Short|Fact|Particular|General|GAAP|Non-GAAP|Accordance|Line|Terms|Spite|Light|First|Second|Third|Fourth|Prior|Last|This|Next|Today|Reference|Context|Perspective|Contrast|Comparison|Constant|Local|Currency|Dollar|Response|Turn|Closing|Conjunction|Spite|Other|These|Those|Each|Both|Recent|Coming|Many|Some|Most|Such|Past|Essence|Reality|Part|Hindsight|Sum|Total|Early|Late|Mid)\b|\b(?:quarters?|months?|years?|weeks?|words|periods?|words|terms|time|past|sense|case|respect|regard|currency|addition|basis|context|environment|cases)\b/i;

/** Sentences that turn to another subject: nothing of the one before holds on. */
export const TURN = /^\W*(?:now|turning|moving|looking|shifting|let\s+me|next|finally|in\s+terms\s+of)\b/i;
/** What only a company as a whole has: after it nothing is a segment's. Net income alone is not: segments are told to have it. */
const WHOLE =
  /\b(?:(?:GAAP|consolidated|total|overall|our|company['’]s)\s+(?:(?:adjusted|reported|diluted)\s+)?net\s+(?:income|earnings|loss|profit)|net\s+(?:interest|debt)|earnings\s+per|EPS|tax\s+(?:rate|expense)|income\s+tax|interest\s+expense|dividends?|repurchase[ds]?|buybacks?|GAAP|share\s+count|other\s+income|total\s+(?:revenues?|net\s+sales|sales))\b/i;
const ENDS_PART =
  /\b(?:total\s+company|consolidated|overall|company-wide|balance\s+sheet|cash\s+flow|guidance|outlook|full[\s-]year|in\s+summary|P&L|from\s+an?\s+[\w\s-]{3,30}\s+(?:perspective|standpoint))\b/i;

/** Follows which part of the company the sentences of a passage speak of. */
export class PassagePart {
  #part: Scope | null = null;

  constructor(
    readonly segments: ReadonlySet<string>,
    /** Words by which the company is called. */
    readonly company: string | null,
  ) {}

  /** Another speaker begins: the part of the one before is left. */
  leave(): void {
    this.#part = null;
  }

  /** The part that a sentence is of, after all before it; null: the company. */
  read(words: string): Scope | null {
    const opened = this.#openedBy(words);
    if (opened) this.#part = opened;
    else if (
      this.#part &&
      (TURN.test(words) || ENDS_PART.test(words) || WHOLE.test(words) || this.#namesCompany(words))
    )
      this.#part = null;
    if (opened) return opened;
    const spoken = PART_SPEAKS.exec(words)?.[1];
    if (spoken) return this.#part ?? this.#scopeOf(spoken);
    return this.#named(words) ?? this.#part;
  }

  #named(words: string): Scope | null {
    const name = NAMED.exec(words)?.[1] ?? NAMED_SMALL.exec(words)?.[1];
    return name && this.#isPart(name) ? this.#scopeOf(name) : null;
  }

  #openedBy(words: string): Scope | null {
    const part = OPENS_PART.exec(words);
    if (part) return this.#scopeOf(part[1] ?? part[2] ?? '');
    const subject = OPENS_SUBJECT.exec(words)?.[1];
    if (subject && !ACCOUNTS.test(subject)) return this.#scopeOf(subject);
    // A region is where the numbers of its own sentence are from; any other name is spoken of until it is left.
    const segment = NAMED_SEGMENT.exec(words);
    if (segment) return this.#scopeOf(segment[1] ?? segment[2] ?? '');
    const named = this.#named(words);
    return named && named.scope !== 'REGION' ? named : null;
  }

  #isPart(words: string): boolean {
    return !NO_PART.test(words) && !ACCOUNTS.test(words) && !this.#namesCompany(words);
  }

  #namesCompany(words: string): boolean {
    const name = this.company?.split(/[\s,]/)[0] ?? '';
    return name.length > 2 && words.includes(name);
  }

  #scopeOf(words: string): Scope {
    const subject = words.replace(/^(?:(?:the|our|its|to|with|at|on|now)\s+)+/i, '').trim();
    const scope = kindOfPart(subject, this.segments);
    return { scope: scope === 'PRODUCT' ? 'SEGMENT' : scope, subject };
  }
}
