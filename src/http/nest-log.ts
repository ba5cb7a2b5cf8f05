import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

/** Nest's and our own loggers write into the same stream of JSON lines as requests. Start-up chatter is left out. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: FastifyBaseLogger) {}

  log(message: unknown, context?: string): void {
    if (context !== undefined && chatter.has(context)) return;
    this.logger.info({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, ...more: readonly unknown[]): void {
    const stack = more.length > 1 ? more[0] : undefined;
    this.logger.error({ context: more.at(-1), stack }, String(message));
  }

  fatal(message: unknown, ...more: readonly unknown[]): void {
    this.logger.fatal({ context: more.at(-1) }, String(message));
  }
}

const chatter = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
  'NestMicroservice',
]);
