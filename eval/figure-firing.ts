import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { COMPANY_OF_DOCUMENT, wholeRule } from '../src/ingest/extract/figure/figure-confidence';
import type { FigureFinding } from '../src/ingest/extract/finding';
import { hasValue, isSameMeasure, isSamePeriod, type KeyCall } from './figure-key';
import type { Firing } from './firing';
import { foldersOf } from './folds';
import { isMetricRight, judgeFigures, RIGHTS } from './labelled-figures';
import { isIssuer, issuerNames } from './labels/issuer-names';
import { type ReadCall, readCall } from './read-call';
import type { Share } from './transcripts';

/** So many numbers with a metric must be labelled for rules to be counted on them alone. */
const ENOUGH = 200;

/** Rules of figures by what readers said of every number of passages; until enough are labelled, by the headline figures of the keys. */
export function figureFirings(data: string): Firing[] {
  const { judged, withMetric } = judgeFigures(data, 'open');
  if (withMetric < ENOUGH) return headlineFirings(data);
  return judged.flatMap((one) => {
    const [metric, period, outlook] = [isMetricRight(one), RIGHTS.period(one), RIGHTS.outlook(one)];
    return firingsOf(
      one.figure,
      metric,
      period,
      metric === null ? null : metric && period !== false && outlook !== false,
    );
  });
}

function firingsOf(
  figure: FigureFinding,
  metric: boolean | null,
  period: boolean | null,
  whole: boolean | null,
): Firing[] {
  const { rules } = figure;
  return [
    ...(metric === null ? [] : [{ told: 'metric' as const, rule: rules.measure, isRight: metric }]),
    ...(period === null ? [] : [{ told: 'period' as const, rule: rules.period, isRight: period }]),
    ...(whole === null ? [] : [{ told: 'figure' as const, rule: wholeRule(figure), isRight: whole }]),
  ];
}

function headlineFirings(data: string): Firing[] {
  return foldersOf(data, 'metrics-ectsum', 'open').flatMap((folder) => {
    const key: KeyCall[] = JSON.parse(readFileSync(join(folder, 'key.json'), 'utf8'));
    return key.flatMap((call) => callFirings(call, readCall(data, `${basename(folder)}/${call.file}`)));
  });
}

/** Of the figures with a metric that have the value of a headline figure. */
function callFirings(call: KeyCall, { figures }: ReadCall): Firing[] {
  return figures.flatMap((figure) => {
    const alike = figure.metric === null ? [] : call.metrics.filter((metric) => hasValue(figure, metric));
    if (alike.length === 0) return [];
    const same = alike.filter((metric) => isSameMeasure(figure, metric));
    const inPeriod = same.filter((metric) => isSamePeriod(figure, metric, call));
    const isWhole = inPeriod.some(({ guidance }) => guidance === figure.guidance);
    return firingsOf(figure, same.length > 0, same.length > 0 ? inPeriod.length > 0 : null, isWhole);
  });
}

/** The company of each call body that was given one, by the symbol in its file's name. */
export function bodyFirings(data: string): Firing[] {
  return foldersOf(data, 'metrics-ectsum', 'open').flatMap((folder) =>
    (JSON.parse(readFileSync(join(folder, 'key.json'), 'utf8')) as KeyCall[]).flatMap(({ file, ticker }) => {
      const { company } = readCall(data, `${basename(folder)}/${file}`).occasion;
      if (company === null || issuerNames(ticker).length === 0) return [];
      return companyFirings({ of: 1, right: Number(isIssuer(company, ticker)) });
    }),
  );
}

/** Whether the company of a document was right, of those that have one. */
export const companyFirings = ({ of, right }: Share): Firing[] =>
  Array.from({ length: of }, (_, i) => ({ told: 'company' as const, rule: COMPANY_OF_DOCUMENT, isRight: i < right }));
