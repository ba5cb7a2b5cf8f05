import { currentLanguage } from '../texts/index.js';
import { takeBrought } from './brought.js';
import { hearServerTime } from './server-clock.js';
import type { ProblemDetails } from './types.js';

/** The server said no. `problem.code` is stable and in words; `problem.detail` is for people, in both languages. */
export class RequestRefused extends Error {
  constructor(readonly problem: ProblemDetails) {
    super(problem.code);
  }
}

/** No answer came: the network is away, or the server is. Nothing is known about what happened. */
export class Unreachable extends Error {}

export function isRefused(error: unknown, code?: string): error is RequestRefused {
  return error instanceof RequestRefused && (code === undefined || error.problem.code === code);
}

/** Characters, of three bytes at most: all such bodies of a page together may have 64 KiB. */
const LONGEST_KEPT_ALIVE = 10_000;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One call to the API. Gives the parsed body, or undefined for 204.
 * Throws `RequestRefused` or `Unreachable` and nothing else.
 */
export function request<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const brought = method === 'GET' ? takeBrought<T>(path, currentLanguage()) : undefined;
  if (brought !== undefined) return Promise.resolve(brought);
  const json = body === undefined ? null : { type: 'application/json', content: JSON.stringify(body) };
  return call<T>(method, path, json, signal);
}

/** A file, or one piece of it. Gives and throws as `request` does. */
export function sendBytes<T>(
  path: string,
  bytes: Blob,
  signal?: AbortSignal,
  method: Method = 'PUT',
): Promise<T> {
  return call<T>(method, path, { type: 'application/octet-stream', content: bytes }, signal);
}

interface Body {
  readonly type: string;
  readonly content: string | Blob;
}

async function call<T>(
  method: Method,
  path: string,
  body: Body | null,
  signal: AbortSignal | undefined,
): Promise<T> {
  let response: Response;
  const text = typeof body?.content === 'string' ? body.content : null;
  const sentAt = Date.now();
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      // What is on its way when the page is closed arrives all the same; browsers do that for small bodies alone.
      keepalive: method === 'PUT' && text !== null && text.length < LONGEST_KEPT_ALIVE,
      headers: {
        accept: 'application/json',
        'accept-language': currentLanguage(),
        ...(body === null ? {} : { 'content-type': body.type }),
      },
      ...(body === null ? {} : { body: body.content }),
      ...(signal ? { signal } : {}),
    });
  } catch {
    throw new Unreachable(path);
  }
  hearServerTime(response.headers.get('date'), sentAt);
  if (response.status === 204) return undefined as T;
  const answer = await response.text().catch(() => {
    throw new Unreachable(path);
  });
  return readAnswer<T>(response.status, answer);
}

/**
 * Sends one file as multipart part `file`. `onProgress` is told the share sent, 0 to 1. `fetch` cannot tell how much
 * of a body has left, hence XMLHttpRequest.
 */
export function upload<T>(
  path: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', path);
    call.setRequestHeader('accept', 'application/json');
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    call.onload = () => {
      try {
        resolve(readAnswer<T>(call.status, call.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : new Unreachable(path));
      }
    };
    call.onerror = () => reject(new Unreachable(path));
    call.onabort = () => reject(new Unreachable(path));
    signal.addEventListener('abort', () => call.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    call.send(form);
  });
}

function readAnswer<T>(status: number, text: string): T {
  const body = parse(text);
  if (status >= 200 && status < 300) return body as T;
  throw new RequestRefused(isProblem(body) ? body : withoutDetails(status));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isProblem(body: unknown): body is ProblemDetails {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

/** A proxy in front may answer with a page of its own. */
function withoutDetails(status: number): ProblemDetails {
  return {
    type: 'about:blank',
    title: 'unavailable',
    status,
    code: 'unavailable',
    detail: {
      ja: 'ただいまサーバーにつながりません。しばらくしてからもう一度お試しください。',
      en: 'The server cannot be reached at the moment. Please try again shortly.',
    },
    requestId: '',
  };
}
