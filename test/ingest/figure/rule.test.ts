import { renderFigure } from '../../../eval/render-figure';
import { RESOLVING_RULES, UNTOLD_RULES } from '../../../src/ingest/extract/figure/figure-period';
import { FORMER_RULES } from '../../../src/ingest/extract/figure/former-outlook';
import { LINK_RULES } from '../../../src/ingest/extract/figure/link';
import { METRIC_RULES } from '../../../src/ingest/extract/figure/metric-choice';
import { MENTION_RULES } from '../../../src/ingest/extract/figure/period-choice';
import { ROLE_RULES } from '../../../src/ingest/extract/figure/role';
import { BESIDE_RULES } from '../../../src/ingest/extract/figure/role-beside';
import type { Rule } from '../../../src/ingest/extract/figure/rule';
import { SCOPE_RULES } from '../../../src/ingest/extract/figure/scope';
import type { FigureFinding } from '../../../src/ingest/extract/finding';
import { figuresIn } from './read-figures';

type Part = 'measure' | 'metric' | 'scope' | 'role' | 'period' | 'outlook';
const ALL: readonly (readonly [Part, readonly Omit<Rule<never, unknown>, 'tell'>[]])[] = [
  ['measure', LINK_RULES],
  ['metric', METRIC_RULES],
  ['outlook', FORMER_RULES],
  ['scope', SCOPE_RULES],
  ['role', [...ROLE_RULES, ...BESIDE_RULES]],
  ['period', [...MENTION_RULES, ...RESOLVING_RULES, ...UNTOLD_RULES]],
];
const rules = ALL.flatMap(([part, rows]) => rows.map((rule) => [`${part}: ${rule.name}`, part, rule] as const));

test.each(rules)('%s', (_, part, { name, example, reads, not, isSilent }) => {
  const figures = figuresIn(example);
  expect(figures.map(renderFigure)).toEqual(reads);
  expect(rulesOf(figures, part).includes(name)).toBe(!isSilent);
  if (not) expect(rulesOf(figuresIn(not), part)).not.toContain(name);
});

function rulesOf(figures: readonly FigureFinding[], part: Part): (string | null)[] {
  return figures.flatMap(({ rules }) => (part === 'role' ? [rules.role, rules.growth] : [rules[part]]));
}

test('no two rules have one name', () => {
  for (const [, rows] of ALL) expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});
