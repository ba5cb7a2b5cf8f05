import type { ReactNode } from 'react';
import { fetchOperations } from '../../api/operations.js';
import { useQuery } from '../../api/query/index.js';
import { useSite } from '../../api/queries.js';
import type { OperationsView } from '../../api/types.js';
import { dateTimeText, useDeskOperationsTexts, useLanguage } from '../../texts/index.js';
import { Banner, DescriptionList, Page, Spinner, StatusChip } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { DeadJobs } from './DeadJobs.js';
import { Table } from '../frame/Table.js';

const LOOK_EVERY_MS = 5_000;

/** 稼働状況: what goes on by itself, what of it has failed, and what to do about that. */
export function OperationsScreen(): ReactNode {
  const texts = useDeskOperationsTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const found = useQuery({
    queryKey: deskKeys.operations,
    queryFn: fetchOperations,
    refetchInterval: LOOK_EVERY_MS,
  });
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="operations">
      <div className="tz-stack">
        <p>{texts.lead}</p>
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {found.data && <Loaded view={found.data} />}
      </div>
    </Page>
  );
}

function Loaded({ view }: { readonly view: OperationsView }): ReactNode {
  const texts = useDeskOperationsTexts();
  return (
    <>
      {view.faults > 0 ? (
        <Banner tone="warning" title={texts.faults(view.faults)} />
      ) : (
        <Banner tone="success" title={texts.good} />
      )}
      <DeadJobs jobs={view.deadJobs} />
      <Unsigned unsigned={view.unsigned} />
      <Timers timers={view.timers} />
      <Works works={view.works} />
      <Queues queues={view.queues} outbox={view.outbox} />
    </>
  );
}

const tones = { good: 'done', failing: 'danger', still: 'danger' } as const;

function Works({ works }: Pick<OperationsView, 'works'>): ReactNode {
  const { works: texts, never } = useDeskOperationsTexts();
  const time = useTime(never);
  return (
    <Section id="operations-works" title={texts.title}>
      <Table
        name={{ heading: 'operations-works' }}
        heads={[texts.work, texts.state, texts.last, texts.next, texts.failure]}
      >
        {works.map(({ name, state, lastAt, nextAt, failedAt, failure, failures }) => (
          <tr key={name}>
            <th scope="row">{texts.names[name] ?? name}</th>
            <td>
              <StatusChip tone={tones[state]}>{texts.states[state]}</StatusChip>
              {state === 'still' && <p className="desk-small">{texts.stillCure}</p>}
            </td>
            <td>{time(lastAt)}</td>
            <td>{state === 'still' ? '' : time(nextAt)}</td>
            <td>
              {failedAt === null ? (
                texts.noFailure
              ) : (
                <>
                  <p>
                    {time(failedAt)}
                    {failures > 1 && ` ${texts.failures(failures)}`}
                  </p>
                  <p className="desk-small" lang="en">
                    {failure}
                  </p>
                </>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

/** Shown only while there are any. */
function Unsigned({ unsigned }: Pick<OperationsView, 'unsigned'>): ReactNode {
  const { unsigned: texts, queues, none } = useDeskOperationsTexts();
  const time = useTime(none);
  if (unsigned.length === 0) return null;
  return (
    <Section id="operations-unsigned" title={texts.title}>
      <p>{texts.cure}</p>
      <Table name={{ heading: 'operations-unsigned' }} heads={[texts.reason, texts.count, texts.since]}>
        {unsigned.map(({ reason, count, since }) => (
          <tr key={reason}>
            <th scope="row" lang="en">
              {reason}
            </th>
            <td>{queues.count(count)}</td>
            <td>{time(since)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

function Timers({ timers }: Pick<OperationsView, 'timers'>): ReactNode {
  const { timers: texts, queues, none } = useDeskOperationsTexts();
  const time = useTime(none);
  return (
    <Section id="operations-timers" title={texts.title}>
      <DescriptionList
        rows={[
          { key: 'next', term: texts.next, value: time(timers.nextAt) },
          { key: 'late', term: texts.late, value: queues.count(timers.late) },
          { key: 'failed', term: texts.failed, value: queues.count(timers.failed.length) },
        ]}
      />
      {timers.failed.length > 0 && (
        <>
          <p>{texts.cure}</p>
          <Table
            name={{ heading: 'operations-timers' }}
            heads={[texts.number, texts.since, texts.again, texts.reason]}
          >
            {timers.failed.map(({ number, since, nextAt, failures, failure }) => (
              <tr key={number}>
                <th scope="row" className="tz-number desk-nowrap">
                  {number}
                </th>
                <td>
                  {time(since)}
                  <p className="desk-small">{texts.times(failures)}</p>
                </td>
                <td>{time(nextAt)}</td>
                <td lang="en">{failure}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </Section>
  );
}

function Queues({ queues, outbox }: Pick<OperationsView, 'queues' | 'outbox'>): ReactNode {
  const { queues: texts, none } = useDeskOperationsTexts();
  const time = useTime(none);
  const heads = [
    texts.queue,
    texts.waiting,
    texts.active,
    texts.delayed,
    texts.dead,
    texts.oldest,
    texts.looked,
  ];
  return (
    <Section id="operations-queues" title={texts.title}>
      <Table name={{ heading: 'operations-queues' }} heads={heads}>
        <tr>
          <th scope="row">{texts.outbox}</th>
          <td>{texts.count(outbox.count)}</td>
          <td />
          <td />
          <td />
          <td>{time(outbox.oldestAt)}</td>
          <td />
        </tr>
        {queues.map(({ name, waiting, active, delayed, dead, oldestAt, lookedAt }) => (
          <tr key={name}>
            <th scope="row">{texts.names[name] ?? name}</th>
            <td>{texts.count(waiting)}</td>
            <td>{texts.count(active)}</td>
            <td>{texts.count(delayed)}</td>
            <td>{texts.count(dead)}</td>
            <td>{time(oldestAt)}</td>
            <td>{time(lookedAt)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="tz-stack" aria-labelledby={props.id}>
      <h2 id={props.id} className="tz-heading">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

/** @param otherwise stands for a time that there is not */
function useTime(otherwise: string): (instant: string | null) => string {
  const language = useLanguage();
  return (instant) => (instant === null ? otherwise : dateTimeText(instant, language));
}
