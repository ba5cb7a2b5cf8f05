import { useEffect, useRef, useState, type ReactNode } from 'react';
import { batchResultsAddress, checkBatch, startBatch, stopBatch } from '../../api/batches.js';
import { useSite } from '../../api/queries.js';
import type { BatchView } from '../../api/types.js';
import { useParams, useSearchParams } from '../../router/index.js';
import { exactTimeText, useBatchesTexts, useLanguage, type BatchesTexts } from '../../texts/index.js';
import {
  Banner,
  Button,
  ButtonAnchor,
  ButtonLink,
  Buttons,
  Field,
  Page,
  Select,
  Spinner,
} from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useBatch, useBatchOffer, useBatchStep } from './batch-queries.js';
import { BatchLetters } from './BatchLetters.js';
import { BatchRows } from './BatchRows.js';
import { ByResult } from './ByResult.js';
import { emptyWorkForm, type WorkForm } from './work-form.js';
import { WorkChooser } from './WorkChooser.js';
import { workTitle } from './work-title.js';
import './batch.css';

const MINUTES = [5, 10, 30, 0] as const;

export function BatchScreen(): ReactNode {
  const { id = '' } = useParams();
  const texts = useBatchesTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const found = useBatch(id);
  return (
    <Page
      title={texts.title}
      over={found.data && `${texts.over(found.data.total)}　${workTitle(found.data, texts)}`}
      site={site.data?.name ?? desk.product}
      focusKey={`batch ${id}`}
    >
      {found.isPending && <Spinner />}
      <RefusalBanner error={found.error} />
      {found.data && <Steps key={id} batch={found.data} />}
    </Page>
  );
}

function Steps({ batch }: { readonly batch: BatchView }): ReactNode {
  const texts = useBatchesTexts();
  const step = useBatchStep(batch.id);
  const offer = useBatchOffer(batch.id);
  const [search] = useSearchParams();
  const [form, setForm] = useState<WorkForm>({ ...emptyWorkForm, choice: search.get('do') ?? '' });
  const [changing, setChanging] = useState(false);
  const done = (list: BatchView['outcomes']): number => list.reduce((sum, { count }) => sum + count, 0);
  const room = useRef<HTMLDivElement>(null);
  const last = useRef(batch.state);
  // What had the focus leaves with its step; the next one begins at its top.
  useEffect(() => {
    if (last.current === batch.state) return;
    last.current = batch.state;
    if (document.activeElement === document.body) room.current?.focus({ preventScroll: true });
  }, [batch.state]);
  const choosing = batch.state === 'open' || (batch.state === 'checked' && changing);
  return (
    <div ref={room} className="tz-stack desk-batch" tabIndex={-1} data-quiet-focus>
      <RefusalBanner error={step.error ?? offer.error} />
      {batch.unusedColumns.length > 0 && choosing && (
        <Banner tone="info" title={texts.table.unused(batch.unusedColumns)} />
      )}
      {choosing && batch.results.length > 1 && <ByResult batch={batch} />}
      {choosing && offer.isPending && <Spinner />}
      {choosing && offer.data && (
        <WorkChooser
          batch={batch}
          offer={offer.data}
          form={form}
          busy={step.isPending}
          onForm={setForm}
          onCheck={(work) =>
            step.mutate(() => checkBatch(batch.id, work), { onSuccess: () => setChanging(false) })
          }
        />
      )}
      {batch.state === 'checking' && (
        <Progress
          title={texts.check.running(done(batch.forecasts), batch.total)}
          done={done(batch.forecasts)}
          total={batch.total}
        />
      )}
      {batch.state === 'checked' && !changing && (
        <Checked batch={batch} step={step} onChange={() => setChanging(true)} />
      )}
      {batch.state === 'waiting' && <Waiting batch={batch} step={step} />}
      {batch.state === 'running' && (
        <Progress
          title={texts.run.title(done(batch.outcomes), batch.total)}
          done={done(batch.outcomes)}
          total={batch.total}
        >
          <p>{texts.run.lead}</p>
          <Buttons>
            <Button blocked={step.isPending} onClick={() => step.mutate(() => stopBatch(batch.id))}>
              {texts.run.stop}
            </Button>
          </Buttons>
        </Progress>
      )}
      {(batch.state === 'done' || batch.state === 'cancelled') && <Ended batch={batch} />}
      {(batch.state === 'waiting' || (batch.state === 'checked' && !changing)) && (
        <BatchLetters batch={batch} />
      )}
      {batch.state !== 'checking' && <BatchRows key={batch.state} batch={batch} />}
    </div>
  );
}

