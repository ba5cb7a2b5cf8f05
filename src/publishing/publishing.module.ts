import { Module } from '@nestjs/common';
import { BuilderModule } from '../builder/builder.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ApprovePublication } from './approve-publication.js';
import { AskPublication } from './ask-publication.js';
import { CarryOutPublication } from './carry-out-publication.js';
import { EndPublication } from './end-publication.js';
import { FormLinks } from './form-links.js';
import { FormLinksController } from './form-links.controller.js';
import { MeasureImpact } from './measure-impact.js';
import { PauseProcedure } from './pause-procedure.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsQueries } from './publications.queries.js';
import { RollBack } from './roll-back.js';
import { VersionsController } from './versions.controller.js';
import { VersionsQueries } from './versions.queries.js';

/** From a draft to a version in force, and back. */
@Module({
  imports: [BuilderModule, ProceduresModule],
  controllers: [FormLinksController, PublicationsController, VersionsController],
  providers: [
    ApprovePublication,
    AskPublication,
    CarryOutPublication,
    EndPublication,
    FormLinks,
    MeasureImpact,
    PauseProcedure,
    PublicationsQueries,
    RollBack,
    VersionsQueries,
  ],
})
export class PublishingModule {}
