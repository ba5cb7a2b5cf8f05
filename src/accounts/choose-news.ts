import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class ChooseNews {
  constructor(private readonly dataSource: DataSource) {}

  /** 通知メール 希望する・希望しない. Important mails come in any case. */
  async run(accountId: string, wantsNews: boolean): Promise<void> {
    await this.dataSource.query('update account set wants_news = $2 where id = $1', [accountId, wantsNews]);
  }
}
