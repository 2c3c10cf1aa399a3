import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TextAccess } from './document.entity';
import { internal } from './internal';

/** How much of a publisher's documents, or of a format's, the graph gives out where nobody says it of the document. */
@Entity('text_access_rule')
export class TextAccessRule {
  @internal
  @PrimaryColumn({ name: 'kind', type: 'text' })
  kind: 'publisher' | 'format';

  /** Lower case for publishers, whose capitals differ between sources. */
  @internal
  @PrimaryColumn({ name: 'value', type: 'text' })
  value: string;

  @internal
  @Column({ name: 'text_access', type: 'text' })
  textAccess: TextAccess;
}
