import { useState, type ReactNode } from 'react';
import { completeArrival } from '../../api/identity.js';
import { completeRegistration } from '../../api/registration.js';
import { eraDateText, useLanguage, useRegistrationTexts } from '../../texts/index.js';
import { Button, ButtonLink, Buttons, DescriptionList, Dialog, ErrorSummary } from '../../ui/index.js';
import type { Passwords } from './PasswordFields.js';
import { titleOf } from './ProfileField.js';
import { type Arrival, type ProfileDraft, type ProfileField, profileFields } from './profile-draft.js';
import { useRefusals } from './use-refusals.js';

interface ConfirmStepProps {
  readonly mail: string;
  readonly draft: ProfileDraft;
  readonly arrival: Arrival | null;
  readonly passwords: Passwords;
  readonly onDone: () => void;
}

/** Everything once more, before the account is made. */
export function ConfirmStep({ mail, draft, arrival, passwords, onDone }: ConfirmStepProps): ReactNode {
  const texts = useRegistrationTexts();
  const language = useLanguage();
  const refusals = useRefusals();
  const [asking, setAsking] = useState(false);
  const valueOf = (name: ProfileField): string => {
    const value = draft[name] ?? '';
    if (name === 'sex') return texts.profile.sexes[value as keyof typeof texts.profile.sexes];
    if (value === '') return texts.confirm.empty;
    return name.endsWith('birth_date') ? eraDateText(value, language) : value;
  };
  const rows = [
    { key: 'mail', term: texts.mail.userId, value: mail },
    { key: 'kind', term: texts.profile.kind, value: texts.profile.kinds[draft.kind] },
    ...profileFields[draft.kind].map(({ name }) => ({
      key: name,
      term: titleOf(texts, draft.kind, name),
      value: valueOf(name),
    })),
    ...(arrival === null
      ? [{ key: 'password', term: texts.profile.password, value: texts.confirm.passwordHidden }]
      : []),
    {
      key: 'news',
      term: texts.profile.news,
      value: draft.wantsNews ? texts.profile.wantsNews : texts.profile.noNews,
    },
  ];
  const submit = async (): Promise<void> => {
    const complete = arrival === null ? completeRegistration : completeArrival;
    if (await refusals.send(() => complete({ ...draft, ...passwords }))) onDone();
  };
  return (
    <>
      <ErrorSummary
        lines={refusals.lines.map(({ text }) => ({ controlId: null, text }))}
        attempt={refusals.attempt}
      />
      <p className="tz-lead">{texts.confirm.lead}</p>
      <DescriptionList rows={rows} />
      <Buttons>
        <Button look="primary" size="large" blocked={refusals.busy} onClick={() => setAsking(true)}>
          {texts.confirm.submit}
        </Button>
        <ButtonLink to="/register/profile">{texts.confirm.back}</ButtonLink>
      </Buttons>
      <Dialog title={texts.confirm.sure} open={asking} onClose={() => setAsking(false)}>
        <p>{texts.confirm.sureLead}</p>
        <Buttons>
          <Button
            look="primary"
            blocked={refusals.busy}
            onClick={() => {
              setAsking(false);
              void submit();
            }}
          >
            {texts.confirm.ok}
          </Button>
          <Button onClick={() => setAsking(false)}>{texts.confirm.cancel}</Button>
        </Buttons>
      </Dialog>
    </>
  );
}
