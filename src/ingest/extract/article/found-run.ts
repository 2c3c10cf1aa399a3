import { isGivenName } from '../../../language/name/given-name';
import { isHonorific } from '../../../language/name/honorific';
import { FUNCTION_WORDS } from './lexicon/function-word';
import { speechVerb } from './lexicon/speech-verb';
import { isMarkedVerb } from './lexicon/verb-form';
import { type NameRun, nameRuns } from './name-run';
import type { Token } from './token';

/** A paragraph, or the headline (index -1), with its words; quotations are not folded. */
export interface NamedParagraph {
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly isQuoted: (offset: number) => boolean;
}

/** A run of capitals where it stands. */
export interface FoundRun extends NameRun {
  readonly paragraph: NamedParagraph;
  readonly words: readonly string[];
}

/** The words that somewhere are written small: with a capital at a sentence's start they are no names. */
export function loweredIn(paragraphs: readonly NamedParagraph[]): ReadonlySet<string> {
  const lowered = new Set<string>();
  for (const { tokens } of paragraphs) for (const { isCapital, lower } of tokens) if (!isCapital) lowered.add(lower);
  return lowered;
}

export function standsAlone({ words, paragraph, from, to }: FoundRun): boolean {
  const [before, next] = [paragraph.tokens[from - 1], paragraph.tokens[to]];
  if (words.length !== 1 || !next || FUNCTION_WORDS.has((words[0] as string).toLowerCase())) return false;
  if (
    /^(?:['’]s|and|,|had|has|is|was|will|would)$/.test(next.lower) ||
    speechVerb(next.lower) !== null ||
    isMarkedVerb(next.lower)
  )
    return true;
  return speechVerb(before?.lower ?? '')?.strength === 'say';
}

export function runsOf(paragraph: NamedParagraph): FoundRun[] {
  const { tokens } = paragraph;
  const startsSentence = (index: number): boolean => {
    const before = tokens[index - 1];
    return (
      !before ||
      /^[.!?…:“"‘'•(]$/.test(before.text) ||
      (before.text === '”' && /^[.!?…]$/.test(tokens[index - 2]?.text ?? ''))
    );
  };
  const runs = nameRuns(tokens, startsSentence).filter((run) => !isDateline(tokens, run));
  return runs.flatMap((run) =>
    splitAtTitle({ ...run, paragraph, words: tokens.slice(run.from, run.to).map(({ text }) => text) }),
  );
}

/** `BOISE, Idaho – (BUSINESS WIRE) –`: capitals that open a paragraph with a dash soon after. */
function isDateline(tokens: readonly Token[], { from, to }: NameRun): boolean {
  const dash = tokens.slice(0, 22).findLastIndex(({ text }) => /^[–—-]$/.test(text));
  if (from >= dash) return false;
  const opening = tokens[0] as Token;
  if (opening.text.length < 3 || opening.text !== opening.text.toUpperCase()) return false;
  return (
    tokens
      .slice(0, dash)
      .every(
        ({ kind, isCapital, text, lower }) =>
          kind !== 'word' || isCapital || /^(?:de|of|and)$/.test(lower) || text === '',
      ) && to <= dash
  );
}

/** `Meta CEO Mark Zuckerberg` is a body's run and a person's. */
function splitAtTitle(run: FoundRun): FoundRun[] {
  const first = run.words.findIndex(
    (word) => isHonorific(word.replace(/\.$/, '').toLowerCase()) && !/^(?:First|General|House|Attorney)$/.test(word),
  );
  if (first <= 0 || first >= run.words.length - 1) return [run];
  const head = run.words.slice(0, first);
  if (
    head.every((word) => /^(?:Managing|Executive|Senior|Vice|Chief|Deputy|Assistant|Associate|Group|Joint)$/.test(word))
  )
    return [run];
  return [
    { ...run, words: head, to: run.from + first },
    { ...run, isInitial: false, words: run.words.slice(first), from: run.from + first },
  ];
}

/**
 * A headline that capitalises every word makes one run of all of them, `Ada Lindqvist Takes On Ben Oakes`: people are cut out of it where a
 * given name stands before a word that the text has as a name by itself, `Lindqvist said`. Other runs stay whole.
 */
export function namesInHeadline(run: FoundRun, alone: ReadonlySet<string>): FoundRun[] {
  const { paragraph, words, from, to } = run;
  if (paragraph.index >= 0 || words.length < 3) return [run];
  const at = words.findIndex((word, i) => isGivenName(word) && alone.has(words[i + 1] ?? ''));
  if (at < 0) return [run];
  const part = (first: number, last: number): FoundRun => ({
    ...run,
    isInitial: run.isInitial && first === 0,
    words: words.slice(first, last),
    from: from + first,
    to: Math.min(to, from + last),
  });
  const behind = at + 2 < words.length ? namesInHeadline(part(at + 2, words.length), alone) : [];
  return [...(at > 0 ? [part(0, at)] : []), part(at, at + 2), ...behind];
}
