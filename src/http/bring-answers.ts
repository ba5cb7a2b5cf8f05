import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FORM_PROGRAM_FORMAT } from '#engine';

/**
 * The page of a draft with what its screen asks first: over a slow line each question costs half a second. The answers
 * are those of our own routes, asked with the asker's own cookie, so nothing is told that they would not tell; they
 * stand in a block that no browser runs. The form itself is the same for all and only pointed to.
 *
 * @returns null when there is nothing to bring: nobody is signed in, or it is not theirs
 */
export async function bringDraft(
  server: FastifyInstance,
  request: FastifyRequest,
  draftId: string,
): Promise<string | null> {
  const { cookie } = request.headers;
  if (cookie === undefined) return null;
  const draft = `/api/drafts/${draftId}`;
  const addresses = ['/api/session', '/api/site', draft];
  const answers = await Promise.all(
    addresses.map(async (url) => {
      const headers = { cookie, 'accept-language': 'ja' };
      const { statusCode, body } = await server.inject({ url, headers, remoteAddress: request.ip });
      return statusCode === 200 ? (JSON.parse(body) as unknown) : undefined;
    }),
  );
  if (answers.includes(undefined)) return null;
  const { versionHash } = answers[2] as { readonly versionHash: string };
  const brought = {
    time: new Date().toUTCString(),
    answers: Object.fromEntries(addresses.map((address, index) => [address, answers[index]])),
  };
  return (
    `<link rel="preload" as="fetch" crossorigin href="/api/forms/${versionHash}/${FORM_PROGRAM_FORMAT}">` +
    `<script type="application/json" id="brought">${inert(JSON.stringify(brought))}</script>`
  );
}

/** JSON that cannot end the block it stands in, whatever somebody answered. */
function inert(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
