import { words } from './word-list';

export type VerbForm = 'base' | 'third' | 'past' | 'ing';

/** How much a verb tells that somebody spoke: a SAY verb alone does; the others need what was said beside them. */
export type VerbStrength = 'say' | 'claim' | 'judge' | 'manner';

export interface SpeechVerb {
  readonly lemma: string;
  readonly form: VerbForm;
  readonly strength: VerbStrength;
}

const IRREGULAR: Readonly<Record<string, readonly [past: string, third?: string, ing?: string]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote written', 'writes', 'writing'],
  speak: ['spoke spoken'],
  think: ['thought'],
  feel: ['felt'],
  hold: ['held'],
  foresee: ['foresaw foreseen', 'foresees', 'foreseeing'],
  put: ['put', 'puts', 'putting'],
  rip: ['ripped', 'rips', 'ripping'],
  quip: ['quipped', 'quips', 'quipping'],
  admit: ['admitted', 'admits', 'admitting'],
  stress: ['stressed', 'stresses', 'stressing'],
  reply: ['replied', 'replies', 'replying'],
  testify: ['testified', 'testifies', 'testifying'],
  clarify: ['clarified', 'clarifies', 'clarifying'],
  specify: ['specified', 'specifies', 'specifying'],
  deny: ['denied', 'denies', 'denying'],
  worry: ['worried', 'worries', 'worrying'],
  cry: ['cried', 'cries', 'crying'],
  rebut: ['rebutted', 'rebuts', 'rebutting'],
  vow: ['vowed'],
  slam: ['slammed', 'slams', 'slamming'],
  refer: ['referred', 'refers', 'referring'],
  offer: ['offered'],
  tweet: ['tweeted', 'tweets', 'tweeting'],
  begin: ['began', 'begins', 'beginning'],
  sum: ['summed', 'sums', 'summing'],
  reiterate: ['reiterated'],
  know: ['knew'],
  understand: ['understood'],
  see: ['saw', 'sees', 'seeing'],
  dub: ['dubbed', 'dubs', 'dubbing'],
  find: ['found'],
  show: ['showed'],
  read: ['read'],
  lay: ['laid'],
  make: ['made', 'makes', 'making'],
  draw: ['drew'],
  take: ['took', 'takes', 'taking'],
  give: ['gave', 'gives', 'giving'],
  go: ['went', 'goes', 'going'],
  swear: ['swore'],
  forecast: ['forecast forecasted'],
  hit: ['hit', 'hits', 'hitting'],
  nod: ['nodded', 'nods', 'nodding'],
  mean: ['meant'],
  come: ['came', 'comes', 'coming'],
  shoot: ['shot'],
};

/** Verbs that report words, in any company. */
const SAY = `say tell add note explain argue remark comment reply respond state declare announce testify insist claim assert
 contend maintain recall joke quip exclaim ask inquire wonder whisper shout yell mutter murmur tweet write recount conclude caution
 warn stress emphasize emphasise reiterate acknowledge admit concede confirm observe suggest point affirm attest counter continue
 opine retort demand proclaim profess allege charge believe clarify confide elaborate interject plead pledge promise vow predict
 forecast quote relate remind repeat report speak specify swear volunteer post muse reckon lament complain boast brag gripe fume
 underscore underline assure reassure outline urge estimate hint signal intone chime announce disclose reveal divulge deadpan chant type text email
 recite holler argue blog message`;

/** Verbs that report a position; with words quoted or a clause beside them they tell what was said. */
const CLAIM = `deny dismiss reject downplay highlight defend describe dispute refute rebut rebuff mention expect anticipate project
 foresee advocate agree disagree call credit cite attribute blame address discuss detail indicate imply worry fear hope think feel
 advise recommend propose pitch endorse praise tout laud hail celebrate commend congratulate thank apologize apologise welcome criticize
 criticise condemn denounce decry slam blast lambast lambaste chide rebuke accuse question characterize characterise portray cast paint
 refer label brand dub deem term invoke decline refuse express voice attack mock ridicule pound hammer knock bash ding tease taunt berate scold thunder present frame unveil offer teach preach implore beg
 threaten guide commit reaffirm hold push take release issue address support back oppose object protest trumpet
 deride liken compare rule allow excoriate skewer lampoon assail fault chastise castigate disparage belittle rip rail lash echo counsel
 encourage instruct disavow repudiate renounce savage malign scorn reprimand upbraid caricature`;

/** What people do while or by speaking: a cue only where a whole quotation stands right beside. */
const MANNER = `begin open start close end finish laugh smile nod shrug sigh grin go cry snap shoot interrupt answer greet joke start
 gush enthuse rave roar scream grumble whine scoff sneer mock tease rage rant sum put read respond rally crow weigh
 lay make show find see mean come draw hit give understand know`;

const vowel = /[aeiou]/;

function regular(lemma: string): readonly [string, string, string] {
  const third = /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const past = lemma.endsWith('e') ? `${lemma}d` : `${lemma}ed`;
  const ing = lemma.endsWith('e') && !lemma.endsWith('ee') ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, ing];
  if (/^[^aeiou]*[aeiou][bdgmnprt]$/.test(lemma) && vowel.test(lemma))
    return [third, `${lemma}${lemma.at(-1)}ed`, `${lemma}${lemma.at(-1)}ing`];
  return [third, past, ing];
}

function formsOf(lemma: string): Array<readonly [string, VerbForm]> {
  const [third, past, ing] = regular(lemma);
  const own = IRREGULAR[lemma];
  const pasts = own ? words(own[0]) : [past];
  return [
    [lemma, 'base'],
    [own?.[1] ?? third, 'third'],
    ...pasts.map((form) => [form, 'past'] as const),
    [own?.[2] ?? ing, 'ing'],
  ];
}

const VERBS = new Map<string, SpeechVerb>();
for (const [strength, list] of [
  ['manner', MANNER],
  ['claim', CLAIM],
  ['say', SAY],
] as const) {
  for (const lemma of words(list))
    for (const [word, form] of formsOf(lemma)) VERBS.set(word, { lemma, form, strength });
}

/** The verb of speaking that a word, in lower case, is a form of. */
export const speechVerb = (word: string): SpeechVerb | null => VERBS.get(word) ?? null;
