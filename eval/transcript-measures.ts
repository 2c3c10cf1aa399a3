import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldersOf } from './folds';
import type { Note } from './miss';
import { type Fold, faults, type Measure, share } from './row';
import { type CallCount, type CallFault, countFolder, type Share } from './transcripts';

const NAME = {
  turnsRecall: 'transcripts with names: turns, recall',
  turnsPrecision: 'transcripts with names: turns, precision',
  roles: 'transcripts: roles',
  firms: 'transcripts: firms',
  start: 'transcripts: start of the questions',
  company: 'transcripts: company of the call, of those given',
  companyless: 'transcripts: calls left without a company',
  houses: 'transcripts: company of a speaker, of those given',
  named: 'diarised calls: speakers named',
  nodes: 'diarised calls: speakers named, the node',
  wrong: 'diarised calls: speakers wrongly named',
};

const MEASURE_OF: Record<CallFault['about'], string> = {
  turns: NAME.turnsRecall,
  role: NAME.roles,
  firm: NAME.firms,
  questions: NAME.start,
  voice: NAME.nodes,
  company: NAME.company,
  'speaker company': NAME.houses,
};

/** Calls with a key, of one fold; those of which the words are the company's own are open. */
export async function measureTranscripts(data: string, fold: Fold, note: Note): Promise<Measure[]> {
  const official = fold === 'open' ? [join(data, 'transcripts-official')].filter((folder) => existsSync(folder)) : [];
  const folders = [...official, ...foldersOf(data, 'earnings21', fold)];
  if (folders.length === 0) return [];
  const calls: CallCount[] = [];
  for (const folder of folders)
    for (const { file, call } of await countFolder(folder)) {
      calls.push(call);
      for (const { about, span, key, found } of call.faults)
        note({ measure: MEASURE_OF[about], file, span, words: '', key, found, rule: '' });
    }
  return measuresOf(calls, fold);
}

function measuresOf(calls: readonly CallCount[], fold: Fold): Measure[] {
  const total = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0);
  const of = (name: string, shares: readonly Share[], aim: number | null) =>
    share(name, fold, total(shares.map(({ right }) => right)), total(shares.map(({ of }) => of)), aim);
  const turns = calls.filter(({ voices }) => voices === null).map(({ turns }) => turns);
  const matched = total(turns.map(({ matched }) => matched));
  const voices = calls.flatMap(({ voices }) => voices ?? []);
  const voiced = total(voices.map(({ key }) => key));
  const companyless = total(calls.map(({ companyless }) => companyless));
  const given = total(calls.map(({ company }) => company.of));
  return [
    share(NAME.turnsRecall, fold, matched, total(turns.map(({ key }) => key)), 1),
    share(NAME.turnsPrecision, fold, matched, total(turns.map(({ found }) => found)), 1),
    of(
      NAME.roles,
      calls.map(({ roles }) => roles),
      0.98,
    ),
    of(
      NAME.firms,
      calls.map(({ firms }) => firms),
      0.95,
    ),
    of(
      NAME.start,
      calls.map(({ questionsStart }) => questionsStart),
      1,
    ),
    of(
      NAME.company,
      calls.map(({ company }) => company),
      0.97,
    ),
    faults(NAME.companyless, fold, companyless, companyless + given, null),
    of(
      NAME.houses,
      calls.map(({ speakerCompany }) => speakerCompany),
      0.97,
    ),
    share(NAME.named, fold, total(voices.map(({ named }) => named)), voiced, 0.9),
    share(NAME.nodes, fold, total(voices.map(({ nodes }) => nodes)), voiced, null),
    faults(NAME.wrong, fold, total(voices.map(({ wrong }) => wrong)), voiced, 0),
  ];
}
