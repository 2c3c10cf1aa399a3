import { isMetricRight, type Judged, judgeFigures, RIGHTS } from './labelled-figures';
import { type Note, wordsAround } from './miss';
import { renderFigure } from './render-figure';
import { type Fold, faults, type Measure, share } from './row';

const NAME = {
  metric: 'figures by hand: precision with a metric',
  scope: 'figures by hand: what it is of, of those with a metric',
  period: 'figures by hand: precision of the period',
  outlook: 'figures by hand: precision of guidance',
  company: 'figures by hand: precision of the company',
  recall: 'figures by hand: numbers with a metric that have it',
  unread: 'figures by hand: left without metric, of those that have one',
};

/** Figures held against what readers said of every number in passages of calls that were chosen by hash. */
export function measureLabelled(data: string, fold: Fold, note: Note): Measure[] {
  if (fold === 'own') return [];
  const { judged, numbers, withMetric } = judgeFigures(data, fold);
  if (numbers === 0) return [];
  const row = (name: string, isRight: (judged: Judged) => boolean | null, aim: number | null) => {
    const answers = judged.map((one) => ({ one, isRight: isRight(one) })).filter(({ isRight }) => isRight !== null);
    for (const { one, isRight } of answers) if (!isRight) tell(note, name, one);
    return share(name, fold, answers.filter(({ isRight }) => isRight).length, answers.length, aim);
  };
  const found = new Set(judged.filter((one) => RIGHTS.metric(one)).map(({ file, start }) => `${file} ${start}`));
  const isOpen = ({ figure, label }: Judged) =>
    figure.metric === null && label.metric !== null && label.metric !== 'other' && label.metric !== 'none';
  return [
    row(NAME.metric, isMetricRight, 0.9),
    row(NAME.scope, RIGHTS.scope, null),
    row(NAME.period, RIGHTS.period, 0.94),
    row(NAME.outlook, RIGHTS.outlook, 0.95),
    row(NAME.company, RIGHTS.company, 0.97),
    share(NAME.recall, fold, found.size, withMetric, null),
    faults(NAME.unread, fold, judged.filter(isOpen).length, withMetric, null),
  ];
}

function tell(note: Note, measure: string, { file, start, end, call, figure, label }: Judged): void {
  const { metric, scope, period, outlook, company } = label;
  const key = [metric, scope, period, outlook && `outlook ${outlook}`, company].filter(Boolean).join(', ');
  note({
    measure,
    file,
    span: [call.points.pointAt(start), call.points.pointAt(end)],
    words: wordsAround(call.text, start, end),
    key,
    found: `${renderFigure(figure)}, ${figure.confidence}`,
    rule: Object.values(figure.rules).filter(Boolean).join('; '),
  });
}
