import { Controller, Param } from '@nestjs/common';
import { Endpoint } from '../http/endpoint.js';
import { StopNews } from './stop-news.js';

@Controller()
export class StopNewsController {
  constructor(private readonly stop: StopNews) {}

  /** The page of the same address asks first; a mail program asks its reader and posts here by itself (RFC 8058). */
  @Endpoint({
    method: 'POST',
    path: '/stop-news/:token',
    permit: 'public',
    calledFrom: 'anywhere',
    summary: 'Ends the news mails of whoever got the mail with this address.',
    status: 204,
  })
  async stopNews(@Param('token') token: string): Promise<void> {
    await this.stop.run(token);
  }
}
