import { useState, type FormEvent, type ReactNode } from 'react';
import { beginPayments } from '../../api/payments.js';
import { useSite } from '../../api/queries.js';
import type { ProfileList } from '../../api/types.js';
import { Navigate, useNavigate, useSearchParams } from '../../router/index.js';
import { useDeskPaymentTexts } from '../../texts/index.js';
import {
  Banner,
  Button,
  ButtonLink,
  Buttons,
  ChoiceBox,
  ErrorSummary,
  Field,
  Page,
  Select,
  Spinner,
  TextInput,
  type SummaryLine,
} from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { usePaymentStep, useProfiles } from './payment-queries.js';
import { WaitingTable } from './WaitingTable.js';
import './payment.css';

const MOST = 20_000;

/** Day, account, and which of those that wait. */
export function NewPaymentsScreen(): ReactNode {
  const texts = useDeskPaymentTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const profiles = useProfiles();
  const [params] = useSearchParams();
  const procedureId = params.get('procedure') ?? '';
  // Which procedure is paid is chosen there.
  if (procedureId === '') return <Navigate to="/desk/payments" replace />;
  return (
    <Page
      title={texts.create.title}
      over={texts.title}
      site={site.data?.name ?? desk.product}
      focusKey="new payments"
    >
      <div className="tz-stack desk-payment">
        <p>{texts.create.lead}</p>
        <RefusalBanner error={profiles.error} />
        {profiles.isPending && <Spinner />}
        {profiles.data && <NewForm profiles={profiles.data} procedureId={procedureId} />}
      </div>
    </Page>
  );
}

interface NewFormProps {
  readonly profiles: ProfileList;
  readonly procedureId: string;
}

function NewForm({ profiles, procedureId }: NewFormProps): ReactNode {
  const texts = useDeskPaymentTexts();
  const { create } = texts;
  const navigate = useNavigate();
  const step = usePaymentStep();
  const choices = profiles.profiles.flatMap(({ id, inForce }) =>
    inForce ? [{ value: id, label: inForce.settings.title }] : [],
  );
  const [payOn, setPayOn] = useState('');
  const [profileId, setProfileId] = useState(choices.length === 1 ? (choices[0]?.value ?? '') : '');
  const [most, setMost] = useState('1000');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [onlyPicked, setOnlyPicked] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const count = /^\d{1,5}$/.test(most) ? Number(most) : 0;
  const faults: readonly SummaryLine[] = [
    ...(payOn === '' ? [{ controlId: 'pay-on', text: create.dayMissing }] : []),
    ...(profileId === '' ? [{ controlId: 'pay-profile', text: create.profileMissing }] : []),
    ...(onlyPicked && picked.size === 0 ? [{ controlId: 'pay-which', text: create.pickMissing }] : []),
    ...(!onlyPicked && (count < 1 || count > MOST)
      ? [{ controlId: 'pay-most', text: create.mostMissing }]
      : []),
  ];
  const shown = attempt === 0 ? [] : faults;
  const errorsOf = (id: string): readonly string[] =>
    shown.filter(({ controlId }) => controlId === id).map(({ text }) => text);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (step.isPending || faults.length > 0) return;
    const from = onlyPicked ? { ids: [...picked] } : { most: count };
    step.mutate(() => beginPayments({ procedureId, payOn, profileId, from }), {
      onSuccess: (batch) => {
        if (batch) void navigate(`/desk/payments/${encodeURIComponent(batch.id)}`);
      },
    });
  }

  if (choices.length === 0) {
    return (
      <Banner tone="warning" title={create.noProfile}>
        <Buttons>
          <ButtonLink to="/desk/payments/accounts">{texts.list.profiles}</ButtonLink>
        </Buttons>
      </Banner>
    );
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate>
      <ErrorSummary lines={shown} attempt={attempt} />
      <RefusalBanner error={step.error} />
      <Field label={create.day} id="pay-on" required support={create.dayHelp} errors={errorsOf('pay-on')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            chars={14}
            value={payOn}
            onChange={(event) => setPayOn(event.target.value)}
          />
        )}
      </Field>
      <Field label={create.profile} id="pay-profile" required errors={errorsOf('pay-profile')}>
        {(control) => (
          <Select
            {...control}
            empty={create.choose0}
            choices={choices}
            value={profileId}
            onChange={(event) => setProfileId(event.target.value)}
          />
        )}
      </Field>
      <Field label={create.which} id="pay-which" group required errors={errorsOf('pay-which')}>
        {(control) => (
          <div id={control.id} tabIndex={-1}>
            <ChoiceBox
              kind="radio"
              name="pay-which"
              checked={!onlyPicked}
              aria-describedby={control['aria-describedby']}
              onChange={() => setOnlyPicked(false)}
            >
              {create.most}
            </ChoiceBox>
            <ChoiceBox
              kind="radio"
              name="pay-which"
              checked={onlyPicked}
              onChange={() => setOnlyPicked(true)}
            >
              {create.picked(picked.size)}
            </ChoiceBox>
          </div>
        )}
      </Field>
      {!onlyPicked && (
        <Field label={create.mostCount} id="pay-most" required errors={errorsOf('pay-most')}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              chars={8}
              value={most}
              onChange={(event) => setMost(event.target.value)}
            />
          )}
        </Field>
      )}
      <Buttons>
        <Button type="submit" look="primary" blocked={step.isPending}>
          {create.submit}
        </Button>
        <ButtonLink to="/desk/payments">{texts.back}</ButtonLink>
      </Buttons>
      <WaitingTable
        procedureId={procedureId}
        picked={picked}
        onPick={(id, wanted) => {
          setOnlyPicked(true);
          setPicked((before) => {
            const next = new Set(before);
            if (wanted) next.add(id);
            else next.delete(id);
            return next;
          });
        }}
      />
    </form>
  );
}
