import type { FastifyReply } from 'fastify';

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** For the screens: our own files and nothing inline. */
export const screenPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** @param hash of the one block of rules that a page brings itself: `'sha256-…'` */
export function policyWithStyle(hash: string | null): string {
  return hash === null ? screenPolicy : screenPolicy.replace("style-src 'self'", `style-src 'self' ${hash}`);
}

const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** What somebody uploaded: it may be shown, and may do nothing. */
export const uploadedPolicy = "default-src 'none'; frame-ancestors 'self'; sandbox";

/** A PDF looked at in place: browsers do not start their viewer in a sandbox; it runs apart from the site by itself. */
export const pdfPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** Defaults of every answer: nothing is cached, framed or sniffed unless a handler says so. */
export function setDefaultHeaders(reply: FastifyReply, https: boolean): void {
  reply.headers(always);
  reply.header('cache-control', 'no-store');
  reply.header('content-security-policy', dataPolicy);
  if (https) reply.header('strict-transport-security', 'max-age=31536000');
}

/**
 * What a browser runs and draws as part of a page is ruled by the page's policy; said again with each file it is half a
 * kilobyte, a fiftieth of a second over a slow line. A worker's file is ruled by what comes with itself.
 */
export function setPartHeaders(reply: FastifyReply): void {
  for (const name of pagesOnly) reply.removeHeader(name);
}

const pagesOnly = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
  'referrer-policy',
];

export const immutable = 'public, max-age=31536000, immutable';
