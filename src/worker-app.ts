import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from './config/config.js';
import { createHttpAdapter } from './http/http-server.js';
import { NestLog } from './http/nest-log.js';
import { WorkerModule } from './worker.module.js';

/** The part of the product that carries out jobs; it serves no page. */
export function createWorker(config: Config, databaseUrl: string): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.with(config, databaseUrl), {
    // The same stream of JSON lines as the web process writes.
    logger: new NestLog(createHttpAdapter(config).getInstance().log),
    abortOnError: false,
  });
}
