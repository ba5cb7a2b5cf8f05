import { useId, type ReactNode } from 'react';
import { Link } from '../router/index.js';
import { useUiTexts } from '../texts/index.js';
import { Icon } from './Icon.js';

export type StepState = 'done' | 'attention' | 'todo';

export interface Step {
  readonly key: string;
  readonly title: string;
  readonly state: StepState;
  readonly current: boolean;
  /** Address of the step; null when it cannot be opened yet. */
  readonly to: string | null;
}

/** All steps of a procedure, top to bottom, each with its state in words. */
export function StepList({
  steps,
  label,
}: {
  readonly steps: readonly Step[];
  readonly label: string;
}): ReactNode {
  const texts = useUiTexts();
  const reached = steps.filter((step) => step.state !== 'todo' || step.current).length;
  return (
    <nav aria-label={label}>
      <p className="tz-hidden">{texts.stepsReached(steps.length, reached)}</p>
      <ol className="tz-steps">
        {steps.map((step, index) => (
          <li key={step.key} className="tz-steps__item" data-state={step.state} data-current={step.current}>
            <StepBody step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepBody({ step, number }: { readonly step: Step; readonly number: number }): ReactNode {
  const texts = useUiTexts();
  const done = step.state === 'done' && !step.current;
  const body = (
    <>
      <span className="tz-steps__mark" aria-hidden="true">
        {done ? <Icon name="check" /> : step.state === 'attention' && !step.current ? '!' : number}
      </span>
      <span>
        <span className="tz-steps__name">{step.title}</span>
        <span className="tz-steps__state">{texts.stepStates[step.current ? 'current' : step.state]}</span>
      </span>
    </>
  );
  if (step.current) {
    return (
      <span className="tz-steps__link" aria-current="step">
        {body}
      </span>
    );
  }
  if (step.to === null) return <span className="tz-steps__link">{body}</span>;
  return (
    <Link className="tz-steps__link" to={step.to}>
      {body}
    </Link>
  );
}

/** The same on a phone: where I am in one line, the list behind a disclosure. */
export function CompactSteps({
  steps,
  label,
}: {
  readonly steps: readonly Step[];
  readonly label: string;
}): ReactNode {
  const texts = useUiTexts();
  const id = useId();
  const index = Math.max(
    0,
    steps.findIndex((step) => step.current),
  );
  return (
    <div className="tz-compact-steps">
      <p id={id} className="tz-compact-steps__where">
        <strong>{texts.stepOf(index + 1, steps.length)}</strong>
      </p>
      <progress className="tz-progress" value={index + 1} max={steps.length} aria-labelledby={id} />
      {/* A new step begins with the list closed, so that its questions stand at the top. */}
      <details key={steps[index]?.key} className="tz-disclosure">
        <summary>{texts.allSteps}</summary>
        <div className="tz-disclosure__body">
          <StepList steps={steps} label={label} />
        </div>
      </details>
    </div>
  );
}
