import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { internal } from './internal';

/** A name that a company bore from one day to another. Not a node: it shows through `Company.name(asOf:)`. */
@Entity('company_name')
export class CompanyName {
  @internal
  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  @internal
  @Column({ name: 'company_id', type: 'int' })
  companyId: number;

  @internal
  @Column({ name: 'name', type: 'text' })
  name: string;

  @internal
  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  /** The last day, inclusive. */
  @internal
  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;
}
