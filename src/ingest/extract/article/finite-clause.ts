import { DETERMINERS, PREPOSITIONS } from './lexicon/function-word';
import { speechVerb } from './lexicon/speech-verb';
import { isFiniteVerb, isMarkedVerb, isModal, isPlainPast } from './lexicon/verb-form';

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const SUBJECT_PRONOUN =
  /^(?:i|we|he|she|they|you|it|who|that|this|there|these|those|which|what|some|many|most|others|both|neither|few|everyone|everybody|nobody|someone|people|one)$/;
const CLEAR_OBJECT = /^(?:an?|the|this|that|his|her|its|our|their|my|your|it|them|us|him|me|what|how|why|whether)$/;
const NO_VERB = /^(?:and|or|but|not|who|that|which|too|all|both|also|alone|himself|herself|\w+ly)$/;
const CONTRACTION = /^(?:i|we|he|she|they|you|it|who|that|there|what|here|where|how|let)['’](?:m|re|ve|s|ll|d)$/;
const NEGATED = /^(?:do|does|did|is|are|was|were|has|have|had|wo|would|ca|could|should|must|ai|need)n['’]t$/;
const IMPERATIVE =
  /^(?:don['’]t|let['’]s|stop|go|vote|keep|look|listen|wait|remember|think|ask|tell|give|take|get|make|come|stay|buy|sell|expect|imagine|see|thank)$/;

/** What follows a verb rather than a noun of the same form: "faces a risk", not "faces of". */
const OBJECT_OPENER =
  /^(?:a|an|the|this|that|these|those|his|her|its|our|their|my|your|no|more|less|very|too|it|them|us|you|him|me|to|up|down|out|in|on|at|from|like|when|how|what|why|whether|because|as|if|so|every|all|both|some|any|something|anything|nothing|everything|room|not|only|first|last|second|back|home|here|there|now|today|well|\w+ly|\d.*)$/;

/**
 * Whether words hold a finite clause: somebody or something, and a verb that agrees with it. "this doesn't mean you need
 * less" has one, "strong business model" and "to sustain growth" have none. A command is a clause too.
 */
export function hasFiniteClause(text: string): boolean {
  const words =
    text
      .slice(0, 1200)
      .match(WORD)
      ?.map((word) => word.toLowerCase()) ?? [];
  if (words.length === 0) return false;
  if (words.length > 2 && IMPERATIVE.test(words[0] as string) && /[.!?,]$/.test(text.trim())) return true;
  const [order, object] =
    words[0] !== undefined && /^(?:then|so|just|please|now|well|and|but)$/.test(words[0]) ? words.slice(1, 3) : words;
  // "Then write one", "Show me the cash"
  if (
    order &&
    object &&
    isFiniteVerb(order) &&
    !isMarkedVerb(order) &&
    /^(?:a|the|me|us|it|one|them|him|her|your|our|my|this|that|more|less)$/.test(object)
  )
    return true;
  if (order && /^(?:it|them|me|us|him)$/.test(object ?? '') && !PREPOSITIONS.has(order) && !DETERMINERS.has(order))
    return true;
  let subject = false;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1] ?? '';
    if (CONTRACTION.test(word)) return index + 1 < words.length || words.length > 1;
    if (NEGATED.test(word)) return true;
    if (isModal(word) && index > 0 && !PREPOSITIONS.has(before) && subject) return index + 1 < words.length;
    // After a pronoun that is never an object, whatever is no small word is its verb.
    if (
      /^(?:i|we|he|she|they)$/.test(before) &&
      !NO_VERB.test(word) &&
      !PREPOSITIONS.has(word) &&
      !DETERMINERS.has(word)
    )
      return true;
    if (SUBJECT_PRONOUN.test(before) && !PREPOSITIONS.has(words[index - 2] ?? '') && isVerbLike(word)) return true;
    if (subject && isAuxiliary(word)) return true;
    if (subject && !DETERMINERS.has(before) && !PREPOSITIONS.has(before) && before !== 'to') {
      if (isPlainPast(word)) return true;
      // Whatever ends like a verb and has a determiner or a pronoun behind it: "order secures our growth".
      if (/[a-z]{3}(?:ed|[^s]s)$/.test(word) && !/ly$/.test(before) && CLEAR_OBJECT.test(words[index + 1] ?? ''))
        return true;
      const governs = OBJECT_OPENER.test(words[index + 1] ?? '') && words[index + 1] !== 'by';
      if (governs && (isMarkedVerb(word) || (isFiniteVerb(word) && /[^s]s$/.test(before)))) return true;
    }
    if (!PREPOSITIONS.has(word) && !DETERMINERS.has(word) && word !== 'and' && word !== 'to' && word !== 'not')
      subject = true;
    // A question turns verb and subject around: "Are we where we need to be?"
    if ((isAuxiliary(word) || isModal(word)) && SUBJECT_PRONOUN.test(words[index + 1] ?? '')) return true;
  }
  return false;
}

const isAuxiliary = (word: string): boolean => /^(?:is|are|was|were|has|have|had|does|do|did|am|isn|aren)$/.test(word);

const isVerbLike = (word: string): boolean =>
  isAuxiliary(word) || isModal(word) || isFiniteVerb(word) || speechVerb(word) !== null || /(?:ed|[^s]s)$/.test(word);
