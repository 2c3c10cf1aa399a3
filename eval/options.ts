import { parseArgs } from 'node:util';
import { isPart, PARTS, type Part } from './measures';
import { FOLDS, type Fold } from './row';

export const HELP = `npm run eval -- [options]
  --only PART[,PART…]   ${Object.keys(PARTS).join(', ')}
  --fold FOLD[,FOLD…]   ${FOLDS.join(', ')}; all when left out
  --misses              what open documents lack, one by one: file, span, words, what the key says, what was found, the rule
  --json                the table for programs
  --confidence          writes lexicon/confidence.json: how often each rule is right on open documents
  --update              writes eval/snapshot.json
`;

/** What the evaluation cannot do as asked; told in one line. */
export class EvalRefusal extends Error {}

export interface Options {
  readonly parts: readonly Part[];
  readonly folds: readonly Fold[];
  readonly misses: boolean;
  readonly json: boolean;
  readonly update: boolean;
  readonly confidence: boolean;
}

export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string', multiple: true },
      fold: { type: 'string', multiple: true },
      misses: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      confidence: { type: 'boolean', default: false },
    },
  });
  const named = (list: readonly string[] | undefined) =>
    (list ?? []).flatMap((words) => words.split(',').filter(Boolean));
  const folds = named(values.fold).map((fold) => {
    if (!FOLDS.includes(fold as Fold)) throw new EvalRefusal(`--fold ${fold}: there are ${FOLDS.join(', ')}`);
    return fold as Fold;
  });
  const parts = named(values.only).map((part) => {
    if (!isPart(part)) throw new EvalRefusal(`--only ${part}: there are ${Object.keys(PARTS).join(', ')}`);
    return part;
  });
  if (values.misses && folds.includes('sealed'))
    throw new EvalRefusal(
      '--misses --fold sealed: of sealed documents only totals are shown, so that no rule is written from them',
    );
  if (values.update && (folds.length > 0 || parts.length > 0))
    throw new EvalRefusal('--update writes all figures: leave --only and --fold out');
  return {
    parts: parts.length > 0 ? parts : (Object.keys(PARTS) as Part[]),
    folds: folds.length > 0 ? folds : values.misses ? ['open'] : FOLDS,
    misses: values.misses,
    json: values.json,
    update: values.update,
    confidence: values.confidence,
  };
}
