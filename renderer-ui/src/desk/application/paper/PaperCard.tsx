import { useState, type FormEvent, type ReactNode } from 'react';
import {
  deskFileAddress,
  fetchPaperTrail,
  letterAddress,
  openPaperCorrection,
  withdrawOnPaper,
} from '../../../api/paper.js';
import { useMutation, useQueryClient } from '../../../api/query/index.js';
import type { PaperTrail } from '../../../api/types.js';
import { useNavigate } from '../../../router/index.js';
import { dateText, dateTimeText, useDeskPaperTexts, useLanguage } from '../../../texts/index.js';
import { Button, Buttons, Dialog, Field, TextArea } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { deskKeys } from '../../desk-queries.js';
import { RefusalBanner } from '../../frame/RefusalBanner.js';
import { RailCard } from '../rail/RailCard.js';
import { useCardData } from '../use-card-data.js';

/** What of the case came and goes on paper; nothing where none of it did. */
export function PaperCard({
  applicationId,
  lock,
}: {
  readonly applicationId: string;
  readonly lock: number;
}): ReactNode {
  const data = useCardData([...deskKeys.application(applicationId), 'paper', lock], () =>
    fetchPaperTrail(applicationId),
  );
  return data?.paper ? <Trail applicationId={applicationId} paper={data.paper} /> : null;
}

interface TrailProps {
  readonly applicationId: string;
  readonly paper: NonNullable<PaperTrail['paper']>;
}

function Trail({ applicationId, paper }: TrailProps): ReactNode {
  const { card: texts, begin, letters, fill } = useDeskPaperTexts();
  const { signs } = useDeskTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const [withdrawing, setWithdrawing] = useState(false);
  const correction = useMutation({
    mutationFn: () => openPaperCorrection(applicationId),
    onSuccess: ({ id }) => void navigate(`/desk/paper/${encodeURIComponent(id)}`),
  });
  return (
    <RailCard title={texts.title}>
      <ul className="desk-notices">
        {paper.arrivals.map((arrival) => (
          <li key={arrival.n} className="desk-notice">
            <p>
              <strong>{texts.arrival(arrival.n)}</strong>
              {'　'}
              {fill.arrival(dateText(arrival.arrivedOn, language), begin.broughts[arrival.brought])}
            </p>
            <p className="desk-small tz-quiet">
              {texts.keyed(arrival.keyedBy, dateTimeText(arrival.keyedAt, language))}
            </p>
            {arrival.checked && (
              <p className="desk-small tz-quiet">
                {texts.checked(arrival.checked.by, arrival.checked.differed)}
              </p>
            )}
            {arrival.scans.map((scan) => (
              <p key={scan.id}>
                <a href={deskFileAddress(scan.id)} target="_blank" rel="noreferrer">
                  {fill.scan} {scan.name}
                </a>
              </p>
            ))}
            {arrival.setAside.length > 0 && (
              <>
                <p className="desk-small">
                  <strong>{texts.setAside}</strong>
                </p>
                <ul className="desk-small">
                  {arrival.setAside.map(({ label, reason }) => (
                    <li key={label}>
                      {label}
                      {signs.colon}
                      {reason}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
      {paper.letters.length > 0 && (
        <>
          <p>
            <strong>{texts.letters}</strong>
          </p>
          <ul className="desk-notices">
            {paper.letters.map((letter) => (
              <li key={letter.noticeId} className="desk-notice desk-small">
                <a href={letterAddress(letter.noticeId)} target="_blank" rel="noreferrer">
                  {letter.title}
                </a>{' '}
                {letter.way === null || letter.handedOn === null
                  ? texts.waits
                  : texts.handed(
                      letters.ways[letter.way],
                      dateText(letter.handedOn, language),
                      letter.by ?? '',
                    )}
              </li>
            ))}
          </ul>
        </>
      )}
      <RefusalBanner error={correction.error} />
      {(paper.correctionAsked || paper.mayWithdraw) && (
        <Buttons>
          {paper.correctionAsked && (
            <Button size="small" blocked={correction.isPending} onClick={() => correction.mutate()}>
              {texts.keyInCorrection}
            </Button>
          )}
          {paper.mayWithdraw && (
            <Button size="small" look="text" onClick={() => setWithdrawing(true)}>
              {texts.withdraw}
            </Button>
          )}
        </Buttons>
      )}
      {withdrawing && <Withdraw applicationId={applicationId} onClose={() => setWithdrawing(false)} />}
    </RailCard>
  );
}

function Withdraw({
  applicationId,
  onClose,
}: {
  readonly applicationId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { card: texts, fill } = useDeskPaperTexts();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => withdrawOnPaper(applicationId, reason.trim()),
    onSuccess: () => {
      onClose();
      void client.invalidateQueries({ queryKey: deskKeys.application(applicationId) });
      void client.invalidateQueries({ queryKey: deskKeys.queues });
      void client.invalidateQueries({ queryKey: deskKeys.lists });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '' && !withdraw.isPending) withdraw.mutate();
  }
  return (
    <Dialog title={texts.withdrawTitle} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <RefusalBanner error={withdraw.error} />
        <Field
          label={texts.withdrawReason}
          required
          errors={tried && reason.trim() === '' ? [texts.withdrawMissing] : []}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <Buttons>
          <Button type="submit" look="danger" blocked={withdraw.isPending}>
            {texts.withdrawSubmit}
          </Button>
          <Button onClick={onClose}>{fill.cancel}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
