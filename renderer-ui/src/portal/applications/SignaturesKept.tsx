import { useQuery } from '../../api/query/index.js';
import type { ReactNode } from 'react';
import { fetchOwnSignatures, ownSignaturePartAddress } from '../../api/signing.js';
import type { SubmissionSignatures } from '../../api/types.js';
import { dateTimeText, useLanguage, useSigningTexts } from '../../texts/index.js';
import { ButtonAnchor, DescriptionList, Icon } from '../../ui/index.js';

/** Who signed what was submitted, with the bytes for any other verifier; nothing where no signature was asked. */
export function SignaturesKept({ applicationId }: { readonly applicationId: string }): ReactNode {
  const texts = useSigningTexts().kept;
  const found = useQuery({
    queryKey: ['application-signatures', applicationId],
    queryFn: () => fetchOwnSignatures(applicationId),
  });
  const signatures = found.data?.signatures ?? [];
  if (signatures.length === 0) return null;
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures" className="tz-heading tz-heading--section">
        {texts.title}
      </h2>
      <div className="tz-flow">
        <p>{texts.lead}</p>
        {signatures.map((signature) => (
          <Kept key={signature.n} applicationId={applicationId} signature={signature} />
        ))}
      </div>
    </section>
  );
}

interface KeptProps {
  readonly applicationId: string;
  readonly signature: SubmissionSignatures['signatures'][number];
}

function Kept({ applicationId, signature }: KeptProps): ReactNode {
  const { kept, signed } = useSigningTexts();
  const language = useLanguage();
  const { n, signer, form, signedAt } = signature;
  const parts = ['content', 'signature', ...(form === 'raw' ? (['certificate'] as const) : [])] as const;
  return (
    <div className="tz-flow">
      <h3 className="tz-subheading">{kept.submission(n)}</h3>
      <DescriptionList
        rows={[
          { key: 'by', term: signed.by, value: signer.card?.name ?? signer.subject },
          { key: 'issuer', term: signed.issuer, value: signer.issuerName },
          { key: 'at', term: signed.at, value: dateTimeText(signedAt, language) },
        ]}
      />
      <ul className="tz-papers">
        {parts.map((part) => (
          <li key={part}>
            <ButtonAnchor size="small" href={ownSignaturePartAddress(applicationId, n, part)} download>
              <Icon name="download" />
              {kept.parts[part]}
            </ButtonAnchor>
          </li>
        ))}
      </ul>
    </div>
  );
}
