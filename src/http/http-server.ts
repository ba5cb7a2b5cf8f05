import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Config } from '../config/config.js';
import { compressShared } from './compress-answers.js';
import { sendProblem } from './problem.filter.js';
import { readJson } from './read-json.js';
import { setDefaultHeaders } from './security-headers.js';

/** Largest JSON body, in bytes. Attachments have limits of their own. */
const bodyLimit = 1_048_576;

/** Fastify as this product runs it: limits, our own JSON reader, headers on every answer, one log line per request. */
export function createHttpAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit,
    trustProxy: trusted(config.http.trustProxy),
    genReqId: () => randomBytes(8).toString('hex'),
    // An attachment over a slow telephone line takes minutes; a request that does not even say its headers does not.
    requestTimeout: 300_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 200 },
    logger: {
      level: config.logLevel,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label: string) => ({ level: label }) },
    },
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: true,
    // Addresses that cannot be read fail before any route is found.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply),
  });
}

function trusted(
  proxies: Config['http']['trustProxy'],
): false | string[] | ((address: string, hop: number) => boolean) {
  if (proxies === false) return false;
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : [...proxies];
}

export async function prepareHttp(server: FastifyInstance, config: Config): Promise<void> {
  const https = config.http.publicUrl.startsWith('https:');
  server.decorateRequest('asker', null);
  await server.register(cookie);
  await server.register(multipart);
  acceptOnlyJson(server);
  server.addHook('onRequest', async (_request, reply) => setDefaultHeaders(reply, https));
  server.addHook('onResponse', async (request, reply) => logRequest(request, reply));
  server.server.headersTimeout = 20_000;
  compressShared(server);
  endConnectionsWhenClosing(server);
}

/**
 * Node ends the connections that are idle when a stop begins. One that is busy then would stay open for its next
 * request as long as `keepAliveTimeout`, and the stop would wait for it.
 */
function endConnectionsWhenClosing(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply, payload) => {
    if (closing) reply.header('connection', 'close');
    return payload;
  });
  server.addHook('onResponse', async () => {
    if (closing) setImmediate(() => server.server.closeIdleConnections());
  });
}

/**
 * Nothing but JSON, bytes and multipart is read. What a plain form holds is thrown away: mail programs stop the news with one
 * (RFC 8058), and no route of ours wants anything from it.
 */
function acceptOnlyJson(server: FastifyInstance): void {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: 256 },
    (_request, _body, done) => done(null, undefined),
  );
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if ((request.routeOptions.config as { readonly rawJson?: boolean }).rawJson === true)
      return done(null, body);
    try {
      done(null, (body as Buffer).length === 0 ? undefined : readJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
}

/** No body, no query string, no address, no name: what is logged may be kept and shown. */
function logRequest(request: FastifyRequest, reply: FastifyReply): void {
  const { url } = request.routeOptions;
  request.log.info(
    {
      method: request.method,
      route: url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      asker: request.asker?.kind ?? 'nobody',
    },
    'request',
  );
}
