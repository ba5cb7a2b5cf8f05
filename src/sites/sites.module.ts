import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { RemoveSite } from './remove-site.js';
import { SaveSite } from './save-site.js';
import { SitesController } from './sites.controller.js';
import { SitesQueries } from './sites.queries.js';

@Module({
  imports: [ProceduresModule],
  controllers: [SitesController],
  providers: [RemoveSite, SaveSite, SitesQueries],
  exports: [SitesQueries],
})
export class SitesModule {}
