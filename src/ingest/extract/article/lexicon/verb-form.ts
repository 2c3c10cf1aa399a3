import { wordList } from '../../../../language/lexicon/word-list';
import { wordSet, words } from './word-list';

const MODALS = wordSet('will would can could may might must should shall cannot won’t');

export const isModal = (word: string): boolean => MODALS.has(word);

/** Past forms that are no participles of an adjective's kind, or are far more often the verb. */
const IRREGULAR = wordList('irregular-past');

/** Verbs that talk of business and politics is made of; their -s, -ed and plain forms can head a clause. */
const COMMON = words(
  `accept achieve act add affect agree aim allow announce appear apply ask assume attack base believe belong benefit bring build buy call care`,
).concat(
  words(
    `carry cause change charge choose claim close come compare compete complain complete concern consider contain continue contribute control cost
    cover create decide decline decrease deliver demand depend deserve design destroy develop differ disagree discuss do double drive drop earn eat
    enable encourage end enjoy ensure enter establish exceed exist expand expect experience explain face fail fall feel fight find finish fit fix fly
    focus follow force get give go grow happen hate have hear help hit hold hope hurt ignore impact improve include increase indicate invest involve
    join jump keep kill know lack last launch lead learn leave let like listen live look lose love maintain make manage matter mean meet miss move
    need notice occur offer open operate oppose own pay plan play prefer prepare prioritise prioritize produce promise protect prove provide pull push
    put raise reach read realize receive recognize reduce reflect refuse reject rely remain remember represent require respond rest result return reveal
    rise run save scare see seem sell send serve set share show slow solve speak spend stand start stay stop struggle succeed suffer suggest
    support suppose surge take talk teach tell tend think threaten translate travel treat trust try turn underscore underestimate understand use vote
    wait walk want warn watch weaken win wish wonder work worry write accelerate signal double triple outperform underperform resonate bounce`,
  ),
);

/** Plain forms that are nouns just as often: they head a clause only right after a pronoun, which is asked elsewhere. */
const THIRD = new Set(COMMON.map(third));
const PAST = new Set(
  COMMON.map((verb) =>
    verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`,
  ),
);
const BASE = new Set(COMMON);

function third(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

/** Whether a word, in lower case, can be the finite verb of a clause. */
export function isFiniteVerb(word: string): boolean {
  return IRREGULAR.has(word) || THIRD.has(word) || PAST.has(word) || BASE.has(word) || /n['’]t$/.test(word);
}

/** As isFiniteVerb, without plain forms, which are nouns just as often. */
export function isMarkedVerb(word: string): boolean {
  return IRREGULAR.has(word) || THIRD.has(word) || PAST.has(word) || /n['’]t$/.test(word);
}

/** Past forms that are nothing but verbs. */
const PLAIN_PAST = wordList('past-of-plain-verbs');

export const isPlainPast = (word: string): boolean => PLAIN_PAST.has(word);
