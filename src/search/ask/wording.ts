import type { ExecutiveRole } from '../../domain/executive.entity';
import type { Directness, Section } from '../../domain/utterance-enums';
import type { Place } from '../text/word';

/** What a turn of phrase tells of the question. */
export type Mark =
  /** What follows is the subject of the words. */
  | { readonly kind: 'about' }
  /** What follows speaks. */
  | { readonly kind: 'by' }
  /** A verb or a noun of speaking: words are wanted, not numbers. */
  | { readonly kind: 'said' }
  /** What follows is left out. */
  | { readonly kind: 'not' }
  /** Words that were not said are asked for. */
  | { readonly kind: 'unsaid' }
  /** Ends what a word before it began. */
  | { readonly kind: 'place' }
  | { readonly kind: 'analysts' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'amount' }
  | { readonly kind: 'role'; readonly role: `${ExecutiveRole}` }
  | { readonly kind: 'directness'; readonly values: readonly `${Directness}`[] }
  | { readonly kind: 'section'; readonly values: readonly `${Section}`[] }
  /** The way questions are put. */
  | { readonly kind: 'structure' }
  /** It means something that cannot be asked for here. */
  | { readonly kind: 'unused' };

/** A row of the table. `example` is a phrase that the row reads as a whole; `words` are alternatives, blind to case. */
export interface WordingRule {
  readonly name: string;
  readonly example: string;
  readonly words: string;
  readonly mark: Mark;
}

export interface WordingFind extends Place {
  readonly rule: string;
  readonly mark: Mark;
}

export const row = (name: string, example: string, mark: Mark, words: string): WordingRule => ({
  name,
  example,
  words,
  mark,
});

const QUOTED = ['DIRECT_QUOTE', 'FRAGMENT'] as const;
const VERBATIM = ['TRANSCRIPT', ...QUOTED] as const;

const ROLES: readonly WordingRule[] = [
  row(
    'chief executive',
    'CEO',
    { kind: 'role', role: 'CEO' },
    String.raw`ceos?|chief\s+executives?(?:\s+officers?)?|chief\s+execs?`,
  ),
  row(
    'chief financial officer',
    'finance chief',
    { kind: 'role', role: 'CFO' },
    String.raw`cfos?|chief\s+financial\s+officers?|chief\s+finance\s+officers?|finance\s+(?:chiefs?|heads?|directors?)|heads?\s+of\s+finance`,
  ),
  row(
    'chief operating officer',
    'COO',
    { kind: 'role', role: 'COO' },
    String.raw`coos?|chief\s+operating\s+officers?|operations\s+chiefs?`,
  ),
  row(
    'chief technology officer',
    'CTO',
    { kind: 'role', role: 'CTO' },
    String.raw`ctos?|chief\s+technology\s+officers?|technology\s+chiefs?`,
  ),
  row(
    'president',
    'president of Snowflake',
    { kind: 'role', role: 'PRESIDENT' },
    String.raw`(?:company\s+)?presidents?(?=\s+(?:of|at|said|say|on|about)\b|['’]s)`,
  ),
  row(
    'chair',
    'chairman',
    { kind: 'role', role: 'CHAIR' },
    String.raw`chair(?:man|men|woman|women|person|persons|s)?(?:\s+of\s+the\s+board)?`,
  ),
  row(
    'investor relations',
    'head of investor relations',
    { kind: 'role', role: 'IR' },
    String.raw`(?:(?:heads?|vps?|vice\s+presidents?|directors?)\s+of\s+)?investor\s+relations(?:\s+(?:heads?|officers?|people|team))?|irs?\s+(?:heads?|officers?|people|team)`,
  ),
];

