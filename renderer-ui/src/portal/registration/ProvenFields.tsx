import type { ReactNode } from 'react';
import { eraDateText, useIdentityTexts, useLanguage, useRegistrationTexts } from '../../texts/index.js';
import { Card, DescriptionList, StatusChip } from '../../ui/index.js';
import { titleOf } from './ProfileField.js';
import { type Arrival, profileFields } from './profile-draft.js';

/** What an outside service vouches for, to read; or a word that the fields are filled in from there. */
export function ProvenFields({ arrival }: { readonly arrival: Arrival }): ReactNode {
  const texts = useIdentityTexts().profile;
  const words = useRegistrationTexts();
  const language = useLanguage();
  const { kind, profile, proven } = arrival;
  const service = arrival.provider[language];
  const sexes: Readonly<Record<string, string>> = words.profile.sexes;
  const valueOf = (name: string, value: string): string => {
    if (name === 'sex') return sexes[value] ?? value;
    return name.endsWith('birth_date') ? eraDateText(value, language) : value;
  };
  const rows = profileFields[kind].flatMap(({ name }) => {
    const value = profile[name];
    if (!proven.includes(name) || value === undefined) return [];
    return { key: name, term: titleOf(words, kind, name), value: valueOf(name, value) };
  });
  if (rows.length === 0) return <p>{texts.prefilled(service)}</p>;
  return (
    <Card look="quiet" as="section" aria-labelledby="proven">
      <h2 id="proven" className="tz-heading">
        {texts.provenTitle} <StatusChip tone="done">{texts.proven}</StatusChip>
      </h2>
      <p>{texts.provenLead(service)}</p>
      <DescriptionList rows={rows} />
    </Card>
  );
}
