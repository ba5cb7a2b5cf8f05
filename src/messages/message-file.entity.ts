import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that goes with a message; its content is in the file store under its hash. */
@Entity('message_file')
export class MessageFile {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Null until the message is sent; nobody but its author sees it until then. */
  @Column('uuid', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('int')
  bytes!: number;

  @Column('text')
  sha256!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
