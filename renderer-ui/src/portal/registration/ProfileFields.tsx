import type { ReactNode } from 'react';
import { useKanaProposal } from '../../ui/index.js';
import { PostalAddressFill } from './PostalAddressFill.js';
import { ProfileField } from './ProfileField.js';
import { type ProfileDraft, profileFields } from './profile-draft.js';

interface ProfileFieldsProps {
  readonly draft: ProfileDraft;
  /** Fields that an outside service vouches for: they are not asked. */
  readonly proven?: readonly string[];
  readonly errorsOf: (field: string) => readonly string[];
  readonly onChange: (change: Partial<ProfileDraft>) => void;
}

/** Every question about a person or a business; readings are proposed, and the postal code fills the address. */
export function ProfileFields({ draft, proven = [], errorsOf, onChange }: ProfileFieldsProps): ReactNode {
  const kana = {
    name: useKanaProposal(draft.name_kana ?? '', (name_kana) => onChange({ name_kana })),
    representative_name: useKanaProposal(draft.representative_kana ?? '', (representative_kana) =>
      onChange({ representative_kana }),
    ),
  };
  const asked = profileFields[draft.kind].filter(({ name }) => !proven.includes(name));
  return asked.map(({ name, required }) => (
    <div key={name}>
      <ProfileField
        name={name}
        required={required}
        draft={draft}
        errors={errorsOf(name)}
        onChange={onChange}
        {...(name === 'name' || name === 'representative_name' ? { more: kana[name] } : {})}
      />
      {name === 'postal' && (
        <PostalAddressFill
          postal={draft.postal ?? ''}
          address={draft.address ?? ''}
          onAddress={(address) => onChange({ address })}
        />
      )}
    </div>
  ));
}
