import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export type Language = 'ja' | 'en';

/** Handler parameter: the language in which the caller wants a procedure's words. Japanese, unless English is first. */
export const AskedLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'ja';
});
