import { foldLetters } from '../../domain/fold-letters';

/** The form in which typed words are compared: lower case, no accents, plain letters. `Ørsted` and `orsted` are one. */
export function foldText(typed: string): string {
  return foldLetters(typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()).replaceAll('’', "'");
}

/** A folded word without its plural and with American endings, so that `data centres` and `data center` are one. */
export function foldTerm(folded: string): string {
  const word = folded.replace(/\./g, '');
  if (word.length < 4) return word;
  const american = word.replace(/tre(s?)$/, 'ter$1').replace(/is(e|ed|es|ing|ation|ations)$/, 'iz$1');
  if (/ies$/.test(american)) return `${american.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(american)) return american.slice(0, -2);
  return /[^siu]s$/.test(american) ? american.slice(0, -1) : american;
}
