import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class StopNews {
  constructor(private readonly dataSource: DataSource) {}

  /** No more news by mail for whoever the token was made for; important ones still come. Who it was is not said. */
  async run(token: string): Promise<void> {
    await this.dataSource.query('update account set wants_news = false where stop_news_token = $1', [token]);
  }
}
