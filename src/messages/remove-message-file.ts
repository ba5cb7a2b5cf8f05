import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class RemoveMessageFile {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes a file away from a message that was not sent. What was sent stays. */
  async run(asker: Asker, id: string, fileId: string): Promise<Outcome<null>> {
    const [gone] = await this.dataSource.query<[unknown[], number]>(
      `delete from message_file where id = $1 and application_id = $2 and author_id = $3 and message_id is null
       returning id`,
      [fileId, id, asker.id],
    );
    return gone.length > 0 ? done(null) : refuse('not-found');
  }
}
