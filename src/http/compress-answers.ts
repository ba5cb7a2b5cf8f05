import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { immutable } from './security-headers.js';

/** What is shorter fits into one packet as it is. */
const LEAST_CHARACTERS = 1_400;

type Compress = (text: string, keep: boolean) => Promise<Buffer>;

/**
 * What the browser may ask for, the better first. Quick rather than small, because it is made while somebody waits; what
 * is kept is made once for all who come later, and as small as it gets.
 */
const ENCODINGS: Readonly<Record<string, Compress>> = {
  br: (text, keep) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: keep ? 11 : 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
      },
    }) as Promise<Buffer>,
  gzip: (text, keep) => promisify(gzip)(text, { level: keep ? 9 : 6 }) as Promise<Buffer>,
};

const MOST_KEPT = 200;

/** Compresses the answers of routes that are declared `shared`; those that never change are compressed once. */
export function compressShared(server: FastifyInstance): void {
  const kept = new Map<string, Buffer>();

  async function compressed(encoding: string, address: string, text: string, keep: boolean): Promise<Buffer> {
    const key = `${encoding} ${address}`;
    const known = kept.get(key);
    if (known && keep) return known;
    const bytes = await (ENCODINGS[encoding] as Compress)(text, keep);
    const [oldest] = kept.keys();
    if (keep && kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    if (keep) kept.set(key, bytes);
    return bytes;
  }

  server.addHook('onSend', async (request, reply, payload) => {
    const { shared } = request.routeOptions.config as { readonly shared?: boolean };
    if (shared !== true || typeof payload !== 'string') return payload;
    const keep = reply.getHeader('cache-control') === immutable;
    return sendSmall(request, reply, payload, (encoding) => compressed(encoding, request.url, payload, keep));
  });
}

/**
 * Compresses what is about one person. Only for answers in which nothing stands that whoever made the request may have
 * chosen: beside such a text the length of a compressed answer tells what else is in it (BREACH).
 */
export function compressOwn(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): Promise<string | Buffer> {
  return sendSmall(request, reply, text, (encoding) => (ENCODINGS[encoding] as Compress)(text, false));
}

async function sendSmall(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  compress: (encoding: string) => Promise<Buffer>,
): Promise<string | Buffer> {
  if (text.length < LEAST_CHARACTERS) return text;
  void reply.header('vary', 'accept-encoding');
  const encoding = takenBy(request.headers['accept-encoding'] ?? '');
  if (encoding === null || reply.statusCode !== 200) return text;
  const bytes = await compress(encoding);
  void reply.header('content-encoding', encoding).removeHeader('content-length');
  return bytes;
}

/** `gzip, deflate, br;q=0.5` → the best of ours that is named and not refused with `q=0`. */
function takenBy(accepted: string): string | null {
  const named = accepted
    .toLowerCase()
    .split(',')
    .filter((each) => !/;\s*q=0(?:\.0*)?\s*$/.test(each))
    .map((each) => each.split(';')[0]?.trim());
  return Object.keys(ENCODINGS).find((encoding) => named.includes(encoding)) ?? null;
}
