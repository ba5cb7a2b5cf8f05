import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FORM_PROGRAM_FORMAT } from '#engine';
import type { QuestionsView } from '../procedures/catalogue.dto.js';

export interface BroughtDraft {
  /** For the head of the page. */
  readonly head: string;
  /** For its body, until the program is there. */
  readonly waiting: string;
}

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
): Promise<BroughtDraft | null> {
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
  const { versionHash, procedureId } = answers[2] as {
    readonly versionHash: string;
    readonly procedureId: string;
  };
  const brought = {
    time: new Date().toUTCString(),
    answers: Object.fromEntries(addresses.map((address, index) => [address, answers[index]])),
  };
  return {
    head:
      `<link rel="preload" as="fetch" crossorigin href="/api/forms/${versionHash}/${FORM_PROGRAM_FORMAT}">` +
      `<script type="application/json" id="brought">${inert(JSON.stringify(brought))}</script>`,
    waiting: await waiting(server, procedureId, versionHash),
  };
}

const MOST_KEPT = 100;
const kept = new Map<string, Promise<string>>();

/**
 * What is opened, and unseen below it the letters of its first page. A phone looks for the letters of its fonts once, and
 * that is half of what drawing the page costs: now it does so while the program is on the line.
 */
function waiting(server: FastifyInstance, procedureId: string, versionHash: string): Promise<string> {
  const known = kept.get(versionHash);
  if (known) return known;
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  const asked = askWaiting(server, procedureId);
  kept.set(versionHash, asked);
  return asked;
}

/** In the frame of every form. */
const STANDING =
  'ステップすべて入力中※必須選択してください次へ進む中断あとで続ける内容保存されていますマイページからいつでも受付まで0123456789/:年月日（土）';

async function askWaiting(server: FastifyInstance, procedureId: string): Promise<string> {
  const { statusCode, body } = await server.inject({ url: `/api/procedures/${procedureId}/questions` });
  if (statusCode !== 200) return '';
  const { title, pages } = JSON.parse(body) as QuestionsView;
  const [first] = pages;
  const words = first?.questions.flatMap((question) => [question.title, question.help, ...question.options]);
  const letters = asText(
    [...new Set([first?.title, first?.description, ...(words ?? []), STANDING].join(''))].join(''),
  );
  return `<p><b>${asText(title)}</b></p><div class="tz-shaped" aria-hidden="true">${letters}<b>${letters}</b></div>`;
}

/** JSON that cannot end the block it stands in, whatever somebody answered. */
function inert(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
