import type { ReactNode } from 'react';
import { signaturePartAddress } from '../../../api/desk.js';
import type { SubmissionSignatures } from '../../../api/types.js';
import { dateTimeText, eraDateText, useLanguage, useSigningTexts } from '../../../texts/index.js';
import { Banner, ButtonAnchor, Buttons, DescriptionList, StatusChip } from '../../../ui/index.js';
import { useSignatures } from '../../desk-queries.js';
import { RailCard } from './RailCard.js';

/** Who signed the application, and the exact bytes for another verifier; nothing where none was asked. */
export function SignatureCard({ applicationId }: { readonly applicationId: string }): ReactNode {
  const texts = useSigningTexts().desk;
  const signatures = useSignatures(applicationId).data?.signatures ?? [];
  if (signatures.length === 0) return null;
  return (
    <RailCard title={texts.title} aside={<StatusChip tone="done">{texts.verified}</StatusChip>}>
      {signatures.map((signature) => (
        <Signature
          key={signature.n}
          applicationId={applicationId}
          signature={signature}
          several={signatures.length > 1}
        />
      ))}
    </RailCard>
  );
}

interface SignatureProps {
  readonly applicationId: string;
  readonly signature: SubmissionSignatures['signatures'][number];
  readonly several: boolean;
}

function Signature({ applicationId, signature, several }: SignatureProps): ReactNode {
  const texts = useSigningTexts().desk;
  const language = useLanguage();
  const { signer, differences, n, form } = signature;
  const { card } = signer;
  const dated = (date: string): string => eraDateText(date, language);
  const substituted = (text: string, is: boolean): string => (is ? `${text}${texts.substituted}` : text);
  const rows = [
    {
      key: 'name',
      term: texts.signer,
      value: card ? substituted(card.name, card.nameSubstituted) : signer.subject,
    },
    ...(card?.birthDate ? [{ key: 'birth', term: texts.birthDate, value: dated(card.birthDate) }] : []),
    ...(card?.address
      ? [{ key: 'address', term: texts.address, value: substituted(card.address, card.addressSubstituted) }]
      : []),
    { key: 'issuer', term: texts.issuer, value: signer.issuer },
    { key: 'at', term: texts.signedAt, value: dateTimeText(signature.signedAt, language) },
  ];
  const parts = ['content', 'signature', ...(form === 'raw' ? ['certificate' as const] : [])] as const;
  return (
    <div className="desk-small">
      {several && <p>{texts.submission(n)}</p>}
      {differences.map(({ field, card: onCard, answer }) => (
        <Banner key={field} tone="warning" title={texts.differs[field]}>
          <p>
            {texts.compared(
              field === 'birth_date' ? dated(onCard) : onCard,
              field === 'birth_date' ? dated(answer) : answer,
            )}
          </p>
        </Banner>
      ))}
      <DescriptionList rows={rows} />
      <Buttons>
        {parts.map((part) => (
          <ButtonAnchor key={part} size="small" href={signaturePartAddress(applicationId, n, part)} download>
            {texts.parts[part]}
          </ButtonAnchor>
        ))}
      </Buttons>
    </div>
  );
}
