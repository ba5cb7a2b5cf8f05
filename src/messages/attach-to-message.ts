import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../access/asker.js';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { FileStore } from '../files/file-store.js';
import { receiveDocument } from '../files/receive-document.js';
import type { Upload } from '../http/open-upload.js';
import { type Outcome, refuse } from '../http/refusal.js';
import { reachOf } from './correspondent.js';
import type { MessageFileView } from './message.dto.js';

/** More than one message takes: some may be taken away again. */
const mostUnsent = 20;

@Injectable()
export class AttachToMessage {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes one file for a message that is being written: PDF or picture, told by its content and not its name. */
  async run(
    asker: Asker,
    id: string,
    open: (maxBytes: number) => Promise<Upload | null>,
  ): Promise<Outcome<MessageFileView>> {
    const reach = reachOf(asker);
    const [application] = await this.dataSource.query<{ unsent: number }[]>(
      `select (select count(*)::int from message_file f
               where f.application_id = a.id and f.author_id = $3 and f.message_id is null) as unsent
       from application a
       where a.id = $1 and ${'applicantId' in reach ? 'a.applicant_id = $2' : 'a.procedure_id = any($2)'}`,
      [id, 'applicantId' in reach ? reach.applicantId : reach.procedures, asker.id],
    );
    if (!application) return refuse('not-found');
    if (application.unsent >= mostUnsent)
      return refuse('too-many-attachments', { params: { max: mostUnsent } });
    return receiveDocument(this.store, this.config.http.attachmentMaxBytes, open, async (document) => {
      const { name, mediaType, bytes, sha256 } = document;
      const view = { id: newId(), name, mediaType, bytes };
      await this.dataSource.query(
        `insert into message_file (id, application_id, author_id, name, media_type, bytes, sha256)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [view.id, id, asker.id, name, mediaType, bytes, sha256],
      );
      return view;
    });
  }
}
