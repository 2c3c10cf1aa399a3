import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServerErrorCode } from '@apollo/server/errors';

import { PROTOCOL_CODES } from '../../src/api/format-error';
import { ERROR_CODES, REFUSAL_CODES } from '../../src/platform/errors';

describe('docs/errors.md', () => {
  const text = readFileSync(join(__dirname, '..', '..', 'docs', 'errors.md'), 'utf8');
  const sections = new Map(
    text
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')).trim(), section] as const),
  );

  it('explains every code that exists, and none that does not', () => {
    const codes = [...Object.keys(ERROR_CODES), ...Object.keys(REFUSAL_CODES), ...PROTOCOL_CODES];
    expect([...sections.keys()].sort()).toEqual(codes.sort());
  });

  it('knows every code that Apollo can send', () => {
    for (const code of Object.values(ApolloServerErrorCode)) expect(sections.has(code)).toBe(true);
  });

  it.each(Object.entries(ERROR_CODES))('names the status of %s', (code, { status }) => {
    expect(sections.get(code)).toContain(`Status ${status}.`);
  });
});
