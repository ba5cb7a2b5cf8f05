import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '../../../api/query/index.js';
import { extendOpinion, withdrawOpinion } from '../../../api/opinions.js';
import type { CaseOpinion } from '../../../api/types.js';
import { useDeskOpinionsTexts } from '../../../texts/index.js';
import { Button, Buttons, Dialog, Field, focusControl, TextArea, TextInput } from '../../../ui/index.js';
import { RefusalBanner } from '../../frame/RefusalBanner.js';
import { useKept } from '../../use-kept.js';

interface ChangeProps {
  readonly opinion: CaseOpinion;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A later day for the answer, and why. */
export function ExtendDialog({ opinion, onDone, onClose }: ChangeProps): ReactNode {
  const texts = useDeskOpinionsTexts().card;
  const { typed, set, forget } = useKept(`extend.${opinion.id}`, { dueOn: '', reason: '' });
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => extendOpinion(opinion.id, typed),
    onSuccess: () => {
      forget();
      onDone();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (typed.dueOn === '') {
      focusControl('extend-due');
      return;
    }
    if (typed.reason.trim() === '') {
      focusControl('extend-reason');
      return;
    }
    if (!save.isPending) save.mutate();
  }
  return (
    <Dialog title={texts.extend} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <RefusalBanner error={save.error} />
        <Field
          id="extend-due"
          label={texts.newDue}
          required
          errors={tried && typed.dueOn === '' ? [texts.missing.dueOn] : []}
        >
          {(control) => (
            <TextInput
              {...control}
              type="date"
              chars={14}
              value={typed.dueOn}
              onChange={({ target }) => set({ dueOn: target.value })}
            />
          )}
        </Field>
        <Reason
          id="extend-reason"
          reason={typed.reason}
          tried={tried}
          onChange={(reason) => set({ reason })}
        />
        <Buttons>
          <Button type="submit" look="primary" blocked={save.isPending}>
            {texts.save}
          </Button>
          <Button onClick={onClose}>{texts.close}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}

export function WithdrawDialog({ opinion, onDone, onClose }: ChangeProps): ReactNode {
  const texts = useDeskOpinionsTexts().card;
  const { typed, set, forget } = useKept(`withdraw.${opinion.id}`, { reason: '' });
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => withdrawOpinion(opinion.id, typed.reason),
    onSuccess: () => {
      forget();
      onDone();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (typed.reason.trim() === '') {
      focusControl('withdraw-reason');
      return;
    }
    if (!send.isPending) send.mutate();
  }
  return (
    <Dialog title={texts.withdrawTitle(opinion.department)} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <RefusalBanner error={send.error} />
        <Reason
          id="withdraw-reason"
          reason={typed.reason}
          tried={tried}
          onChange={(reason) => set({ reason })}
        />
        <Buttons>
          <Button type="submit" look="danger" blocked={send.isPending}>
            {texts.withdraw}
          </Button>
          <Button onClick={onClose}>{texts.close}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}

interface ReasonProps {
  readonly id: string;
  readonly reason: string;
  readonly tried: boolean;
  readonly onChange: (reason: string) => void;
}

function Reason({ id, reason, tried, onChange }: ReasonProps): ReactNode {
  const texts = useDeskOpinionsTexts();
  return (
    <Field
      id={id}
      label={texts.reason}
      required
      errors={tried && reason.trim() === '' ? [texts.card.missing.reason] : []}
    >
      {(control) => (
        <TextArea
          {...control}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
