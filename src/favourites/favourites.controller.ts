import { Body, Controller } from '@nestjs/common';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse } from '../http/refusal.js';
import { Favourites, MarkFavouriteRequest } from './favourite.dto.js';
import { FavouritesQueries } from './favourites.queries.js';
import { MarkFavourite } from './mark-favourite.js';

@Controller()
export class FavouritesController {
  constructor(
    private readonly queries: FavouritesQueries,
    private readonly mark: MarkFavourite,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/favourites',
    permit: 'applicant',
    summary: 'Own favourite categories and procedures.',
    reply: Favourites,
  })
  show(@CurrentAsker() me: ApplicantAsker, @AskedLanguage() language: Language): Promise<Favourites> {
    return this.queries.of(me.accountId, language);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/favourites',
    permit: 'applicant',
    summary: 'Marks one as a favourite, or takes the mark away.',
    body: MarkFavouriteRequest,
    status: 204,
  })
  async markFavourite(@CurrentAsker() me: ApplicantAsker, @Body() body: MarkFavouriteRequest): Promise<void> {
    orRefuse(await this.mark.run(me.accountId, body));
  }
}
