import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { addApplicant, editProfile } from '../../api/account.js';
import { keys } from '../../api/queries.js';
import type { AccountView, ProfileTexts } from '../../api/types.js';
import { Navigate, useNavigate, useParams } from '../../router/index.js';
import { useAccountTexts } from '../../texts/index.js';
import { Button, ErrorSummary } from '../../ui/index.js';
import { NotFoundScreen } from '../frame/Failure.js';
import { ProfileFields } from '../registration/ProfileFields.js';
import { type ProfileDraft, profileFields } from '../registration/profile-draft.js';
import { useRefusals } from '../registration/use-refusals.js';
import { AccountPage } from './AccountPage.js';

interface SectionProps {
  readonly account: AccountView;
}

export function EditProfile({ account }: SectionProps): ReactNode {
  const texts = useAccountTexts();
  const { id = '' } = useParams();
  const applicant = account.applicants.find((one) => one.id === id);
  if (!applicant) return <NotFoundScreen />;
  return (
    <AccountPage title={texts.profiles.kinds[applicant.kind]} focusKey={`account-${id}`}>
      <p className="tz-lead">{texts.profiles.lead}</p>
      <ProfileForm
        key={id}
        kind={applicant.kind}
        begin={applicant.profile}
        send={(entry) => editProfile(id, entry)}
        done={texts.saved}
      />
    </AccountPage>
  );
}

export function AddProfile({ account }: SectionProps): ReactNode {
  const texts = useAccountTexts();
  const [only] = account.applicants.length === 1 ? account.applicants : [];
  if (!only) return <Navigate to="/account" replace />;
  const kind = only.kind === 'individual' ? 'business' : 'individual';
  return (
    <AccountPage title={texts.profiles.add[kind]} focusKey="account-add">
      <p className="tz-lead">{texts.profiles.addLead[kind]}</p>
      <ProfileForm
        kind={kind}
        begin={{ phone: only.profile.phone ?? '' }}
        send={addApplicant}
        done={texts.profiles.added}
      />
    </AccountPage>
  );
}

interface ProfileFormProps {
  readonly kind: ProfileDraft['kind'];
  readonly begin: Readonly<Record<string, string>>;
  readonly send: (entry: ProfileTexts) => Promise<AccountView>;
  readonly done: string;
}

function ProfileForm({ kind, begin, send, done }: ProfileFormProps): ReactNode {
  const texts = useAccountTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const refusals = useRefusals();
  const [draft, setDraft] = useState<ProfileDraft>({ name: '', phone: '', ...begin, kind, wantsNews: false });
  const submit = async (): Promise<void> => {
    const texted = profileFields[kind].map(({ name }) => [name, draft[name] ?? ''] as const);
    const sent = await refusals.send(async () => {
      queries.setQueryData(keys.account, await send({ ...(Object.fromEntries(texted) as ProfileTexts) }));
    });
    if (!sent) return;
    await queries.invalidateQueries({ queryKey: keys.session });
    await navigate('/account', { state: { done } });
  };
  return (
    <form
      className="tz-account__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
      <ProfileFields
        draft={draft}
        errorsOf={refusals.errorsOf}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
      <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
        {texts.save}
      </Button>
    </form>
  );
}
