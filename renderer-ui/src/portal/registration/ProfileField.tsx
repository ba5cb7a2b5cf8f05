import type { ComponentProps, ReactNode } from 'react';
import { useRegistrationTexts } from '../../texts/index.js';
import { Field, Select, TextInput } from '../../ui/index.js';
import type { ProfileDraft, ProfileField as FieldName } from './profile-draft.js';

type Texts = ReturnType<typeof useRegistrationTexts>;

export function titleOf(texts: Texts, kind: ProfileDraft['kind'], name: FieldName): string {
  const title = texts.profile.fields[name];
  return typeof title === 'string' ? title : title[kind];
}

function supportOf({ profile }: Texts, name: FieldName): string | undefined {
  if (name.endsWith('kana')) return profile.kanaSupport;
  if (name === 'postal') return profile.postalSupport;
  if (name === 'phone') return profile.phoneSupport;
  return name === 'corporate_number' ? profile.corporateSupport : undefined;
}

/** How a browser fills it in, and which keyboard a phone shows. */
function inputOf(name: FieldName, kind: ProfileDraft['kind']): ComponentProps<typeof TextInput> {
  switch (name) {
    case 'name':
      return { autoComplete: kind === 'individual' ? 'name' : 'organization' };
    case 'birth_date':
      return { type: 'date', autoComplete: 'bday' };
    case 'contact_birth_date':
      return { type: 'date' };
    case 'postal':
      return { inputMode: 'numeric', autoComplete: 'postal-code', chars: 10 };
    case 'address':
      return { autoComplete: 'street-address' };
    case 'phone':
      return { type: 'tel', autoComplete: 'tel', chars: 16 };
    case 'corporate_number':
      return { inputMode: 'numeric', chars: 16 };
    case 'contact_name':
      return { autoComplete: 'name' };
    default:
      return {};
  }
}

interface ProfileFieldProps {
  readonly name: FieldName;
  readonly required: boolean;
  readonly draft: ProfileDraft;
  readonly errors: readonly string[];
  readonly onChange: (change: Partial<ProfileDraft>) => void;
  readonly more?: ComponentProps<typeof TextInput>;
}

/** One question of the profile. */
export function ProfileField(props: ProfileFieldProps): ReactNode {
  const { name, required, draft, errors, onChange, more } = props;
  const texts = useRegistrationTexts();
  const value = draft[name] ?? '';
  return (
    <Field
      id={name}
      label={titleOf(texts, draft.kind, name)}
      support={supportOf(texts, name)}
      required={required}
      errors={errors}
    >
      {(control) =>
        name === 'sex' ? (
          <Select
            {...control}
            value={value}
            choices={Object.entries(texts.profile.sexes).map(([key, label]) => ({ value: key, label }))}
            onChange={(event) => onChange({ sex: event.target.value })}
          />
        ) : (
          <TextInput
            {...control}
            {...inputOf(name, draft.kind)}
            {...more}
            value={value}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        )
      }
    </Field>
  );
}
