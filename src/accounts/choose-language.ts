import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../http/language.js';

@Injectable()
export class ChooseLanguage {
  constructor(private readonly dataSource: DataSource) {}

  /** メールの言語. Of mails that were sent nothing changes. */
  async run(accountId: string, language: Language): Promise<void> {
    await this.dataSource.query('update account set language = $2 where id = $1', [accountId, language]);
  }
}
