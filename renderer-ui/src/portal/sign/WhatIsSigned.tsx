import type { ReactNode } from 'react';
import { signedContentAddress } from '../../api/signing.js';
import type { SigningView } from '../../api/types.js';
import { exactTimeText, useLanguage, useSigningTexts } from '../../texts/index.js';
import { ButtonAnchor, DescriptionList, Disclosure, Icon } from '../../ui/index.js';

interface WhatIsSignedProps {
  readonly draftId: string;
  readonly title: string;
  readonly prepared: NonNullable<SigningView['prepared']>;
}

/** The exact bytes: to read, to download, and their fingerprint. */
export function WhatIsSigned({ draftId, title, prepared }: WhatIsSignedProps): ReactNode {
  const texts = useSigningTexts().what;
  const language = useLanguage();
  const rows = [
    { key: 'procedure', term: texts.procedure, value: title },
    { key: 'at', term: texts.preparedAt, value: exactTimeText(prepared.preparedAt, language) },
    { key: 'size', term: texts.size, value: texts.bytes(prepared.bytes) },
    { key: 'hash', term: texts.sha256, value: <code className="tz-sign__hash">{prepared.sha256}</code> },
  ];
  return (
    <section className="tz-flow" aria-labelledby="signed-data">
      <h2 id="signed-data" className="tz-heading">
        {texts.title}
      </h2>
      <p>{texts.lead}</p>
      <DescriptionList rows={rows} />
      <Disclosure summary={texts.show}>
        <pre className="tz-sign__content" tabIndex={0} aria-label={texts.title} lang="ja">
          {prepared.content}
        </pre>
      </Disclosure>
      <p>
        <ButtonAnchor href={signedContentAddress(draftId)} download={texts.fileName}>
          <Icon name="download" />
          {texts.download}
        </ButtonAnchor>
      </p>
    </section>
  );
}
