import { useState, type ReactNode } from 'react';
import { useQueryClient } from '../../../api/query/index.js';
import { fetchCaseOpinions } from '../../../api/opinions.js';
import { deskFileAddress } from '../../../api/paper.js';
import type { CaseOpinion } from '../../../api/types.js';
import { dateText, dateTimeText, useDeskOpinionsTexts, useLanguage } from '../../../texts/index.js';
import { Button, Buttons, Disclosure } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { deskKeys } from '../../desk-queries.js';
import { OpinionChips } from '../../opinions/OpinionChips.js';
import { opinionKeys } from '../../opinions/opinion-keys.js';
import { RailCard } from '../rail/RailCard.js';
import { useCardData } from '../use-card-data.js';
import { AskDialog } from './AskDialog.js';
import { ExtendDialog, WithdrawDialog } from './ChangeDialogs.js';
import './opinions-card.css';

interface OpinionsCardProps {
  readonly applicationId: string;
  readonly lock: number;
}

type Task =
  | { readonly kind: 'ask'; readonly again: CaseOpinion | null }
  | { readonly kind: 'extend' | 'withdraw'; readonly opinion: CaseOpinion };

/** Opinions that the case has asked; nothing where none was, and none can be. */
export function OpinionsCard({ applicationId, lock }: OpinionsCardProps): ReactNode {
  const texts = useDeskOpinionsTexts();
  const client = useQueryClient();
  const data = useCardData([...deskKeys.application(applicationId), 'opinions', lock], () =>
    fetchCaseOpinions(applicationId),
  );
  const [task, setTask] = useState<Task | null>(null);
  if (!data || (data.opinions.length === 0 && data.ask === null)) return null;
  const close = (): void => setTask(null);
  // The case itself has changed with it: its history, and what can be done.
  function done(): void {
    close();
    void client.invalidateQueries({ queryKey: deskKeys.application(applicationId) });
    void client.invalidateQueries({ queryKey: opinionKeys.all });
    void client.invalidateQueries({ queryKey: deskKeys.places });
  }
  return (
    <RailCard title={texts.title}>
      {data.opinions.length === 0 && <p className="tz-quiet">{texts.card.none}</p>}
      <ul className="desk-notices">
        {data.opinions.map((opinion) => (
          <li key={opinion.id} className="desk-notice">
            <OneOpinion opinion={opinion} />
            <Buttons>
              {data.mayChange && opinion.state === 'asked' && (
                <>
                  <Button size="small" onClick={() => setTask({ kind: 'extend', opinion })}>
                    {texts.card.extend}
                  </Button>
                  <Button size="small" look="text" onClick={() => setTask({ kind: 'withdraw', opinion })}>
                    {texts.card.withdraw}
                  </Button>
                </>
              )}
              {data.ask && opinion.state !== 'asked' && (
                <Button size="small" look="text" onClick={() => setTask({ kind: 'ask', again: opinion })}>
                  {texts.card.again}
                </Button>
              )}
            </Buttons>
          </li>
        ))}
      </ul>
      {data.ask && (
        <Buttons>
          <Button size="small" onClick={() => setTask({ kind: 'ask', again: null })}>
            {texts.card.ask}
          </Button>
        </Buttons>
      )}
      {task?.kind === 'ask' && data.ask && (
        <AskDialog
          applicationId={applicationId}
          ask={data.ask}
          again={task.again}
          onDone={done}
          onClose={close}
        />
      )}
      {task?.kind === 'extend' && <ExtendDialog opinion={task.opinion} onDone={done} onClose={close} />}
      {task?.kind === 'withdraw' && <WithdrawDialog opinion={task.opinion} onDone={done} onClose={close} />}
    </RailCard>
  );
}

function OneOpinion({ opinion }: { readonly opinion: CaseOpinion }): ReactNode {
  const texts = useDeskOpinionsTexts();
  const language = useLanguage();
  const { signs } = useDeskTexts();
  const at = opinion.endedAt === null ? '' : dateTimeText(opinion.endedAt, language);
  return (
    <>
      <p>
        <strong>{opinion.department}</strong> <OpinionChips opinion={opinion} />
      </p>
      {opinion.state === 'asked' && (
        <p className="desk-small">
          {texts.due(dateText(opinion.dueOn, language))}
          {'　'}
          {opinion.assignee ? texts.by(opinion.assignee.name) : texts.nobody}
        </p>
      )}
      {opinion.state !== 'asked' && (
        <p className="desk-small">
          {opinion.endedBy === null
            ? texts.ended.withCase(at)
            : texts.ended[opinion.state === 'answered' ? 'answered' : 'withdrawn'](opinion.endedBy, at)}
        </p>
      )}
      {opinion.state === 'answered' && (
        <p className="tz-prewrap desk-case-opinion__answer">{opinion.answer || texts.noWords}</p>
      )}
      {opinion.files.length > 0 && (
        <ul className="desk-small">
          {opinion.files.map((file) => (
            <li key={file.id}>
              <a href={deskFileAddress(file.id)} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {opinion.endReason !== null && <p className="desk-small tz-prewrap">{opinion.endReason}</p>}
      <Disclosure small summary={texts.question}>
        <p className="desk-small">
          {texts.asked(opinion.askedFrom, opinion.askedBy, dateTimeText(opinion.askedAt, language))}
        </p>
        <p className="tz-prewrap">{opinion.question}</p>
        {opinion.extensions.map(({ at: when, name, toOn, reason }) => (
          <p key={when} className="desk-small">
            {texts.extended(dateText(toOn, language), name)}　{reason}
          </p>
        ))}
        <p className="desk-small">
          {opinion.shared.length === 0
            ? texts.card.sharedNone
            : texts.card.shared(opinion.shared.length) +
              signs.colon +
              opinion.shared.map(({ title }) => title).join(signs.also)}
        </p>
      </Disclosure>
    </>
  );
}
