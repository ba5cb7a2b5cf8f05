import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { FavouritesController } from './favourites.controller.js';
import { FavouritesQueries } from './favourites.queries.js';
import { MarkFavourite } from './mark-favourite.js';

@Module({
  imports: [AccessModule, ProceduresModule],
  controllers: [FavouritesController],
  providers: [FavouritesQueries, MarkFavourite],
})
export class FavouritesModule {}
