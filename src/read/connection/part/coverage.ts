import { nothing } from '../../load';
import { mapNeeding } from '../../need';
import { loadCoverage } from '../coverage/coverage';
import { reachOf } from '../coverage/reach';
import { part, type Source } from './part';

const COVERAGE: Source = {
  name: 'coverage',
  load(connections, _, op) {
    const query = connections[0]?.query;
    const question = query?.question;
    if (!query || !question) return nothing(connections, () => null);
    const { filter, parent } = question;
    const reaches = mapNeeding(connections, ({ keys }) => reachOf(parent, filter, keys, op));
    return loadCoverage(query.name.split(' ')[0] as string, reaches, filter);
  },
  list: () => null,
};

export const coverage = part(COVERAGE, (found) => found);
