import { row, type WordingRule } from './wording-rule';

export const SLOTS: readonly WordingRule[] = [
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
    String.raw`about|on(?:\s+the\s+(?:subject|topic|question|matter)\s+of)?|regarding|concerning|re|around|towards?|relat(?:ed|ing)\s+to|with\s+(?:regard|respect)\s+to|as\s+to|when\s+it\s+comes\s+to|in\s+terms\s+of|(?:say|says|said|think|thinks|thought|spoke|speak|speaks|talk|talks|talked|talking)\s+of`,
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
  row('speaker', 'by', { kind: 'by' }, String.raw`by|hear(?:d)?\s+from|according\s+to`),
  row('auxiliary', 'did', { kind: 'by' }, `did|does|do|has|have|had`),
  row('place', 'at', { kind: 'place' }, `at|in|from|for|of|during|within|across|with`),
  row(
    'said',
    'said',
    { kind: 'said' },
    `(?:any|some|more)\\s+colou?r|sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|talk(?:s|ed|ing)?|sp(?:eak|eaks|oke|oken|eaking)|comment(?:s|ed|ing|ary)?|statements?|stated?|stating|remark(?:s|ed)?|words|word|think(?:s|ing)?|thoughts?|thought|expla(?:in|ins|ined|nation|nations)|claim(?:s|ed)?|argu(?:e|es|ed)|not(?:es|ed|ing)|emphasi[sz](?:e|es|ed)|describ(?:e|es|ed)|views?|opinions?|takes?|position|stance|utterances?|sentences?|passages?|excerpts?|extracts?|snippets?|soundbites?|acknowledg(?:e|es|ed)|conced(?:e|es|ed)|insist(?:s|ed)?|reiterat(?:e|es|ed)|stress(?:es|ed)|underlin(?:e|es|ed)|outlin(?:e|es|ed)|elaborat(?:e|es|ed)|clarif(?:y|ies|ied)|hint(?:s|ed)|signal(?:s|l?ed)|indicat(?:e|es|ed)|declarations?|disclos(?:e|es|ed|ures?)|communicat(?:e|es|ed)|assert(?:s|ed|ions?)?|assur(?:e|es|ed)|speeches|reactions?|react(?:s|ed)?|nam(?:ed|es)|cit(?:ed|es|ing)|flag(?:s|ged)|mentions|announc(?:e|es|ed|ing|ements?)|reveal(?:s|ed)?|promis(?:e|es|ed)|warn(?:s|ed|ing|ings)?|predict(?:s|ed|ions?)?|confirm(?:s|ed)?|admit(?:s|ted)?|suggest(?:s|ed)?|believ(?:e|es|ed)|expect(?:s|ed|ations?)?`,
  ),
  row(
    'exception',
    'except',
    { kind: 'not' },
    String.raw`no|(?:any|every)(?:one|body|thing)\s+(?:but|except)|all\s+but|(?:but\s+)?(?:nothing|none|nobody|no\s+(?:words?|statements?|remarks?|comments?))\s+(?:from|by|of)|rather\s+than|instead\s+of|not\s+counting|leaving\s+aside|barring|omit(?:ting)?|skip(?:ping)?|outside\s+of|except(?:\s+for)?|excepting|exclud(?:e|es|ing)|other\s+than|apart\s+from|aside\s+from|but\s+not|(?:and\s+)?not|without|minus|leav(?:e|ing)\s+out|ignor(?:e|ing)|save\s+for`,
  ),
  row(
    'exception in short',
    'ex',
    { kind: 'not' },
    // Of an office or of people it is what they were.
    String.raw`ex(?![-\s]+(?:ceo|cfo|coo|cto|chair\w*|chief|president|boss|head|executives?|employees?|staff)\b)(?![-\s]+\S+\s+(?:ceo|cfo|coo|cto|chair\w*|chief|president|boss|head|executives?|employees?|staff|engineers?|analysts?|people|workers)\b)`,
  ),
  row(
    'silence',
    "didn't say",
    { kind: 'unsaid' },
    String.raw`(?:(?:did|does|do|has|have)\s+not|(?:did|does|do|has|have)n['’]?t|never|not|fail(?:s|ed)?\s+to|no\s+longer|avoid(?:s|ed)?|stop(?:s|ped)?)\s+(?:say(?:s|ing)?|said|talk(?:ed|ing)?|mention(?:s|ed|ing)?|discuss(?:ed|ing)?|speak(?:ing)?|spoken|comment(?:ed|ing)?|address(?:ed|ing)?|ask(?:ed|ing)?)`,
  ),
];