const FORMS: readonly WordingRule[] = [
  row(
    'quotes',
    'direct quotes',
    { kind: 'directness', values: QUOTED },
    String.raw`(?:direct(?:ly)?\s+)?quot(?:es?|ed|ations?)|in\s+quotation\s+marks`,
  ),
  row(
    'words as spoken',
    'word for word',
    { kind: 'directness', values: VERBATIM },
    String.raw`verbatim|word\s+for\s+word|exact(?:ly)?(?:\s+words|\s+wording)?|literal(?:ly)?|in\s+(?:his|her|their)\s+own\s+words`,
  ),
  row(
    'transcript',
    'in the transcript',
    { kind: 'directness', values: ['TRANSCRIPT'] },
    String.raw`(?:(?:in|from|on|according\s+to)\s+)?(?:the\s+|its\s+)?(?:call\s+|earnings\s+)?transcripts?`,
  ),
  row(
    'paraphrases',
    'paraphrased',
    { kind: 'directness', values: ['PARAPHRASE'] },
    String.raw`paraphras(?:es?|ed|ing)|indirect(?:ly)?(?:\s+(?:quotes?|quoted|speech|statements?))?|reported\s+speech`,
  ),
  row(
    'press',
    'in the press',
    { kind: 'section', values: ['ARTICLE'] },
    String.raw`(?:in|from|by|according\s+to)\s+(?:the\s+)?(?:press|news(?:papers?)?|media|articles?|journalists)(?:\s+(?:articles?|reports?|coverage))?|press\s+(?:articles?|coverage|reports?)|(?:news\s+)?articles?`,
  ),
  row(
    'prepared remarks',
    'in prepared remarks',
    { kind: 'section', values: ['PREPARED_REMARKS'] },
    String.raw`(?:(?:in|during|from)\s+)?(?:the\s+|his\s+|her\s+|their\s+|its\s+)?(?:prepared|opening)\s+(?:remarks?|statements?|comments?)|scripted\s+remarks`,
  ),
  row(
    'questions and answers',
    'in Q&A',
    { kind: 'section', values: ['QUESTION', 'ANSWER'] },
    String.raw`(?:in|during|from)\s+(?:the\s+)?(?:q\s?&\s?a|q\s?and\s?a|questions?[\s-]and[\s-]answers?)(?:\s+(?:session|part|section))?`,
  ),
  row(
    'answers',
    'answers',
    { kind: 'section', values: ['ANSWER'] },
    `answers?|answered|answering|repl(?:y|ies|ied)|respon(?:ses?|ded|d)`,
  ),
];

const TARGETS: readonly WordingRule[] = [
  row(
    'analysts',
    'analysts',
    { kind: 'analysts' },
    String.raw`(?:sell[\s-]side\s+|buy[\s-]side\s+|wall\s+street\s+|outside\s+)?analysts?(?:['’]s?)?(?:\s+(?:comments?|commentary|views?|opinions?|notes?))?|wall\s+street|outside\s+voices`,
  ),
  row(
    'questions',
    'asked',
    { kind: 'asked' },
    String.raw`(?:q\s?&\s?a\s+|q\s?and\s?a\s+)?exchanges?|questions?|ask(?:s|ed|ing)?|push(?:ed|es|ing)?\s+(?:back\s+)?(?:hard(?:er|est)?\s+)?on|press(?:ed|es|ing)?\s+(?:hard(?:er|est)?\s+)?on|prob(?:ed|es|ing)|grill(?:ed|ing)?`,
  ),
  row(
    'amounts',
    'how much',
    { kind: 'amount' },
    String.raw`how\s+(?:much|high|large|big|low)|trends?|time\s+series|series|chart|plot|graph|figures?|numbers?|values?|level|growth\s+of|developed|evolved|development\s+of`,
  ),
];

