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
const inputs: Readonly<Partial<Record<FieldName, ComponentProps<typeof TextInput>>>> = {
  birth_date: { type: 'date', autoComplete: 'bday' },
  contact_birth_date: { type: 'date' },
  postal: { inputMode: 'numeric', autoComplete: 'postal-code', chars: 10 },
  address: { autoComplete: 'street-address' },
  phone: { type: 'tel', autoComplete: 'tel', chars: 16 },
  corporate_number: { inputMode: 'numeric', chars: 16 },
  contact_name: { autoComplete: 'name' },
};

function inputOf(name: FieldName, kind: ProfileDraft['kind']): ComponentProps<typeof TextInput> {
  if (name === 'name') return { autoComplete: kind === 'individual' ? 'name' : 'organization' };
  return inputs[name] ?? {};
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
