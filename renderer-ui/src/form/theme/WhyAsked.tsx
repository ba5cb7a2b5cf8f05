import type { ReactNode } from 'react';
import { useFormTexts } from '../../texts/index.js';
import { Disclosure, InJapanese } from '../../ui/index.js';
import type { Field } from '../engine.js';

/** What an answer is used for and how long it is kept, on request (個人情報の保護に関する法律62条). */
export function WhyAsked({ field }: { readonly field: Field }): ReactNode {
  const { why } = useFormTexts();
  if (field.purpose === null) return null;
  return (
    <Disclosure
      small
      summary={
        <>
          {why.summary}
          <span className="tz-hidden"> {field.title}</span>
        </>
      }
    >
      <p>
        <InJapanese>{why.purpose(field.purpose)}</InJapanese>
      </p>
      {field.retentionYears !== null && <p>{why.kept(field.retentionYears)}</p>}
    </Disclosure>
  );
}
