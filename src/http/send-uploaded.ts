import { Type } from '@sinclair/typebox';
import type { FastifyReply } from 'fastify';
import { pdfPolicy, uploadedPolicy } from './security-headers.js';
import { contentDisposition } from '../files/file-name.js';
import type { FileStore } from '../files/file-store.js';
import { isShownInPlace } from '../files/media-type.js';

/** `?inline=1` looks at a picture or PDF in place; anything else is saved. */
export const UploadedFileQuery = Type.Object(
  { inline: Type.Optional(Type.Literal('1')) },
  { additionalProperties: false },
);

export interface UploadedFile {
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Answers with what somebody uploaded, under a content policy by which nothing in it can act. */
export async function sendUploaded(
  reply: FastifyReply,
  store: FileStore,
  file: UploadedFile,
  inline: string | undefined,
): Promise<void> {
  const kind = inline === '1' && isShownInPlace(file.media_type) ? 'inline' : 'attachment';
  const viewsPdf = kind === 'inline' && file.media_type === 'application/pdf';
  await reply
    .header('content-type', file.media_type)
    .header('content-length', file.bytes)
    .header('content-disposition', contentDisposition(kind, file.name))
    .header('content-security-policy', viewsPdf ? pdfPolicy : uploadedPolicy)
    .send(store.open(file.sha256));
}
