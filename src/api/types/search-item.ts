import { createUnionType } from 'type-graphql';
import { AnalystComment } from '../../domain/analyst-comment.entity';
import { Company } from '../../domain/company.entity';
import { Document } from '../../domain/document.entity';
import { Person } from '../../domain/person.entity';
import { Statement } from '../../domain/statement.entity';
import { Topic } from '../../domain/topic.entity';

export const SearchItem = createUnionType({
  name: 'SearchItem',
  description: 'Something that the search box finds.',
  types: () => [Statement, AnalystComment, Company, Person, Topic, Document] as const,
});
