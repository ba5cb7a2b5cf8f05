import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FORM_PROGRAM_FORMAT } from '#engine';
import type { DrawEarly } from './draw-early.js';

export interface BroughtDraft {
  /** For the head of the page. */
  readonly head: string;
  /** For its root, until the program is there; null when only the program can show it. */
  readonly early: string | null;
  /** What it is drawn in. */
  readonly language: 'ja' | 'en';
  /** Whether its page asks for something that comes later elsewhere. */
  readonly hasLateInputs: boolean;
  /** What the content policy has to allow besides: `'sha256-…'`. */
  readonly styleHash: string | null;
}

/**
 * The page of a draft with what its screen asks first: over a slow line each question costs half a second. The answers
 * are those of our own routes, asked with the asker's own cookie, so nothing is told that they would not tell; they
 * stand in a block that no browser runs. The form itself is the same for all and only pointed to.
 *
 * @param step of the address; null: the first page
 * @returns null when there is nothing to bring: nobody is signed in, or it is not theirs
 */
export async function bringDraft(
  server: FastifyInstance,
  request: FastifyRequest,
  draftId: string,
  step: string | null,
  drawEarly: DrawEarly | null,
): Promise<BroughtDraft | null> {
  const { cookie } = request.headers;
  if (cookie === undefined) return null;
  const language = readsEnglish(cookie) ? 'en' : 'ja';
  const ask = async (url: string): Promise<unknown> => {
    const headers = { cookie, 'accept-language': language };
    const { statusCode, body } = await server.inject({ url, headers, remoteAddress: request.ip });
    return statusCode === 200 ? (JSON.parse(body) as unknown) : undefined;
  };
  const addresses = ['/api/session', '/api/site', `/api/drafts/${draftId}`];
  const answers = await Promise.all(addresses.map(ask));
  if (answers.includes(undefined)) return null;
  const [session, site, draft] = answers;
  const form = `/api/forms/${(draft as { readonly versionHash: string }).versionHash}/${FORM_PROGRAM_FORMAT}`;
  const brought = {
    time: new Date().toUTCString(),
    language,
    answers: Object.fromEntries(addresses.map((address, index) => [address, answers[index]])),
  };
  const fetched = language === 'ja' ? [form] : [form, `${form}/english`];
  const head =
    fetched.map((address) => `<link rel="preload" as="fetch" crossorigin href="${address}">`).join('') +
    `<script type="application/json" id="brought">${inert(JSON.stringify(brought))}</script>`;
  const questions = { bundle: () => ask(form), english: () => ask(`${form}/english`), language } as const;
  const drawn = await drawEarly?.({ session, site, draft, ...questions }, step).catch((error: unknown) => {
    // The program draws the page in any case.
    request.log.error(error, 'a page was not drawn early');
    return null;
  });
  if (!drawn) return { head, early: null, hasLateInputs: false, language, styleHash: null };
  const { html: early, styles, hasLateInputs } = drawn;
  if (styles === '') return { head, early, hasLateInputs, language, styleHash: null };
  const styleHash = `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
  return { head: `${head}<style>${styles}</style>`, early, hasLateInputs, language, styleHash };
}

/** Written by the screens beside the choice they keep themselves (`renderer-ui/src/texts/language.ts`). */
function readsEnglish(cookie: string): boolean {
  return /(?:^|;\s*)tetsuzuki\.language=en(?:;|$)/.test(cookie);
}

/** JSON that cannot end the block it stands in, whatever somebody answered. */
function inert(json: string): string {
  return json.replaceAll('<', '\\u003c');
}