interface StepProps {
  readonly batch: BatchView;
  readonly step: ReturnType<typeof useBatchStep>;
}

interface CountsProps {
  readonly counts: BatchView['outcomes'];
  readonly texts: Pick<BatchesTexts['run'], 'good' | 'bad' | 'forExample'>;
}

function Counts({ counts, texts }: CountsProps): ReactNode {
  const language = useLanguage();
  const good = counts.find(({ code }) => code === 'done')?.count ?? 0;
  const bad = counts.filter(({ code }) => code !== 'done');
  return (
    <>
      <p className="desk-batch__good">{texts.good(good)}</p>
      {bad.length > 0 && (
        <>
          <p>{texts.bad(bad.reduce((sum, { count }) => sum + count, 0))}</p>
          <ul className="desk-batch__bad">
            {bad.map(({ code, text, count, several }) => (
              <li key={`${code} ${text.ja}`}>
                <span>
                  {several && texts.forExample}
                  {text[language]}
                </span>
                <strong>{count.toLocaleString('ja-JP')}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Checked({ batch, step, onChange }: StepProps & { readonly onChange: () => void }): ReactNode {
  const texts = useBatchesTexts();
  const [minutes, setMinutes] = useState<number>(MINUTES[0]);
  const good = batch.forecasts.find(({ code }) => code === 'done')?.count ?? 0;
  return (
    <>
      <section className="tz-stack" aria-labelledby="batch-checked">
        <h2 id="batch-checked" className="tz-heading">
          {texts.check.title}
        </h2>
        <Counts counts={batch.forecasts} texts={texts.check} />
        <Buttons>
          <Button onClick={onChange}>{texts.check.change}</Button>
          <Button look="text" blocked={step.isPending} onClick={() => step.mutate(() => stopBatch(batch.id))}>
            {texts.check.stop}
          </Button>
        </Buttons>
      </section>
      <section className="tz-stack" aria-labelledby="batch-start">
        <h2 id="batch-start" className="tz-heading">
          {texts.start.title}
        </h2>
        {good === 0 && <p>{texts.start.none}</p>}
        {good > 0 && (
          <>
            <Field label={texts.start.window} id="batch-minutes" support={texts.start.windowHelp}>
              {(control) => (
                <Select
                  {...control}
                  choices={MINUTES.map((value) => ({
                    value: String(value),
                    label: texts.start.minutes(value),
                  }))}
                  value={String(minutes)}
                  onChange={(event) => setMinutes(Number(event.target.value))}
                />
              )}
            </Field>
            <Buttons>
              <Button
                look="primary"
                size="large"
                blocked={step.isPending}
                onClick={() => step.mutate(() => startBatch(batch.id, minutes))}
              >
                {texts.start.submit(good)}
              </Button>
            </Buttons>
          </>
        )}
      </section>
    </>
  );
}

function Waiting({ batch, step }: StepProps): ReactNode {
  const texts = useBatchesTexts().start;
  const language = useLanguage();
  return (
    <Banner tone="info" role="status" title={texts.waiting(exactTimeText(batch.startsAt ?? '', language))}>
      <p>{texts.waitingLead}</p>
      <Buttons>
        <Button
          look="primary"
          blocked={step.isPending}
          onClick={() => step.mutate(() => stopBatch(batch.id))}
        >
          {texts.undo}
        </Button>
        <Button blocked={step.isPending} onClick={() => step.mutate(() => startBatch(batch.id, 0))}>
          {texts.now}
        </Button>
      </Buttons>
    </Banner>
  );
}

function Progress({
  title,
  done,
  total,
  children,
}: {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <section className="tz-stack">
      <h2 className="tz-heading" id="batch-progress">
        {title}
      </h2>
      <progress className="desk-batch__progress" value={done} max={total} aria-labelledby="batch-progress" />
      {children}
    </section>
  );
}

function Ended({ batch }: { readonly batch: BatchView }): ReactNode {
  const texts = useBatchesTexts().run;
  const good = batch.outcomes.find(({ code }) => code === 'done')?.count ?? 0;
  return (
    <section className="tz-stack">
      {batch.state === 'done' ? (
        <Banner tone="success" role="status" title={texts.done}>
          <Counts counts={batch.outcomes} texts={texts} />
        </Banner>
      ) : (
        <Banner tone="warning" role="status" title={texts.cancelled}>
          <p>{texts.cancelledLead(good)}</p>
        </Banner>
      )}
      <Buttons>
        <ButtonAnchor href={batchResultsAddress(batch.id)} download>
          {texts.download}
        </ButtonAnchor>
        <ButtonLink to="/desk/batches">{texts.back}</ButtonLink>
      </Buttons>
    </section>
  );
}
