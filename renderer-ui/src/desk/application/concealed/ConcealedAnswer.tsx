import { useEffect, useRef, type ReactNode } from 'react';
import { useCaseTexts } from '../../../texts/index.js';
import { Button, Spinner } from '../../../ui/index.js';
import { AnswerValue, type AnswerContext } from '../answers/AnswerValue.js';
import { useDeskTexts } from '../../desk-texts.js';
import { useConcealedAnswers, type ConcealedState } from './use-concealed.js';

interface ConcealedAnswerProps extends AnswerContext {
  readonly path: string;
  readonly state: ConcealedState;
}

/** An answer that is not shown at once: opened by a press that says what follows from it. */
export function ConcealedAnswer({ path, state, ...context }: ConcealedAnswerProps): ReactNode {
  const texts = useCaseTexts().concealed;
  const changes = useDeskTexts().changes;
  const { open, cover } = useConcealedAnswers();
  const shown = useRef<HTMLSpanElement>(null);
  const { title } = context.field;
  const isOpen = state.kind === 'opened';
  useEffect(() => {
    if (isOpen) shown.current?.focus();
  }, [isOpen]);
  if (state.kind === 'hidden') return <span className="tz-quiet">{texts.hidden}</span>;
  if (state.kind === 'opening') return <Spinner />;
  if (state.kind !== 'opened') {
    return (
      <span className="tz-covered">
        <span className="tz-quiet">{texts.masked}</span>
        <Button
          size="small"
          aria-label={texts.openOf(title)}
          title={texts.recorded}
          onClick={() => open(path)}
        >
          {texts.open}
        </Button>
      </span>
    );
  }
  const { answer } = state;
  const opened = { ...context, attachments: [...context.attachments, ...answer.attachments] };
  return (
    <>
      <span className="tz-covered">
        <span ref={shown} tabIndex={-1}>
          <AnswerValue {...opened} value={answer.value} />
        </span>
        <Button look="text" size="small" aria-label={texts.coverOf(title)} onClick={() => cover(path)}>
          {texts.cover}
        </Button>
      </span>
      {answer.before !== null && answer.before !== answer.value && (
        <span className="desk-change">
          <span className="desk-change__word">{changes.before}</span>
          <AnswerValue {...opened} value={answer.before} />
        </span>
      )}
    </>
  );
}