const SLOTS: readonly WordingRule[] = [
  row(
    'audience',
    'told analysts',
    { kind: 'said' },
    String.raw`(?:(?:tell|tells|told|telling)|to)\s+(?:the\s+)?(?:analysts|investors|shareholders|wall\s+street)`,
  ),
  row(
    'subject',
    'about',
    { kind: 'about' },
    String.raw`about|on(?:\s+the\s+(?:subject|topic|question|matter)\s+of)?|regarding|concerning|re|around|towards?|relat(?:ed|ing)\s+to|with\s+(?:regard|respect)\s+to|as\s+to|when\s+it\s+comes\s+to|in\s+terms\s+of|(?:say|says|said|think|thinks|thought|spoke|speak|speaks|talked)\s+of`,
  ),
  row(
    'mentions',
    'mentioned',
    { kind: 'about' },
    String.raw`mention(?:s|ed|ing)?(?:\s+of)?|discuss(?:es|ed|ing)?|discussions?\s+of|address(?:es|ed|ing)?|bring(?:s|ing)?\s+up|brought\s+up|rais(?:e|es|ed|ing)|touch(?:es|ed|ing)?\s+(?:up)?on|refer(?:s|red|ring)?\s+to|cover(?:s|ed|ing)?|highlight(?:s|ed|ing)?`,
  ),
  row(
    'containing',
    'containing',
    { kind: 'about' },
    String.raw`contain(?:s|ing|ed)?|with\s+the\s+(?:words?|phrase|term)|includ(?:es?|ing|ed)|us(?:es?|ed|ing)\s+the\s+(?:words?|phrase|term)`,
  ),
  row('speaker', 'by', { kind: 'by' }, String.raw`by|did|does|do|has|have|had|hear(?:d)?\s+from|according\s+to`),
  row('place', 'at', { kind: 'place' }, `at|in|from|for|of|during|within|across|with`),
  row(
    'said',
    'said',
    { kind: 'said' },
    `sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|talk(?:s|ed|ing)?|sp(?:eak|eaks|oke|oken|eaking)|comment(?:s|ed|ing|ary)?|statements?|stated?|stating|remark(?:s|ed)?|words|word|think(?:s|ing)?|thoughts?|thought|expla(?:in|ins|ined|nation|nations)|claim(?:s|ed)?|argu(?:e|es|ed)|not(?:es|ed|ing)|emphasi[sz](?:e|es|ed)|describ(?:e|es|ed)|views?|opinions?|takes?|position|stance|utterances?|mentions|announc(?:e|es|ed|ing|ements?)|reveal(?:s|ed)?|promis(?:e|es|ed)|warn(?:s|ed|ing|ings)?|predict(?:s|ed|ions?)?|confirm(?:s|ed)?|admit(?:s|ted)?|suggest(?:s|ed)?|believ(?:e|es|ed)|expect(?:s|ed|ations?)?`,
  ),
  row(
    'exception',
    'except',
    { kind: 'not' },
    String.raw`no|except(?:\s+for)?|excepting|exclud(?:e|es|ing)|other\s+than|apart\s+from|aside\s+from|but\s+not|(?:and\s+)?not|without|minus|leav(?:e|ing)\s+out|ignor(?:e|ing)|save\s+for`,
  ),
  row(
    'silence',
    "didn't say",
    { kind: 'unsaid' },
    String.raw`(?:(?:did|does|do|has|have)\s+not|(?:did|does|do|has|have)n['’]?t|never|not|fail(?:s|ed)?\s+to|no\s+longer|avoid(?:s|ed)?|stop(?:s|ped)?)\s+(?:say(?:s|ing)?|said|talk(?:ed|ing)?|mention(?:s|ed|ing)?|discuss(?:ed|ing)?|speak(?:ing)?|spoken|comment(?:ed|ing)?|address(?:ed|ing)?|ask(?:ed|ing)?)`,
  ),
];

const UNUSED: readonly WordingRule[] = [
  row('next', 'next', { kind: 'unused' }, 'next|upcoming|coming'),
  row('summary', 'summarize', { kind: 'unused' }, 'summar(?:y|ies|i[sz]e|i[sz]ed)|overview|recap|takeaways?|gist'),
  row(
    'growth',
    'growth',
    { kind: 'unused' },
    String.raw`grow(?:th|s|n|ing)|grew|increas(?:e|es|ed)|declin(?:e|es|ed)|year[\s-]over[\s-]year|yoy|qoq`,
  ),
  row('pronouns', 'he', { kind: 'unused' }, 'he|she|him'),
  row(
    'order and count',
    'first',
    { kind: 'unused' },
    `first|earliest|oldest|most|least|more|less|fewer|top|best|worst|main|biggest|largest|smallest`,
  ),
  row(
    'tone',
    'tone',
    { kind: 'unused' },
    `tone|sentiment|mood|positive(?:ly)?|negative(?:ly)?|optimistic(?:ally)?|pessimistic(?:ally)?|bullish|bearish|upbeat|cautious(?:ly)?|confident(?:ly)?|worr(?:y|ies|ied)|concern(?:s|ed)?|excited|happy|afraid|surpris(?:ed|ing)`,
  ),
  row(
    'change',
    'changed',
    { kind: 'unused' },
    String.raw`chang(?:e|es|ed|ing)|differen(?:t|ce|ces)|new|compare(?:d)?|comparison|versus|vs|side\s+by\s+side`,
  ),
  row(
    'what is to come',
    'next quarter',
    { kind: 'unused' },
    String.raw`(?:for\s+)?(?:the\s+)?(?:next|coming|upcoming)\s+(?:quarter|year|months|years|quarters)|tomorrow|(?:in|for)\s+the\s+future`,
  ),
  row('time that is no period', 'before', { kind: 'unused' }, String.raw`before|after|since|until|prior\s+to`),
];

