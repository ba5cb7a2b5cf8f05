import type { AnswerContext } from '#engine';
import type { ApplicantAsker } from '../access/asker.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import type { DraftSignature } from './draft-signatures.queries.js';
import type { DraftRow } from './drafts.queries.js';
import { judgeAnswers } from './judge-answers.js';
import { isContentOf } from './signed-content.js';
import { readableName } from '../signatures/signer.js';
import type { SigningView } from './signing.dto.js';

type Applications = NonNullable<AnswerContext['applications']>;

export function signingView(
  version: CompiledVersion,
  title: string,
  draft: DraftRow,
  applicant: ApplicantAsker,
  signature: DraftSignature | null,
  trusted: Pick<SigningView, 'test' | 'issuers'>,
  applications: Applications,
): SigningView {
  return {
    procedureTitle: title,
    revision: draft.revision,
    asked: version.procedure.info.signIn === 'signature',
    ...trusted,
    prepared: signature && {
      sha256: signature.content_sha256,
      bytes: signature.content.length,
      preparedAt: signature.prepared_at.toISOString(),
      fellAway: !isStill(signature.content, version, draft, applicant, applications),
      content: signature.content.toString('utf8'),
      signed:
        signature.signer && signature.signed_at
          ? {
              at: signature.signed_at.toISOString(),
              name: signature.signer.card?.name ?? signature.signer.subject,
              issuer: readableName(signature.signer.issuer),
            }
          : null,
    },
  };
}

function isStill(
  content: Buffer,
  version: CompiledVersion,
  draft: DraftRow,
  applicant: ApplicantAsker,
  applications: Applications,
): boolean {
  const good = judgeAnswers(version, draft.answers, draft.attachments, draft.now, applications);
  return good.ok && isContentOf(content, version, draft, applicant, good.value);
}