export const UNUSED: readonly WordingRule[] = [
  row('next', 'next', { kind: 'unused' }, 'next|upcoming|coming'),
  row('summary', 'summarize', { kind: 'unused' }, 'summar(?:y|ies|i[sz]e|i[sz]ed)|overview|recap|takeaways?|gist'),
  row(
    'growth',
    'growth',
    { kind: 'unused' },
    String.raw`grow(?:th|s|n|ing)|grew|increas(?:e|es|ed)|declin(?:e|es|ed)|year[\s-]over[\s-]year|yoy|qoq|[yq]\s?[/-]\s?(?:o\s?-\s?)?[yq]|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|rise(?:s|n)?|rising|rose|go(?:es|ne)?\s+(?:up|down)|went\s+(?:up|down)|shr(?:ink|inks|ank|unk)`,
  ),
  row(
    'moves',
    'march into',
    { kind: 'unused' },
    String.raw`(?:march|push|mov|expand|ventur|rush|break|branch)(?:e|es|s|ed|ing)?\s+(?:further\s+|deeper\s+)?into|enter(?:s|ed|ing)?|weather(?:s|ed|ing)?\s+(?:the|a|an|this)`,
  ),
  row(
    'part of a period',
    'the end of',
    { kind: 'unused' },
    String.raw`(?:(?:at|around|near)\s+)?(?:the\s+)?(?:end|beginning|start|middle)\s+of|(?:at\s+)?(?:the\s+)?(?:year|quarter|period)[\s-]end`,
  ),
  row(
    'former office',
    'former CFO',
    { kind: 'unused' },
    String.raw`(?:former|ex|previous|outgoing|retired|one-time|erstwhile)[-\s]+(?:c[efot]os?|chair(?:man|woman|person)?|chief\s+\w+(?:\s+officers?)?|finance\s+(?:chief|head|director)|president|boss)`,
  ),
  row(
    'somebody else',
    'spokesman',
    { kind: 'unused' },
    'spokes(?:person|people|man|men|woman|women)|wife|husband|daughter|brother|sister|lawyers?|attorneys?|advis[eo]rs?|biographer',
  ),
  row('record', 'on the record', { kind: 'unused' }, String.raw`(?:on|off)\s+(?:the\s+)?(?:record|tape)`),
  row(
    'adverb',
    'publicly',
    { kind: 'unused' },
    String.raw`\p{L}{2,}(?:ally|ively|ently|antly|ously|fully|ably|ibly|ately|etely|edly|ingly|icly|enly|estly|ectly|ortly|osely|ainly|ongly)`,
  ),
  row(
    'filing',
    '10-K',
    { kind: 'unused' },
    String.raw`10[-\s]?[kq]s?|8[-\s]?ks?|20[-\s]?fs?|annual\s+reports?|filings?`,
  ),
  row(
    'bookkeeping',
    'declared',
    { kind: 'unused' },
    String.raw`declared|executed|paid\s+out|booked|recorded|recogni[sz]ed|totall?ed|amount(?:s|ed)?\s+to|carried\s+out`,
  ),
  row('happening', 'happened', { kind: 'unused' }, 'happen(?:s|ed|ing)?|went\\s+on|going\\s+on'),
  row('deals', 'bought', { kind: 'unused' }, 'ordered|bought|purchased|acquired|sold|hired|built'),
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
    String.raw`chang(?:e|es|ed|ing)|evolv(?:e|es|ed|ing)|differen(?:t|ce|ces)|new|compare(?:d)?|comparison|versus|vs|side\s+by\s+side`,
  ),
  row(
    'what is to come',
    'next quarter',
    { kind: 'unused' },
    String.raw`(?:for\s+)?(?:the\s+)?(?:next|coming|upcoming)\s+(?:quarter|year|months|years|quarters)|tomorrow|(?:in|for)\s+the\s+future`,
  ),
  row('time that is no period', 'before', { kind: 'unused' }, String.raw`before|after|since|until|prior\s+to`),
];

