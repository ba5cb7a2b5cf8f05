import { useState, type FormEvent, type ReactNode } from 'react';
import { askRevocation, decideRevocation } from '../../../api/proofs.js';
import { useMutation } from '../../../api/query/index.js';
import { useDeskProofsTexts } from '../../../texts/index.js';
import { Button, Buttons, Dialog, Field, focusControl, TextArea } from '../../../ui/index.js';
import { RefusalBanner } from '../../frame/RefusalBanner.js';
import { useKept } from '../../use-kept.js';

export interface RevocationTask {
  readonly kind: 'ask' | 'decide' | 'keep';
  /** Of the notice. */
  readonly id: string;
  readonly title: string;
}

interface RevocationDialogProps {
  readonly task: RevocationTask;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks that a notice be called back, calls it back, or lets it stand. */
export function RevocationDialog({ task, onDone, onClose }: RevocationDialogProps): ReactNode {
  const texts = useDeskProofsTexts();
  const { kind, id, title } = task;
  const { typed, set, forget } = useKept(`revocation.${kind}.${id}`, { reason: '', publicReason: '' });
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      kind === 'ask'
        ? askRevocation(id, typed)
        : decideRevocation(id, { revoke: kind === 'decide', words: typed.reason }),
    onSuccess: () => {
      forget();
      onDone();
    },
  });
  const fields = { ask: ['reason', 'publicReason'], keep: ['reason'], decide: [] } as const;
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const missing = fields[kind].find((name) => typed[name].trim() === '');
    if (missing) {
      focusControl(`revocation-${missing}`);
      return;
    }
    if (!send.isPending) send.mutate();
  }
  const labels = {
    reason: kind === 'ask' ? texts.reason : texts.keepReason,
    publicReason: texts.publicReason,
  };
  const heads = { ask: texts.askOf(title), decide: texts.decideOf(title), keep: texts.keepOf(title) };
  const words = { ask: texts.ask, decide: texts.decide, keep: texts.keep };
  return (
    <Dialog title={heads[kind]} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <RefusalBanner error={send.error} />
        {kind === 'ask' && <p>{texts.askLead}</p>}
        {kind === 'decide' && <p>{texts.decideLead}</p>}
        {fields[kind].map((name) => (
          <Field
            key={name}
            id={`revocation-${name}`}
            label={labels[name]}
            {...(name === 'publicReason' ? { support: texts.publicSupport } : {})}
            required
            errors={tried && typed[name].trim() === '' ? [texts.missing] : []}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={3}
                maxLength={1_000}
                value={typed[name]}
                onChange={({ target }) => set({ [name]: target.value })}
              />
            )}
          </Field>
        ))}
        <Buttons>
          <Button type="submit" look={kind === 'decide' ? 'danger' : 'primary'} blocked={send.isPending}>
            {words[kind]}
          </Button>
          <Button onClick={onClose}>{texts.close}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
