import { isFormerOffice } from '../../../language/name/former-office';
import type { Gender } from '../../../language/name/given-name';
import { isHonorific } from '../../../language/name/honorific';
import type { Entity } from './entity';
import { genderOfNoun } from './lexicon/role-noun';
import { type TitlePhrase, titleAfter, titleBefore } from './title-phrase';
import type { Token } from './token';

/** `finance chief Jane Roe`, and `The company's finance chief, Jane Roe,`. */
function officeBefore(tokens: readonly Token[], from: number, to: number): TitlePhrase {
  const direct = titleBefore(tokens, from);
  if (direct.title !== null || tokens[from - 1]?.text !== ',' || !/^[,:]$/.test(tokens[to]?.text ?? '')) return direct;
  const apart = titleBefore(tokens, from - 1);
  const owner = tokens[apart.from - 1];
  return apart.title !== null && (!owner || /^(?:['’]s|the|its|his|her|their|[.])$/.test(owner.lower)) ? apart : direct;
}

/** `became chief executive`, `was named CEO`, `, 45, as chief executive`. */
function officeTold(tokens: readonly Token[], to: number): TitlePhrase | null {
  let at = to;
  if (tokens[at]?.text === ',' && tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.text === ',') at += 3;
  if (!/^(?:became|becomes|as|was|is|remains|took)$/.test(tokens[at]?.lower ?? '')) return null;
  at++;
  while (/^(?:named|appointed|over|made|elected|the|a|an|its|as|been)$/.test(tokens[at]?.lower ?? '')) at++;
  let end = at;
  while (end - at < 6 && tokens[end] && titleBefore(tokens, end + 1).from <= at) end++;
  const told = end > at ? titleBefore(tokens, end) : null;
  return told?.title ? { ...told, firm: null } : null;
}

export function describe(
  person: Entity,
  tokens: readonly Token[],
  from: number,
  to: number,
  words: readonly string[],
): void {
  const before = officeBefore(tokens, from, to);
  const behind = titleAfter(tokens, to);
  const after = behind.title === null || isFormerOffice(behind.title) ? (officeTold(tokens, to) ?? behind) : behind;
  for (const noun of [...before.nouns, ...after.nouns]) {
    person.nouns.add(noun);
    person.gender ??= genderOfNoun(noun);
  }
  for (const word of words)
    if (isHonorific(word.replace(/\.$/, '').toLowerCase())) person.nouns.add(word.replace(/\.$/, '').toLowerCase());
  person.gender ??= genderOfTitle(tokens.slice(Math.max(0, from - 1), from).map(({ text }) => text));
  if (
    person.title === null ||
    isFormerOffice(person.title) ||
    (after.title !== null && person.firm === null && after.firm !== null)
  ) {
    const told = after.title !== null ? after : before;
    person.title = told.title ?? person.title;
    person.firm = told.firm ?? person.firm;
  }
  person.firm ??= after.firm;
}

export const genderOfTitle = (titles: readonly string[]): Gender | null => {
  for (const title of titles) {
    const gender = genderOfNoun(title.replace(/\.$/, '').toLowerCase());
    if (gender) return gender;
  }
  return null;
};
