import { COUNT } from './count-source';
import { part } from './part';

export const totalCount = part(COUNT, (count) => count.total);
