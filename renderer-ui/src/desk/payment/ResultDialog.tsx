import { useState, type FormEvent, type ReactNode } from 'react';
import { reportResult } from '../../api/payments.js';
import type { PaymentBatchView, PaymentRowView } from '../../api/types.js';
import { todayInJapan, useDeskPaymentTexts, useUiTexts } from '../../texts/index.js';
import {
  Button,
  Buttons,
  ChoiceBox,
  Dialog,
  ErrorSummary,
  Field,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { usePaymentStep } from './payment-queries.js';

interface ResultDialogProps {
  readonly batch: PaymentBatchView;
  readonly row: PaymentRowView;
  readonly onClose: () => void;
}

/** What the bank says of one payment, by telephone or on paper. */
export function ResultDialog({ batch, row, onClose }: ResultDialogProps): ReactNode {
  const texts = useDeskPaymentTexts().results;
  const ui = useUiTexts();
  const step = usePaymentStep();
  const [result, setResult] = useState<'paid' | 'failed'>('failed');
  const [on, setOn] = useState(todayInJapan());
  const [code, setCode] = useState('no-account');
  const [note, setNote] = useState('');
  const [attempt, setAttempt] = useState(0);
  const late = row.state === 'paid';
  const faults = attempt > 0 && on === '' ? [{ controlId: 'result-on', text: texts.onMissing }] : [];
  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (step.isPending || on === '') return;
    const said = { result, on, code: result === 'failed' ? code : null, note: note.trim() };
    step.mutate(() => reportResult(batch.id, row.n, said), { onSuccess: onClose });
  }
  return (
    <Dialog title={texts.oneTitle(row.number)} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <ErrorSummary lines={faults} attempt={attempt} />
        <RefusalBanner error={step.error} />
        {late ? (
          <p>{texts.lateLead}</p>
        ) : (
          <Field label={texts.result} id="result-kind" group required>
            {(control) => (
              <div id={control.id} tabIndex={-1}>
                {(['failed', 'paid'] as const).map((one) => (
                  <ChoiceBox
                    key={one}
                    kind="radio"
                    name="result-kind"
                    checked={result === one}
                    onChange={() => setResult(one)}
                  >
                    {texts[one]}
                  </ChoiceBox>
                ))}
              </div>
            )}
          </Field>
        )}
        <Field label={texts.on} id="result-on" required errors={faults.map(({ text }) => text)}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              chars={14}
              value={on}
              onChange={(event) => setOn(event.target.value)}
            />
          )}
        </Field>
        {result === 'failed' && (
          <>
            <Field label={texts.code} id="result-code" required>
              {(control) => (
                <Select
                  {...control}
                  choices={Object.entries(texts.codes).map(([value, label]) => ({ value, label }))}
                  value={code}
                  onChange={(event) => setCode(event.target.value)}
                />
              )}
            </Field>
            <Field label={texts.note} id="result-note">
              {(control) => (
                <TextArea
                  {...control}
                  rows={3}
                  maxLength={1000}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
        <Buttons>
          <Button type="submit" look="primary" blocked={step.isPending}>
            {texts.save}
          </Button>
          <Button onClick={onClose}>{ui.close}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
