import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declareProduction } from '../../src/platform/config';

test('libraries are told before any of them is loaded that nobody develops them, unless somebody says so', () => {
  const main = readFileSync(join(__dirname, '../../src/main.ts'), 'utf8');
  expect(/^import .*$/m.exec(main)?.[0]).toBe("import './cli/as-production';");
  const told = [{}, { NODE_ENV: 'development' }].map((env: NodeJS.ProcessEnv) => {
    declareProduction(env);
    return env.NODE_ENV;
  });
  expect(told).toEqual(['production', 'development']);
});
