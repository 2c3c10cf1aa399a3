import { factWindow, yearSpanOf } from '../../../src/domain/metric/metric-span';
import { calendarSpan } from './filed-number';

const quarters = [1, 2, 3, 4].map((quarter) => calendarSpan(2024, quarter));

test('a year reaches from its first quarter to its last', () => {
  expect(yearSpanOf([...quarters].reverse())).toEqual(calendarSpan(2024, null));
  expect(yearSpanOf([])).toBeNull();
});

test('missing quarters are filled in near enough', () => {
  expect(yearSpanOf(quarters.slice(1, 2))).toEqual({
    fiscalYear: 2024,
    fiscalQuarter: null,
    startDate: '2024-01-01',
    endDate: '2024-12-29',
  });
});

test('the window of facts holds the spans, what ends with them and what ends just before', () => {
  expect(factWindow(quarters.slice(2))).toEqual({ from: '2024-06-23', to: '2025-01-07' });
  expect(factWindow([])).toBeNull();
});
