import type { ReactNode } from 'react';
import type { ProcedureView } from '../../api/types.js';
import { usePortalTexts } from '../../texts/index.js';

export function Contact({ contact }: { readonly contact: ProcedureView['contact'] }): ReactNode {
  const texts = usePortalTexts().procedure;
  return (
    <address className="tz-contact">
      <p>
        <strong>{contact.name}</strong>
      </p>
      <p>
        {texts.phone}
        <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
        {texts.hours(contact.hours)}
      </p>
      <p>
        {texts.mail}
        <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
      </p>
    </address>
  );
}
