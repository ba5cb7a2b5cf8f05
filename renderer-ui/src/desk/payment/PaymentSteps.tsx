import { useState, type FormEvent, type ReactNode } from 'react';
import { planPayments, releasePayments, stepPayments } from '../../api/payments.js';
import type { PaymentBatchView } from '../../api/types.js';
import { useDeskPaymentTexts, useLanguage } from '../../texts/index.js';
import { Banner, Button, Buttons, Disclosure, Field, Select, TextInput } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { usePaymentStep, useProfiles } from './payment-queries.js';
import { ReasonDialog } from './ReasonDialog.js';

interface StepsProps {
  readonly batch: PaymentBatchView;
}

type Asking = 'cancel' | 'send-back';

/** What can be done with it now, by whom, and in words why not. */
export function PaymentSteps({ batch }: StepsProps): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.steps;
  const step = usePaymentStep();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { id, state, pays } = batch;
  const go = (verb: 'look-again' | 'submit' | 'export'): void => step.mutate(() => stepPayments(id, verb));
  const blocked = step.isPending;
  return (
    <section className="tz-stack" aria-labelledby="payment-steps">
      <h2 id="payment-steps" className="tz-heading">
        {texts.title}
      </h2>
      {asking === null && <RefusalBanner error={step.error} />}
      {!pays && <p>{texts.readOnly}</p>}
      {state === 'draft' && <Draft batch={batch} />}
      {state === 'checked' && <Checked batch={batch} />}
      {state === 'released' && <p>{texts.released}</p>}
      {state === 'exported' && <p>{texts.exported}</p>}
      {state === 'closed' && <Banner tone="success" title={texts.closed} />}
      {state === 'cancelled' && <Banner tone="warning" title={texts.cancelled} />}
      {pays && (
        <Buttons>
          {state === 'draft' && batch.mayNotSubmit === null && (
            <Button look="primary" blocked={blocked} onClick={() => go('submit')}>
              {texts.submit}
            </Button>
          )}
          {state === 'checked' && batch.mayNotRelease === null && (
            <Button
              look="primary"
              blocked={blocked}
              onClick={() => step.mutate(() => releasePayments(id, batch.digest ?? ''))}
            >
              {texts.release(batch.rows, batch.amount)}
            </Button>
          )}
          {state === 'released' && (
            <Button look="primary" blocked={blocked} onClick={() => go('export')}>
              {texts.export}
            </Button>
          )}
          {state === 'checked' && <Button onClick={() => setAsking('send-back')}>{texts.sendBack}</Button>}
          {(state === 'draft' || state === 'checked') && (
            <>
              <Button blocked={blocked} onClick={() => go('look-again')}>
                {texts.lookAgain}
              </Button>
              <Button look="text" onClick={() => setAsking('cancel')}>
                {texts.cancel}
              </Button>
            </>
          )}
        </Buttons>
      )}
      {pays && state === 'draft' && <Plan key={batch.payOn} batch={batch} />}
      {asking !== null && (
        <ReasonDialog
          title={asking === 'cancel' ? texts.cancelTitle : texts.sendBackTitle}
          lead={asking === 'cancel' && <p>{texts.cancelLead}</p>}
          label={texts.reason}
          submit={asking === 'cancel' ? texts.cancel : texts.sendBack}
          danger={asking === 'cancel'}
          busy={blocked}
          error={step.error}
          onClose={() => {
            step.reset();
            setAsking(null);
          }}
          onReason={(reason) =>
            step.mutate(() => stepPayments(id, asking, reason), { onSuccess: () => setAsking(null) })
          }
        />
      )}
    </section>
  );
}

function Draft({ batch }: StepsProps): ReactNode {
  const texts = useDeskPaymentTexts().steps;
  const language = useLanguage();
  return (
    <>
      <p>{texts.draft}</p>
      {batch.mayNotSubmit && <Banner tone="warning" title={batch.mayNotSubmit[language]} />}
    </>
  );
}

function Checked({ batch }: StepsProps): ReactNode {
  const texts = useDeskPaymentTexts().steps;
  const language = useLanguage();
  return (
    <>
      <p>{texts.checked(batch.checkedBy?.name ?? '')}</p>
      {batch.mayNotRelease && (
        <Banner tone="info" title={texts.mayNot}>
          <p>{batch.mayNotRelease[language]}</p>
        </Banner>
      )}
      <p>
        {texts.digest}
        <br />
        <span className="desk-payment__hash">{batch.digest}</span>
      </p>
    </>
  );
}

/** Another day, or another account. */
function Plan({ batch }: StepsProps): ReactNode {
  const all = useDeskPaymentTexts();
  const texts = all.plan;
  const profiles = useProfiles();
  const step = usePaymentStep();
  const [payOn, setPayOn] = useState(batch.payOn);
  const [profileId, setProfileId] = useState(batch.profile?.id ?? '');
  const choices = (profiles.data?.profiles ?? []).flatMap(({ id, inForce }) =>
    inForce ? [{ value: id, label: inForce.settings.title }] : [],
  );
  function save(event: FormEvent): void {
    event.preventDefault();
    if (!step.isPending && payOn !== '' && profileId !== '')
      step.mutate(() => planPayments(batch.id, { payOn, profileId }));
  }
  return (
    <Disclosure summary={texts.change}>
      <form className="tz-stack" onSubmit={save} noValidate>
        <RefusalBanner error={step.error} />
        <Field label={texts.day} id="plan-day" required support={all.create.dayHelp}>
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
        <Field label={texts.profile} id="plan-profile" required>
          {(control) => (
            <Select
              {...control}
              empty={all.create.choose0}
              choices={choices}
              value={profileId}
              onChange={(event) => setProfileId(event.target.value)}
            />
          )}
        </Field>
        <Buttons>
          <Button type="submit" blocked={step.isPending}>
            {texts.save}
          </Button>
        </Buttons>
      </form>
    </Disclosure>
  );
}
