import { useState, type ReactNode } from 'react';
import { fetchProofs } from '../../../api/proofs.js';
import { useQuery, useQueryClient } from '../../../api/query/index.js';
import type { NoticeProofs } from '../../../api/types.js';
import { dateTimeText, useDeskProofsTexts, useLanguage } from '../../../texts/index.js';
import { Button, ButtonAnchor, Buttons, Disclosure, StatusChip } from '../../../ui/index.js';
import { deskKeys } from '../../desk-queries.js';
import { RailCard } from '../rail/RailCard.js';
import { RevocationDialog, type RevocationTask } from './RevocationDialog.js';
import './proofs-card.css';

type ProvenNotice = NoticeProofs['notices'][number];

interface ProofsCardProps {
  readonly applicationId: string;
  /** Notices that are there as PDF: with another one the list is another. */
  readonly issued: number;
}

/** How each notice is signed and what was decided for it, and calling it back. Nothing where none was issued. */
export function ProofsCard({ applicationId, issued }: ProofsCardProps): ReactNode {
  const texts = useDeskProofsTexts();
  const client = useQueryClient();
  const queryKey = [...deskKeys.application(applicationId), 'proofs', issued];
  const { data } = useQuery({ queryKey, queryFn: () => fetchProofs(applicationId), enabled: issued > 0 });
  const [task, setTask] = useState<RevocationTask | null>(null);
  if (!data || data.notices.length === 0) return null;
  return (
    <RailCard title={texts.title}>
      <ul className="desk-notices">
        {data.notices.map((notice) => (
          <li key={notice.id} className="desk-notice">
            <OneProof notice={notice} />
            <Steps notice={notice} mayAsk={data.mayAsk} onTask={setTask} />
          </li>
        ))}
      </ul>
      {task && (
        <RevocationDialog
          task={task}
          onClose={() => setTask(null)}
          onDone={() => {
            setTask(null);
            void client.invalidateQueries({ queryKey: deskKeys.application(applicationId) });
            void client.invalidateQueries({ queryKey: deskKeys.deliveries });
          }}
        />
      )}
    </RailCard>
  );
}

function OneProof({ notice }: { readonly notice: ProvenNotice }): ReactNode {
  const texts = useDeskProofsTexts();
  const language = useLanguage();
  const { revocation, decision } = notice;
  const time = (at: string): string => dateTimeText(at, language);
  return (
    <>
      <p className="desk-notice__title">
        <strong>{notice.title}</strong>
        {revocation && (
          <StatusChip tone={revocation.state === 'revoked' ? 'danger' : 'waiting'}>
            {texts.states[revocation.state]}
          </StatusChip>
        )}
      </p>
      <p className="desk-small">{texts.levels[notice.level ?? 'none']}</p>
      {revocation && (
        <>
          <p className="desk-small">{texts.asked(revocation.asked.name, time(revocation.asked.at))}</p>
          <p className="desk-small tz-prewrap">{texts.why(revocation.reason)}</p>
          <p className="desk-small tz-prewrap">{texts.whyPublic(revocation.publicReason)}</p>
          {revocation.settled && (
            <p className="desk-small">
              {texts.revoked(revocation.settled.name, time(revocation.settled.at))}
            </p>
          )}
        </>
      )}
      <Disclosure summary={texts.decision}>
        {notice.documentNumber !== null && (
          <p className="desk-small">{texts.number(notice.documentNumber)}</p>
        )}
        {notice.signer !== null && <p className="desk-small">{texts.signer(notice.signer)}</p>}
        <ul className="desk-proof__yes desk-small">
          {decision.map(({ id, name, at }) => (
            <li key={`${id}${at}`}>{texts.yes(name, time(at))}</li>
          ))}
        </ul>
        <p className="desk-small">{texts.hash}</p>
        <p className="desk-proof__hash">{notice.sha256}</p>
      </Disclosure>
    </>
  );
}

interface StepsProps {
  readonly notice: ProvenNotice;
  readonly mayAsk: boolean;
  readonly onTask: (task: RevocationTask) => void;
}

function Steps({ notice, mayAsk, onTask }: StepsProps): ReactNode {
  const texts = useDeskProofsTexts();
  const { id, title, revocation, address } = notice;
  const isOpen = revocation?.state === 'asked';
  return (
    <>
      {isOpen && !revocation.mayDecide && <p className="desk-small">{texts.waiting}</p>}
      <Buttons>
        {address !== null && (
          <ButtonAnchor
            size="small"
            href={new URL(address).pathname}
            target="_blank"
            rel="noreferrer"
            aria-label={texts.pageOf(title)}
          >
            {texts.page}
          </ButtonAnchor>
        )}
        {mayAsk && revocation === null && (
          <Button
            size="small"
            look="text"
            aria-label={texts.askOf(title)}
            onClick={() => onTask({ kind: 'ask', id, title })}
          >
            {texts.ask}
          </Button>
        )}
        {isOpen && revocation.mayDecide && (
          <Button
            size="small"
            aria-label={texts.decideOf(title)}
            onClick={() => onTask({ kind: 'decide', id, title })}
          >
            {texts.decide}
          </Button>
        )}
        {isOpen && mayAsk && (
          <Button
            size="small"
            look="text"
            aria-label={texts.keepOf(title)}
            onClick={() => onTask({ kind: 'keep', id, title })}
          >
            {texts.keep}
          </Button>
        )}
      </Buttons>
    </>
  );
}
