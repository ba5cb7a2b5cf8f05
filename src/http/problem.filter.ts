import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDataRefused, isUnavailable } from '../database/failure.js';
import { fill } from './fill.js';
import type { ProblemDetails } from './problem.dto.js';
import { UnreadableJson } from './read-json.js';
import { type Refusal, Refused, refuse } from './refusal.js';
import { type RefusalCode, refusalText } from './refusal-texts.js';

/** Seconds after which trying again makes sense. */
const retryAfter: Partial<Record<RefusalCode, number>> = { unavailable: 2 };

/** Refusals that name the minutes or seconds to wait. */
const waits: ReadonlySet<RefusalCode> = new Set(['too-many-attempts', 'too-many-mails', 'too-many-requests']);

/** The one place where what went wrong becomes HTTP: refusals by their code, everything else without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = toRefusal(error);
  const { status } = refusalText(refusal.code);
  // The stack names our code; the message of a database error may quote what somebody entered.
  if (status === 500) request.log.error({ failure: failureOf(error) }, 'surprise');
  const wait = waits.has(refusal.code) ? waitOf(refusal) : retryAfter[refusal.code];
  if (wait !== undefined) void reply.header('retry-after', String(wait));
  if (reply.sent) return;
  void reply
    .status(status)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(detailsOf(refusal, request.id)));
}

function waitOf({ params }: Refusal): number {
  return Number(params?.seconds ?? Number(params?.minutes ?? 5) * 60);
}

export function detailsOf(refusal: Refusal, requestId: string): ProblemDetails {
  const { status, title, ja, en } = refusalText(refusal.code);
  const params = { ...refusal.params, request_id: requestId };
  return {
    type: `/problems/${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.detail ?? { ja: fill(ja, params), en: fill(en, params) },
    requestId,
    ...(refusal.problems ? { problems: [...refusal.problems] } : {}),
    ...(refusal.params ? { params: { ...refusal.params } } : {}),
  };
}

const fastifyCodes: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: refuse('too-large', { params: { max_mb: 1 } }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: refuse('content-type-not-accepted'),
  FST_INVALID_MULTIPART_CONTENT_TYPE: refuse('content-type-not-accepted'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: refuse('request-unreadable'),
  FST_ERR_MAX_PARAM_LENGTH: refuse('not-found'),
  FST_ERR_CTP_EMPTY_JSON_BODY: refuse('request-unreadable'),
};

function toRefusal(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof UnreadableJson) return refuse('request-unreadable');
  if (isUnavailable(error)) return refuse('unavailable');
  if (isDataRefused(error)) return refuse('request-invalid', { params: { field: '/' } });
  const code = (error as { code?: unknown } | null)?.code;
  const known = typeof code === 'string' ? fastifyCodes[code] : undefined;
  if (known) return known;
  const status = statusOf(error);
  if (status === 404) return refuse('not-found');
  if (status === 413) return refuse('too-large', { params: { max_mb: 1 } });
  if (status === 415) return refuse('content-type-not-accepted');
  if (status !== undefined && status >= 400 && status < 500) return refuse('request-unreadable');
  return refuse('surprise');
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

function failureOf(error: unknown): { name: string; stack: string; code?: string } {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' };
  const code = (error as { code?: unknown }).code;
  const stack =
    error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .join('\n') ?? '';
  return { name: error.name, stack, ...(typeof code === 'string' ? { code } : {}) };
}
