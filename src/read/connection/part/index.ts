import type { Edge } from '../../edge';
import { coverage } from './coverage';
import { edges } from './edges';
import { groupBy } from './group-by';
import { isExact } from './is-exact';
import { nodes } from './nodes';
import { pageInfo } from './page-info';
import { totalCount } from './total-count';
import { totalCountIsExact } from './total-count-is-exact';
import { warnings } from './warnings';

/** The fields that connections may have, each by its name in the graph. */
export const PARTS: Readonly<Record<string, Edge>> = {
  nodes,
  edges,
  pageInfo,
  totalCount,
  totalCountIsExact,
  isExact,
  groupBy,
  coverage,
  warnings,
};
