import { readFigureCases } from '../../../eval/figure-case';
import { renderFigure } from '../../../eval/render-figure';

const cases = readFigureCases();

test('there are cases', () => expect(cases.length).toBeGreaterThan(2));

test.each(cases.map((one) => [one.name, one] as const))('%s', (_, { occasion, figures, expected }) => {
  expect(occasion).toMatchObject(expected.occasion);
  expect(figures.map(renderFigure)).toEqual(expected.figures);
});
