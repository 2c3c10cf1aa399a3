import { Analyst } from '../../domain/analyst.entity';
import { Company } from '../../domain/company.entity';
import { CompanyName } from '../../domain/company-name.entity';
import { Event } from '../../domain/event.entity';
import { Executive } from '../../domain/executive.entity';
import { Firm } from '../../domain/firm.entity';
import { Identifier } from '../../domain/identifier.entity';
import { Metric } from '../../domain/metric.entity';
import { Person } from '../../domain/person.entity';
import { Quarter } from '../../domain/quarter.entity';
import { SymbolSpan } from '../../domain/symbol.entity';
import { Topic } from '../../domain/topic.entity';

/** What every server keeps in memory, by table. The budgeted ones may grow past memory and are then kept in part. */
export const REFERENCE_CLASSES = {
  company: Company,
  company_name: CompanyName,
  company_symbol: SymbolSpan,
  company_identifier: Identifier,
  person: Person,
  firm: Firm,
  executive: Executive,
  analyst: Analyst,
  quarter: Quarter,
  event: Event,
  topic: Topic,
  metric: Metric,
} as const;

export type ReferenceKind = keyof typeof REFERENCE_CLASSES;
export type ReferenceNode<K extends ReferenceKind> = InstanceType<(typeof REFERENCE_CLASSES)[K]>;

const NAMES: ReadonlySet<string> = new Set(Object.values(REFERENCE_CLASSES).map((kind) => kind.name));

/** Whether a type of the graph is one of theirs. */
export const isReference = (typeName: string): boolean => NAMES.has(typeName);

export const REFERENCE_KINDS = Object.keys(REFERENCE_CLASSES) as ReferenceKind[];
export const BUDGETED: ReadonlySet<ReferenceKind> = new Set(['person', 'analyst', 'quarter', 'event']);