const STRUCTURE: readonly WordingRule[] = [
  row(
    'call',
    'earnings call',
    { kind: 'structure' },
    String.raw`(?:(?:on|at|in|during|from)\s+)?(?:the\s+|its\s+|their\s+|an?\s+)?(?:quarterly\s+)?(?:earnings|conference|results|investor)\s+(?:calls?|releases?|reports?|season|presentations?)|(?:on|at|in|during|from)\s+(?:the\s+|its\s+|their\s+|an?\s+)?calls?|calls?`,
  ),
  row(
    'source',
    'with the source',
    { kind: 'structure' },
    String.raw`with\s+(?:the\s+|its\s+|their\s+)?(?:sources?|proofs?|evidence)`,
  ),
  row(
    'per',
    'per quarter',
    { kind: 'structure' },
    String.raw`(?:per|by|for\s+each|in\s+each|each|every)\s+(?:calendar\s+|fiscal\s+)?(?:quarter|year|executive|speaker|company|person|topic|month)(?:\s+(?:and|by|per)\s+(?:quarter|year|executive|speaker|company|person|topic))*|per\s+quarter\s+per\s+executive`,
  ),
  row(
    'counting',
    'how many',
    { kind: 'structure' },
    String.raw`how\s+(?:many|often)|number\s+of\s+(?:times|mentions|statements)|count(?:s|ed)?|times|place(?:s)?\s+where`,
  ),
  row(
    'the people of a company',
    'senior management said',
    { kind: 'structure' },
    String.raw`(?:company['’]?s?\s+|senior\s+|top\s+)?(?:executives?|execs?|officials?|spokes(?:person|people|man|woman))|(?:senior\s+|top\s+|company\s+)?management(?:\s+team)?(?=\s+(?:say|said|says|talk|talked|think|comment|commented|explain|mention|mentioned|discuss|discussed|about|on|at|of)\b)`,
  ),
];

export const WORDING_RULES: readonly WordingRule[] = [
  ...ROLES,
  ...FORMS,
  ...TARGETS,
  ...SLOTS,
  ...UNUSED,
  ...STRUCTURE,
];

const COMPILED = WORDING_RULES.map((rule) => ({
  ...rule,
  pattern: new RegExp(String.raw`(?:${rule.words})(?![\p{L}\p{N}])`, 'iuy'),
}));

/** A minus before a word or a phrase, as in the search box; a dash between words has spaces on both sides or on none. */
const MINUS = /(?<=^|\s)-(?=[\p{L}"“”„])/gu;

/** What follows each minus is left out. */
export const findMinuses = (question: string): WordingFind[] =>
  Array.from(question.matchAll(MINUS), ({ index }) => ({
    start: index,
    end: index + 1,
    rule: 'minus',
    mark: { kind: 'not' },
  }));

/** All that the rows find where words begin, overlaps included. */
export function findWording(question: string, words: readonly Place[]): WordingFind[] {
  return words.flatMap(({ start }) =>
    COMPILED.flatMap(({ name, mark, pattern }) => {
      pattern.lastIndex = start;
      return pattern.test(question) ? [{ start, end: pattern.lastIndex, rule: name, mark }] : [];
    }),
  );
}
