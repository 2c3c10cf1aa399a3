import type { DocumentFormat } from './format';
import { secCompanyfactsFormat } from './sec-companyfacts.format';
import { secIxbrlFormat } from './sec-ixbrl.format';

/** Every format that is told by its content. NATIVE, which names its own nodes, is read by import-native.ts. */
export const FORMATS: readonly DocumentFormat[] = [secCompanyfactsFormat, secIxbrlFormat];