export const STRUCTURE: readonly WordingRule[] = [
  row(
    'request',
    'tell me',
    { kind: 'structure' },
    String.raw`(?:(?:please\s+)?(?:can|could|would|will)\s+you\s+(?:please\s+)?)?(?:tell|show|give|find|get)\s+(?:me|us)`,
  ),
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
    String.raw`quarter\s+(?:by|on)\s+quarter|year\s+(?:by|on)\s+year|(?:per|by|for\s+each|in\s+each|each|every)\s+(?:calendar\s+|fiscal\s+)?(?:quarter|year|executive|speaker|company|person|topic|month)(?:\s+(?:and|by|per)\s+(?:quarter|year|executive|speaker|company|person|topic))*|per\s+quarter\s+per\s+executive`,
  ),
  row(
    'counting',
    'how many',
    { kind: 'structure' },
    String.raw`how\s+(?:many(?:\s+times)?|often|frequently|regularly)|number\s+of\s+(?:times|mentions|statements)|count(?:s|ed)?|times|place(?:s)?\s+where`,
  ),
  row(
    'the people of a company',
    'senior management said',
    { kind: 'structure' },
    String.raw`(?:company['’]?s?\s+|senior\s+|top\s+)?(?:executives?|execs?|officials?|mgmt)|(?:senior\s+|top\s+|company\s+)?management(?:\s+team)?(?=\s+(?:say|said|says|talk|talked|think|comment|commented|explain|mention|mentioned|discuss|discussed|about|on|at|of)\b)`,
  ),
  row(
    'courtesy',
    'thank you',
    { kind: 'structure' },
    String.raw`hi(?:ya)?|hello|hey|dear|good\s+(?:morning|afternoon|evening)|thank\s+you|thanks|thx|cheers|pl[sz]|kindly|ok(?:ay)?|um+|uh+|erm|basically|asap|urgent(?:ly)?|btw|fyi|quick(?:ly)?(?=\s*[:!,–-]|\s+(?:question|one|check))|i(?:['’]m|\s+am)?\s+(?:wonder(?:ing)?|(?:would|['’]d)\s+like|curious)`,
  ),
  row(
    'what for',
    'for my thesis',
    { kind: 'structure' },
    String.raw`(?:(?:for|in)\s+(?:my|our|a|an|the)\s+)(?:\w+\s+)?(?:thesis|essay|homework|assignment|paper|dissertation|seminar|story|presentation|memo|deck)|(?:homework|assignment|deadline|reminder)(?=\s*[:,–-])`,
  ),
  row(
    'so many',
    'list five',
    { kind: 'structure' },
    String.raw`(?:list|name|top|show|give\s+me)\s+(?:me\s+)?(?:the\s+)?(?:top\s+)?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)(?=\s+\p{L}|$)`,
  ),
  row(
    'manner',
    'in simple words',
    { kind: 'structure' },
    String.raw`in\s+(?:simple|plain|short|easy|few|a\s+few)\s+(?:words|terms|english|sentences)|in\s+(?:brief|detail|a\s+nutshell)`,
  ),
  // Who dictates may speak the marks too.
  row(
    'dictated marks',
    'question mark',
    { kind: 'structure' },
    String.raw`question\s+mark|comma|semicolon|full\s+stop|period(?=\W*$)`,
  ),
];
