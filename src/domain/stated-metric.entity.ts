import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';

/** A metric's value for a period as a document, not a filing, states it. Shows through MetricValue, with its span. */
@Entity('stated_metric')
export class StatedMetric {
  @internal
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  @internal
  @Column({ name: 'company_id', type: 'int' })
  companyId: number;

  @internal
  @Column({ name: 'metric_id', type: 'int' })
  metricId: number;

  @internal
  @Column({ name: 'fiscal_year', type: 'int' })
  fiscalYear: number;

  /** Null for a whole fiscal year. */
  @internal
  @Column({ name: 'fiscal_quarter', type: 'int', nullable: true })
  fiscalQuarter: number | null;

  @internal
  @Column({ name: 'basis', type: 'text' })
  basis: string;

  @internal
  @Column({ name: 'value', type: 'numeric' })
  value: string;

  @internal
  @Column({ name: 'unit', type: 'text' })
  unit: string;

  @internal
  @Column({ name: 'currency', type: 'text', nullable: true })
  currency: string | null;

  @internal
  @Column({ name: 'document_id', type: 'int' })
  documentId: number;

  @internal
  @Column({ name: 'span_start', type: 'int' })
  spanStart: number;

  @internal
  @Column({ name: 'span_end', type: 'int' })
  spanEnd: number;

  /** Day on which the document became known, for asOf. */
  @internal
  @Column({ name: 'stated_on', type: 'date' })
  statedOn: string;
}
