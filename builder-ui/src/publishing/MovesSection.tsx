import type { ReactNode } from 'react';
import { useQuery, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { dateTimeText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { StatusChip, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import { fetchMoves, type MoveView, publishingKeys, takeBackMove } from '../api/publishing.js';
import { useMovesTexts } from '../texts/moves.js';
import { ReasonButton } from './ReasonButton.js';
import { StayingList } from './StayingList.js';

/** What new versions did with applications under review, and the way back. */
export function MovesSection({ procedureId }: { readonly procedureId: string }): ReactNode {
  const texts = useMovesTexts();
  const moves = useQuery({
    queryKey: publishingKeys.moves(procedureId),
    queryFn: () => fetchMoves(procedureId),
    refetchInterval: 10_000,
  });
  if (!moves.data || moves.data.moves.length === 0) return <RefusalBanner error={moves.error} />;
  return (
    <>
      <h2 className="tz-heading">{texts.title}</h2>
      <ul className="builder-versions">
        {moves.data.moves.map((move) => (
          <Move key={move.id} move={move} procedureId={procedureId} />
        ))}
      </ul>
    </>
  );
}

function Move({ move, procedureId }: { readonly move: MoveView; readonly procedureId: string }): ReactNode {
  const texts = useMovesTexts();
  const language = useLanguage();
  const announce = useAnnounce();
  const client = useQueryClient();
  const isUnderWay = move.state === 'running' || move.state === 'taking-back';
  return (
    <li className="builder-versions__one">
      <div className="builder-table__draft">
        <strong>{texts.step(move.from, move.to)}</strong>
        <StatusChip tone={isUnderWay ? 'progress' : move.state === 'done' ? 'done' : 'quiet'}>
          {texts.states[move.state]}
        </StatusChip>
        <span className="builder-small">{dateTimeText(move.endedAt ?? move.begunAt, language)}</span>
        {move.mayTakeBack && (
          <ReasonButton
            small
            label={texts.takeBack}
            title={texts.takeBackTitle}
            lead={texts.takeBackLead}
            run={(reason) => takeBackMove(move.id, reason)}
            onDone={(now) => {
              client.setQueryData(publishingKeys.moves(procedureId), now);
              announce(texts.takenBack);
            }}
          />
        )}
      </div>
      <p>{texts.counts(move.moved, move.asked, move.total)}</p>
      {move.back > 0 && <p>{texts.back(move.back)}</p>}
      <StayingList title={texts.stay} lines={move.stays} />
      <StayingList title={texts.kept} lines={move.kept} />
    </li>
  );
}
