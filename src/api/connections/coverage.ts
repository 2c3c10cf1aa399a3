import { Coverage } from '../types/coverage';
import type { PartField } from './connection-of';

export const COVERAGE: PartField = {
  name: 'coverage',
  type: () => Coverage,
  description:
    'What is here of the companies, quarters, days, event and documents that are asked for: without any of them, of the companies whose officers are asked for, else of all.',
};
