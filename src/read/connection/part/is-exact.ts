import { PAGE } from './page-source';
import { part } from './part';

export const isExact = part(PAGE, (page) => page.isExact, { rows: [] });
