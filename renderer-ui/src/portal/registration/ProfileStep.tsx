import type { ReactNode } from 'react';
import { judgeArrival } from '../../api/identity.js';
import { judgeProfile } from '../../api/registration.js';
import { useRegistrationTexts } from '../../texts/index.js';
import { Button, ChoiceBox, ErrorSummary, Field } from '../../ui/index.js';
import { PasswordFields, type Passwords } from './PasswordFields.js';
import { ProfileFields } from './ProfileFields.js';
import { ProvenFields } from './ProvenFields.js';
import type { Arrival, ProfileDraft } from './profile-draft.js';
import { useRefusals } from './use-refusals.js';

interface ProfileStepProps {
  readonly draft: ProfileDraft;
  /** Whom an outside service sent: no password is asked, and what it vouches for is not. */
  readonly arrival: Arrival | null;
  readonly passwords: Passwords;
  readonly onDraft: (draft: ProfileDraft) => void;
  readonly onPasswords: (passwords: Passwords) => void;
  readonly onDone: () => void;
}

/** Who registers, the password, and whether news are wanted. */
export function ProfileStep(props: ProfileStepProps): ReactNode {
  const { draft, arrival, passwords, onDraft, onPasswords, onDone } = props;
  const texts = useRegistrationTexts();
  const refusals = useRefusals();
  const proven = arrival?.proven ?? [];
  const change = (part: Partial<ProfileDraft>): void => onDraft({ ...draft, ...part });
  const submit = async (): Promise<void> => {
    const judge = arrival === null ? judgeProfile : judgeArrival;
    if (await refusals.send(() => judge({ ...draft, ...passwords }))) onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
      <p className="tz-lead">{texts.profile.lead}</p>
      {arrival !== null && <ProvenFields arrival={arrival} />}
      {proven.length === 0 && (
        <Field label={texts.profile.kind} support={texts.profile.kindSupport} required group>
          {() =>
            (['individual', 'business'] as const).map((kind) => (
              <ChoiceBox
                key={kind}
                kind="radio"
                framed
                name="kind"
                checked={draft.kind === kind}
                onChange={() => change({ kind })}
              >
                {texts.profile.kinds[kind]}
              </ChoiceBox>
            ))
          }
        </Field>
      )}
      <ProfileFields draft={draft} proven={proven} errorsOf={refusals.errorsOf} onChange={change} />
      {arrival === null && (
        <PasswordFields passwords={passwords} errorsOf={refusals.errorsOf} onChange={onPasswords} />
      )}
      <Field label={texts.profile.news} support={texts.profile.newsSupport} required group>
        {() =>
          [true, false].map((wantsNews) => (
            <ChoiceBox
              key={String(wantsNews)}
              kind="radio"
              name="news"
              checked={draft.wantsNews === wantsNews}
              onChange={() => change({ wantsNews })}
            >
              {wantsNews ? texts.profile.wantsNews : texts.profile.noNews}
            </ChoiceBox>
          ))
        }
      </Field>
      <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
        {texts.profile.toConfirm}
      </Button>
    </form>
  );
}
