import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from './config/config.js';
import { WorkerModule } from './worker.module.js';

/** The part of the product that carries out jobs; it serves no page. */
export function createWorker(config: Config, databaseUrl: string): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.with(config, databaseUrl), {
    logger: ['fatal', 'error', 'warn'],
    abortOnError: false,
  });
}
