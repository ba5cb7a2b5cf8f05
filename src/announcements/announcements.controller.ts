import { Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { Refused, refuse } from '../http/refusal.js';
import { AnnouncementList, AnnouncementQuery, AnnouncementView } from './announcement.dto.js';
import { AnnouncementsQueries } from './announcements.queries.js';

@Controller()
export class AnnouncementsController {
  constructor(private readonly queries: AnnouncementsQueries) {}

  @Endpoint({
    method: 'GET',
    path: '/api/announcements',
    permit: 'public',
    summary: 'What the office tells applicants, newest first.',
    query: AnnouncementQuery,
    reply: AnnouncementList,
  })
  list(@Query() asked: AnnouncementQuery, @AskedLanguage() language: Language): Promise<AnnouncementList> {
    return this.queries.list(asked, language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/announcements/:id',
    permit: 'public',
    summary: 'One announcement, while it is shown.',
    reply: AnnouncementView,
  })
  async show(@Param('id') id: string, @AskedLanguage() language: Language): Promise<AnnouncementView> {
    const found = await this.queries.find(id, language);
    if (!found) throw new Refused(refuse('not-found'));
    return found;
  }
}
