import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class EndAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes it down; mails of it that have not left are not sent. False when nothing of that id is shown. */
  async run(id: string): Promise<boolean> {
    const [, ended] = await this.dataSource.query<[unknown[], number]>(
      'update announcement set ends_at = now() where id = $1 and (ends_at is null or ends_at > now())',
      [id],
    );
    return ended === 1;
  }
}
