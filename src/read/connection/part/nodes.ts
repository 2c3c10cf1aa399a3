import { PAGE } from './page-source';
import { part } from './part';

export const nodes = part(PAGE, (page) => page.nodes, { rows: 'self' });
