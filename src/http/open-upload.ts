import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { Refused, refuse } from './refusal.js';

/** A file as it comes in. `cut` tells, once the stream has ended, that it was longer than allowed. */
export interface Upload {
  readonly name: string;
  readonly content: Readable;
  cut(): boolean;
}

/** The one file of a multipart request, cut at so many bytes; null when the request holds none as part `file`. */
export async function openUpload(request: FastifyRequest, maxBytes: number): Promise<Upload | null> {
  const limits = { fileSize: maxBytes, files: 1, fields: 0, parts: 1 };
  const part = await request.file({ limits }).catch((error: { statusCode?: number }) => {
    // What the parser finds wrong has no status of its own.
    throw error.statusCode === undefined ? new Refused(refuse('request-unreadable')) : error;
  });
  if (!part || part.fieldname !== 'file') return null;
  return { name: part.filename, content: part.file, cut: () => part.file.truncated };
}

/** The same for verbs, which say how many bytes they take: refuses at once what is no multipart request. */
export function uploadOf(request: FastifyRequest): (maxBytes: number) => Promise<Upload | null> {
  if (!request.isMultipart()) throw new Refused(refuse('content-type-not-accepted'));
  return (maxBytes) => openUpload(request, maxBytes);
}
