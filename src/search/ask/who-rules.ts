import { row, type WordingRule } from './wording-rule';

const QUOTED = ['DIRECT_QUOTE', 'FRAGMENT'] as const;
const VERBATIM = ['TRANSCRIPT', ...QUOTED] as const;

export const ROLES: readonly WordingRule[] = [
  row(
    'chief executive',
    'CEO',
    { kind: 'role', role: 'CEO' },
    String.raw`ceos?|c\se\so|chief\s+executives?(?:\s+officers?)?|chief\s+execs?|(?:top\s+)?boss(?:es)?`,
  ),
  row(
    'chief financial officer',
    'finance chief',
    { kind: 'role', role: 'CFO' },
    String.raw`cfos?|c\sf\so|chief\s+financial\s+officers?|chief\s+finance\s+officers?|finance\s+(?:chiefs?|heads?|directors?)|heads?\s+of\s+finance`,
  ),
  row(
    'chief operating officer',
    'COO',
    { kind: 'role', role: 'COO' },
    String.raw`coos?|c\so\so|chief\s+operating\s+officers?|operations\s+chiefs?`,
  ),
  row(
    'chief technology officer',
    'CTO',
    { kind: 'role', role: 'CTO' },
    String.raw`ctos?|c\st\so|chief\s+technology\s+officers?|technology\s+chiefs?`,
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

export const FORMS: readonly WordingRule[] = [
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
    'paraphrases too',
    'including paraphrases',
    { kind: 'directness too', values: ['PARAPHRASE'] },
    String.raw`(?:also\s+)?(?:includ(?:e|es|ing)|with|and)\s+(?:the\s+|all\s+)?(?:also\s+)?paraphras(?:es?|ed\s+\w+)\s+(?:too|also|as\s+well|included)|(?:also\s+)?includ(?:e|es|ing)\s+(?:the\s+|all\s+)?paraphrases|paraphrases\s+(?:too|as\s+well|included)`,
  ),
  row(
    'quotes too',
    'including quotes',
    { kind: 'directness too', values: QUOTED },
    String.raw`(?:also\s+)?includ(?:e|es|ing)\s+(?:the\s+|all\s+)?(?:direct\s+)?(?:quotes|quotations)(?:\s+(?:too|also|as\s+well))?|(?:direct\s+)?(?:quotes|quotations)\s+(?:too|as\s+well|included)`,
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
    String.raw`(?:(?:in|during|from)\s+)?(?:the\s+)?(?:q\s?&\s?a|q\s?and\s?a|questions?[\s-]and[\s-]answers?)(?:\s+(?:session|part|section))?`,
  ),
  row(
    'answers',
    'answers',
    { kind: 'section', values: ['ANSWER'] },
    `answers?|answered|answering|repl(?:y|ies|ied)|respon(?:ses?|ded|d)`,
  ),
];

export const TARGETS: readonly WordingRule[] = [
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
