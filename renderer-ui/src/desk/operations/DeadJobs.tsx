import { useState, type FormEvent, type ReactNode } from 'react';
import { leaveJob, runJobAgain } from '../../api/operations.js';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import type { OperationsView } from '../../api/types.js';
import {
  dateTimeText,
  useDeskDeliveriesTexts,
  useDeskOperationsTexts,
  useLanguage,
} from '../../texts/index.js';
import { Button, Buttons, Dialog, ErrorSummary, Field, TextArea } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { Table } from '../frame/Table.js';

/** What a mail's job says that the server did not want it, before the server's answer. */
const notTaken = 'The mail was not taken: ';

type DeadJob = OperationsView['deadJobs'][number];

/** Jobs that were given up: run again, or left with a reason. */
export function DeadJobs({ jobs }: { readonly jobs: readonly DeadJob[] }): ReactNode {
  const { dead: texts, none } = useDeskOperationsTexts();
  const { why } = useDeskDeliveriesTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<DeadJob | null>(null);
  const step = useMutation({
    mutationFn: (send: () => Promise<OperationsView>) => send(),
    onSuccess: (view) => {
      client.setQueryData(deskKeys.operations, view);
      setLeaving(null);
    },
    onSettled: () => client.invalidateQueries({ queryKey: deskKeys.places }),
  });
  const titleOf = ({ name }: DeadJob): string => texts.names[name] ?? name;
  const time = (instant: string): string => dateTimeText(instant, language);
  return (
    <section className="tz-stack" aria-labelledby="operations-dead">
      <h2 id="operations-dead" className="tz-heading">
        {texts.title}
      </h2>
      {leaving === null && <RefusalBanner error={step.error} />}
      {jobs.length === 0 ? (
        <p className="tz-quiet">{none}</p>
      ) : (
        <>
          <p>{texts.lead}</p>
          <Table
            name={{ heading: 'operations-dead' }}
            heads={[texts.job, texts.failed, texts.reason, texts.doing]}
          >
            {jobs.map((job) => (
              <tr key={job.id}>
                <th scope="row">{titleOf(job)}</th>
                <td>
                  {time(job.failedAt)}
                  <p className="desk-small">{texts.attempts(job.attempts)}</p>
                </td>
                <td>
                  {job.failure.startsWith(notTaken) && <p>{why(job.failure.slice(notTaken.length))}</p>}
                  <p lang="en" className="desk-small">
                    {job.failure}
                  </p>
                </td>
                <td>
                  {job.state !== 'open' && (
                    <p>
                      {texts.states[job.state]}
                      {job.settledBy !== null && job.settledAt !== null && (
                        <span className="desk-small tz-quiet">
                          {' '}
                          {texts.by(job.settledBy, time(job.settledAt))}
                        </span>
                      )}
                    </p>
                  )}
                  {job.reason !== null && <p className="desk-small tz-prewrap">{job.reason}</p>}
                  <Buttons>
                    {(job.state === 'open' || job.state === 'left') && (
                      <Button
                        size="small"
                        blocked={step.isPending}
                        aria-label={texts.againOf(titleOf(job), time(job.failedAt))}
                        onClick={() => step.mutate(() => runJobAgain(job.id))}
                      >
                        {texts.again}
                      </Button>
                    )}
                    {job.state === 'open' && (
                      <Button
                        look="text"
                        size="small"
                        aria-label={texts.leaveOf(titleOf(job), time(job.failedAt))}
                        onClick={() => {
                          step.reset();
                          setLeaving(job);
                        }}
                      >
                        {texts.leave}
                      </Button>
                    )}
                  </Buttons>
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
      {leaving && (
        <LeaveDialog
          error={step.error}
          busy={step.isPending}
          onClose={() => setLeaving(null)}
          onLeave={(reason) => step.mutate(() => leaveJob(leaving.id, reason))}
        />
      )}
    </section>
  );
}

function LeaveDialog(props: {
  readonly error: unknown;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onLeave: (reason: string) => void;
}): ReactNode {
  const { error, busy, onClose, onLeave } = props;
  const texts = useDeskOperationsTexts().dead;
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && reason.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (!busy && reason.trim() !== '') onLeave(reason.trim());
  }
  return (
    <Dialog title={texts.leaveTitle} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <p>{texts.leaveLead}</p>
        <ErrorSummary
          lines={missing ? [{ controlId: 'leave-reason', text: texts.leaveMissing }] : []}
          attempt={attempt}
        />
        <RefusalBanner error={error} />
        <Field
          label={texts.leaveReason}
          id="leave-reason"
          required
          errors={missing ? [texts.leaveMissing] : []}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Buttons>
          <Button type="submit" look="primary" blocked={busy}>
            {texts.leaveSubmit}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
