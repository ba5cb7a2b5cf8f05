import { useState, type FormEvent, type ReactNode } from 'react';
import { settleDelivery } from '../../api/deliveries.js';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import type { DeliveryTaskView, SettleDeliveryRequest } from '../../api/types.js';
import { useDeskDeliveriesTexts } from '../../texts/index.js';
import { Button, Buttons, ChoiceBox, Dialog, ErrorSummary, Field, TextArea } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';

type Outcome = SettleDeliveryRequest['outcome'];

interface SettleDialogProps {
  readonly task: DeliveryTaskView;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

/** What is done where something did not arrive. */
export function SettleDialog({ task, onClose, onSettled }: SettleDialogProps): ReactNode {
  const texts = useDeskDeliveriesTexts();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const [attempt, setAttempt] = useState(0);
  const settle = useMutation({
    mutationFn: (body: SettleDeliveryRequest) => settleDelivery(task.id, body),
    onSuccess: onSettled,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: deskKeys.deliveries });
      void client.invalidateQueries({ queryKey: deskKeys.places });
      void client.invalidateQueries({ queryKey: deskKeys.letters('waiting') });
    },
  });
  const choices: readonly Outcome[] = [
    'reached',
    ...(task.mayAgain ? (['again'] as const) : []),
    ...(task.mayPost ? (['by-post'] as const) : []),
    'left',
  ];
  const needsNote = outcome === 'reached' || outcome === 'left';
  const howMissing = attempt > 0 && outcome === null;
  const noteMissing = attempt > 0 && needsNote && note.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (settle.isPending || outcome === null || (needsNote && note.trim() === '')) return;
    settle.mutate({ outcome, note: note.trim() });
  }
  return (
    <Dialog title={texts.dialog} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <p>
          {task.number}　{task.applicantName}
          <br />
          {texts.kinds[task.kind]}
        </p>
        <ErrorSummary
          lines={[
            ...(howMissing ? [{ controlId: 'delivery-how', text: texts.howMissing }] : []),
            ...(noteMissing ? [{ controlId: 'delivery-note', text: texts.noteMissing }] : []),
          ]}
          attempt={attempt}
        />
        <RefusalBanner error={settle.error} />
        <Field
          label={texts.how}
          id="delivery-how"
          required
          group
          errors={howMissing ? [texts.howMissing] : []}
        >
          {() =>
            choices.map((choice) => (
              <ChoiceBox
                key={choice}
                kind="radio"
                name="delivery-outcome"
                checked={outcome === choice}
                onChange={() => setOutcome(choice)}
              >
                {texts.outcomes[choice]}
              </ChoiceBox>
            ))
          }
        </Field>
        <Field
          label={texts.note}
          support={texts.noteSupport}
          id="delivery-note"
          required={needsNote}
          errors={noteMissing ? [texts.noteMissing] : []}
        >
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
        <Buttons>
          <Button type="submit" look="primary" blocked={settle.isPending}>
            {texts.save}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
