import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { MakeDemoAccounts } from './make-demo-accounts.js';
import { MakeDemoApplications } from './make-demo-applications.js';
import { MakeDemoSites } from './make-demo-sites.js';
import { SiteController } from './site.controller.js';

@Module({
  imports: [ApplicationsModule, DraftsModule, ProceduresModule],
  controllers: [SiteController],
  providers: [MakeDemoAccounts, MakeDemoApplications, MakeDemoSites],
  exports: [MakeDemoAccounts, MakeDemoApplications, MakeDemoSites],
})
export class DemoModule {}
