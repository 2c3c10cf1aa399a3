import { value } from '../../edge';

/** No page is cut short by ranking yet. */
export const isExact = value([], () => true);
