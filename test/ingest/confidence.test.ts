import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wilsonLower90 } from '../../eval/interval';
import { plainDocument } from '../../eval/plain-document';
import { confidenceOf, UNMEASURED } from '../../src/ingest/extract/confidence';
import { extractDocument } from '../../src/ingest/extract/extract-document';
import { readTextFile } from '../support/article';

type Rights = { readonly n: number; readonly right: number; readonly confidence: number };
const counted: Record<string, Record<string, Rights>> = JSON.parse(
  readFileSync(join(__dirname, '../../lexicon/confidence.json'), 'utf8'),
);
const rules = Object.entries(counted).flatMap(([told, own]) =>
  Object.entries(own).map(([rule, rights]) => ({ told, rule, ...rights })),
);

test('how sure a rule is follows from what was counted, and from nothing else', () => {
  expect(rules.length).toBeGreaterThan(10);
  const wanted = rules.map(({ told, rule, n, right }) => ({
    told,
    rule,
    confidence: n < 20 ? UNMEASURED : Number(wilsonLower90(right, n).toFixed(2)),
  }));
  expect(rules.map(({ told, rule, confidence }) => ({ told, rule, confidence }))).toEqual(wanted);
});

test('a finding is as sure as its rule; a rule that nobody has counted is not sure', () => {
  expect(confidenceOf('speaker', 'a rule of tomorrow')).toBe(UNMEASURED);
  const article = join(__dirname, 'article-text/agency-chipmaker/article.txt');
  const { utterances } = readTextFile(article);
  expect(utterances.length).toBeGreaterThan(3);
  for (const { speaker, rule, confidence } of utterances)
    expect([rule, confidence]).toEqual([rule, speaker === null ? 0 : confidenceOf('speaker', rule)]);
});

test('a figure is as sure as the rules that read its measure, its period and whose it is; what it has not is not sure', () => {
  const { figures } = extractDocument(
    plainDocument(
      'Brindle Outfitters Inc. (NYSE: BRND) Q3 2025 Earnings Call\n\nRevenue was $412 million in the third quarter of 2025.\n\nThe wagon works in Lund got $9 million.',
    ),
    '',
  );
  expect(figures.map(({ metric }) => metric)).toContain('revenue');
  for (const { metric, period, rules, confidence, confidences } of figures) {
    expect(confidence).toBe(confidenceOf('figure', `${rules.measure}, ${rules.period}`));
    expect(confidences).toEqual({
      metric: metric && confidenceOf('metric', rules.measure),
      period: period && confidenceOf('period', rules.period),
      company: confidenceOf('company', 'the company of the document'),
    });
  }
});
