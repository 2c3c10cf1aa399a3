import { Column, Entity, PrimaryColumn } from 'typeorm';
import { internal } from './internal';

/** Which events a document is about. */
@Entity('document_event')
export class DocumentEvent {
  @internal
  @PrimaryColumn({ name: 'document_id', type: 'int' })
  documentId: number;

  @internal
  @PrimaryColumn({ name: 'event_id', type: 'int' })
  eventId: number;
}

/** Which companies a document is about. */
@Entity('document_company')
export class DocumentCompany {
  @internal
  @PrimaryColumn({ name: 'document_id', type: 'int' })
  documentId: number;

  @internal
  @PrimaryColumn({ name: 'company_id', type: 'int' })
  companyId: number;
}

/** Which statements a comment discusses, in order. Answers to a question are found through their exchange instead. */
@Entity('comment_statement')
export class CommentStatement {
  @internal
  @PrimaryColumn({ name: 'comment_id', type: 'bigint' })
  commentId: number;

  @internal
  @PrimaryColumn({ name: 'statement_id', type: 'bigint' })
  statementId: number;

  @internal
  @Column({ name: 'position', type: 'int' })
  position: number;
}
