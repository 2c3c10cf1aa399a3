import { vintagesOf } from '../../../src/domain/metric/vintages';
import { describeWith, filed, readCompanyFacts } from './filed-number';

const YEAR = '2024-01-01/2024-12-31';

test('current is the latest filed among periodic forms', () => {
  const vintages = vintagesOf([
    filed('NetIncomeLoss', YEAR, '62360', 'DEF14A 2026-04-16'),
    filed('NetIncomeLoss', YEAR, '62360', '10-K 2026-01-29'),
    filed('NetIncomeLoss', YEAR, '62300', '10-K 2025-01-30'),
    filed('NetIncomeLoss', YEAR, '62350', '10-K/A 2025-03-01'),
    filed('NetIncomeLoss', YEAR, '62111', '8-K 2025-01-29'),
  ]);
  expect(vintages.map((vintage) => vintage.supersededBy)).toEqual([1, null, 3, 1, 1]);
  expect(vintages.map((vintage) => vintage.isCurrent)).toEqual([false, true, false, false, false]);
});

test('unit, start and end tell numbers apart; the latest stands where no periodic form has one', () => {
  const vintages = vintagesOf([
    filed('Assets', '2024-12-31', '1', '10-K 2025-01-30'),
    filed('Assets', '2023-12-31', '1', '10-K 2025-01-30'),
    filed('Assets', '2024-12-31', '1', '10-K 2025-01-30', 'EUR'),
    filed('Pay', YEAR, '1', 'DEF14A 2025-04-16'),
    filed('Pay', YEAR, '2', 'DEF14A 2026-04-16'),
  ]);
  expect(vintages.map((vintage) => vintage.supersededBy)).toEqual([null, null, null, 4, null]);
});

test('exact copies are folded into the one with the frame', () => {
  const row = filed('Assets', '2024-12-31', '1', '10-K 2025-01-30');
  const vintages = vintagesOf([row, { ...row, frame: 'CY2024Q4I' }, row]);
  expect(vintages).toEqual([{ fact: { ...row, frame: 'CY2024Q4I' }, isCurrent: true, supersededBy: null }]);
});

describeWith('sec/CIK0001326801.json', 'vintages of Meta', (path) => {
  const vintages = vintagesOf(readCompanyFacts(path));

  test('each number has one current vintage, and every chain ends there', () => {
    expect(vintages.length).toBe(2971);
    expect(vintages.filter((vintage) => vintage.isCurrent).length).toBe(1448);
    for (const vintage of vintages) {
      let last = vintage;
      for (let steps = 0; last.supersededBy !== null && steps < 20; steps += 1) last = vintages[last.supersededBy]!;
      expect(last.isCurrent).toBe(true);
    }
  });

  test('the proxy statement never wins, although filed last and carrying the frame', () => {
    const proxies = vintages.filter((vintage) => vintage.fact.form === 'DEF 14A');
    expect(proxies.map((vintage) => vintage.isCurrent)).toEqual([false, false, false, false, false]);
  });
});
