import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { GoalKind, Operation } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Disclosure, Spinner } from '../../../renderer-ui/src/ui/index.js';
import { ForWriters } from '../draft/Writing.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import type { CoverAnswer, CoveredGoal, CoverQuestion } from './cover-worker.js';

/** Applicants made by themselves, and what they pass: a table of branches, stages and notices. */
export function Coverage({
  validators,
}: {
  readonly validators: Readonly<Record<string, string>>;
}): ReactNode {
  const { examples: texts } = useRehearsalTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const files = useDraft((state) => state.files);
  const [answer, setAnswer] = useState<CoverAnswer | null>(null);
  const [isMaking, setMaking] = useState(false);
  const worker = useRef<Worker | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);
  function make(): void {
    worker.current?.terminate();
    const fresh = new Worker(new URL('./cover-worker.ts', import.meta.url), { type: 'module' });
    worker.current = fresh;
    setMaking(true);
    fresh.onmessage = ({ data }: MessageEvent<CoverAnswer | null>) => {
      setAnswer(data);
      setMaking(false);
      fresh.terminate();
    };
    fresh.postMessage({ files, validators, language } satisfies CoverQuestion);
  }
  function keep(): void {
    if (!answer) return;
    const made = new Map(answer.applicants.map(({ file, text }) => [nameIn(file), text]));
    const old = Object.keys(files)
      .map(nameIn)
      .filter((name) => name.startsWith('generated-') && !made.has(name));
    const operations: Operation[] = [
      ...old.map((name): Operation => ({ kind: 'remove-example', name })),
      ...[...made].map(([name, text]): Operation => ({
        kind: 'set-example',
        name,
        example: JSON.parse(text) as Extract<Operation, { kind: 'set-example' }>['example'],
      })),
    ];
    workspace.perform(operations, texts.keptAll);
  }
  const kinds = answer ? [...new Set(answer.goals.map(({ kind }) => kind))] : [];
  return (
    <section className="examples-part" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{texts.coverage}</h2>
      <p>{texts.coverageLead}</p>
      <div>
        <Button blocked={isMaking} onClick={make}>
          {isMaking ? texts.making : texts.make}
        </Button>
      </div>
      {isMaking && <Spinner />}
      {answer && (
        <>
          <p role="status">{texts.made(answer.applicants.length)}</p>
          <table className="examples-table">
            <thead>
              <tr>
                <th scope="col">{texts.kind}</th>
                <th scope="col">{texts.reached}</th>
                <th scope="col">{texts.unreachable}</th>
                <th scope="col">{texts.notFound}</th>
                <th scope="col">{texts.missing}</th>
              </tr>
            </thead>
            <tbody>
              {kinds.map((kind) => (
                <KindRow key={kind} kind={kind} goals={answer.goals.filter((goal) => goal.kind === kind)} />
              ))}
            </tbody>
          </table>
          <ForWriters>
            <div>
              <Button onClick={keep}>{texts.keepAll(answer.applicants.length)}</Button>
            </div>
          </ForWriters>
        </>
      )}
    </section>
  );
}

function KindRow({
  kind,
  goals,
}: {
  readonly kind: GoalKind;
  readonly goals: readonly CoveredGoal[];
}): ReactNode {
  const { examples: texts } = useRehearsalTexts();
  const count = (verdict: CoveredGoal['verdict']): number =>
    goals.filter((goal) => goal.verdict === verdict).length;
  const missing = goals.filter(({ verdict }) => verdict !== 'reached');
  return (
    <tr>
      <th scope="row">{texts.kinds[kind]}</th>
      <td>{count('reached')}</td>
      <td>{count('unreachable')}</td>
      <td>{count('not-found')}</td>
      <td>
        {missing.length > 0 && (
          <Disclosure small summary={`${texts.missing} ${missing.length}`}>
            <ul>
              {missing.map(({ words }, index) => (
                <li key={index}>{words}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </td>
    </tr>
  );
}

function nameIn(file: string): string {
  return file.replace(/^examples\/|\.json$/g, '');
}
