import { randomBytes } from 'node:crypto';
import { canonicalJson } from '#engine';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import type { DraftRow } from './drafts.queries.js';
import type { GoodAnswers } from './judge-answers.js';

/**
 * What an applicant signs: the whole application, and enough besides that the signature fits no other one. Attachments
 * stand in it by the hash of their content.
 */
export interface SignedContent {
  readonly format: 'tetsuzuki-application-1';
  readonly procedure: { readonly id: string; readonly title: string; readonly version: string };
  readonly draft: string;
  readonly applicant: { readonly id: string; readonly name: string };
  readonly answers: unknown;
  readonly attachments: readonly {
    readonly field: string;
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  readonly preparedAt: string;
  readonly nonce: string;
}

type Application = Omit<SignedContent, 'preparedAt' | 'nonce'>;

function applicationOf(
  { procedure, hash }: CompiledVersion,
  draft: Pick<DraftRow, 'id'>,
  applicant: SignedContent['applicant'],
  { answers, files }: GoodAnswers,
): Application {
  return {
    format: 'tetsuzuki-application-1',
    procedure: { id: procedure.info.id, title: procedure.info.title, version: hash },
    draft: draft.id,
    applicant: { id: applicant.id, name: applicant.name },
    answers: JSON.parse(JSON.stringify(answers)),
    attachments: files
      .map(({ field, name, bytes, sha256 }) => ({ field, name, bytes, sha256 }))
      .sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
  };
}

/** The exact bytes (RFC 8785), with the moment and a number that never comes again. */
export function contentToSign(...application: Parameters<typeof applicationOf>): Buffer {
  const draft = application[1] as DraftRow;
  const content: SignedContent = {
    ...applicationOf(...application),
    preparedAt: draft.now.toISOString(),
    nonce: randomBytes(16).toString('hex'),
  };
  return Buffer.from(canonicalJson(content), 'utf8');
}

/** Is this the application that was signed, to the last character? */
export function isContentOf(content: Buffer, ...application: Parameters<typeof applicationOf>): boolean {
  const { preparedAt: _, nonce: __, ...signed } = JSON.parse(content.toString('utf8')) as SignedContent;
  return canonicalJson(signed) === canonicalJson(applicationOf(...application));
}
