import { Body, Controller, Param } from '@nestjs/common';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { RemoveSite } from './remove-site.js';
import { SaveSite } from './save-site.js';
import { SavedSiteView, SiteEntry, SiteList } from './site.dto.js';
import { SitesQueries } from './sites.queries.js';

@Controller()
export class SitesController {
  constructor(
    private readonly queries: SitesQueries,
    private readonly save: SaveSite,
    private readonly remove: RemoveSite,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/saved-sites',
    permit: 'applicant',
    summary: 'Own saved sites (店舗台帳), last used first, and what may be written down of one.',
    reply: SiteList,
  })
  list(@CurrentAsker() me: ApplicantAsker, @AskedLanguage() language: Language): Promise<SiteList> {
    return this.queries.list(me.id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/saved-sites',
    permit: 'applicant',
    summary: 'Adds a site.',
    body: SiteEntry,
    reply: SavedSiteView,
    status: 201,
  })
  async add(@CurrentAsker() me: ApplicantAsker, @Body() { data }: SiteEntry): Promise<SavedSiteView> {
    return this.view(me, orRefuse(await this.save.run(me.id, null, data)));
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/saved-sites/:id',
    permit: 'applicant',
    summary: 'Changes a site. Drafts and applications keep what they say.',
    body: SiteEntry,
    reply: SavedSiteView,
  })
  async change(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() { data }: SiteEntry,
  ): Promise<SavedSiteView> {
    return this.view(me, orRefuse(await this.save.run(me.id, id, data)));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/saved-sites/:id',
    permit: 'applicant',
    summary: 'Takes a site off the list.',
    status: 204,
  })
  async removeSite(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.remove.run(me.id, id));
  }

  private async view(me: ApplicantAsker, id: string): Promise<SavedSiteView> {
    const site = await this.queries.find(me.id, id);
    if (!site) throw new Refused(refuse('not-found'));
    return site;
  }
}
