import { COUNT } from './count-source';
import { part } from './part';

export const totalCountIsExact = part(COUNT, (count) => count.exact);
