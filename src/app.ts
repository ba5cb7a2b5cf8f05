import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AccessGuard } from './access/access.guard.js';
import { AppModule } from './app.module.js';
import { RecordReads } from './audit/record-reads.js';
import type { Config } from './config/config.js';
import { limitConnecting } from './database/connection.js';
import { MakeDemoAccounts } from './demo/make-demo-accounts.js';
import { MakeDemoAnnouncements } from './demo/make-demo-announcements.js';
import { MakeDemoApplications } from './demo/make-demo-applications.js';
import { MakeDemoMandates } from './demo/make-demo-mandates.js';
import { MakeDemoOpinions } from './demo/make-demo-opinions.js';
import { MakeDemoDeliveries } from './demo/make-demo-deliveries.js';
import { MakeDemoPapers } from './demo/make-demo-papers.js';
import { MakeDemoVisits } from './demo/make-demo-visits.js';
import { MakeDemoPayments } from './demo/make-demo-payments.js';
import { MakeDemoDrafts } from './demo/make-demo-drafts.js';
import { MakeDemoSites } from './demo/make-demo-sites.js';
import { createHttpAdapter, prepareHttp } from './http/http-server.js';
import { NestLog } from './http/nest-log.js';
import { PaceGuard } from './http/pace.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RequestShapeGuard } from './http/request-shape.guard.js';
import { serveScreens } from './http/serve-screens.js';
import { PublishFolders } from './procedures/publish-folders.js';

export interface AppOptions {
  /** Where the database is, already migrated. */
  readonly databaseUrl: string;
  /** Folder of the built screens; left out, the API stands alone. */
  readonly screens?: string;
  /** Applications at different stages and news, when demo mode finds none. */
  readonly demoData?: boolean;
}

/** The web application, ready to listen: routes, guards, published procedures, demo accounts. */
export async function createApp(config: Config, options: AppOptions): Promise<NestFastifyApplication> {
  const adapter = createHttpAdapter(config);
  const server = adapter.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, options.databaseUrl),
    adapter,
    { logger: new NestLog(server.log), bodyParser: false, abortOnError: false },
  );
  await prepareHttp(server, config);
  app.useGlobalGuards(app.get(AccessGuard), app.get(PaceGuard), app.get(RequestShapeGuard));
  app.useGlobalFilters(new ProblemFilter());
  app.get(RecordReads).watch(server);
  if (options.screens !== undefined) await serveScreens(server, options.screens, config.demo);
  await app.init();
  await app.get(PublishFolders).run();
  if (config.demo) {
    await app.get(MakeDemoAccounts).run();
    await app.get(MakeDemoSites).run();
    if (options.demoData) {
      await app.get(MakeDemoApplications).run();
      await app.get(MakeDemoOpinions).run();
      await app.get(MakeDemoVisits).run();
      await app.get(MakeDemoPapers).run();
      await app.get(MakeDemoPayments).run();
      await app.get(MakeDemoDeliveries).run();
      await app.get(MakeDemoMandates).run();
      await app.get(MakeDemoAnnouncements).run();
      await app.get(MakeDemoDrafts).run();
    }
  }
  await server.ready();
  limitConnecting(app.get(DataSource));
  return app;
}
