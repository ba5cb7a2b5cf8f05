import { useState, type ReactNode } from 'react';
import { fetchDeliveries } from '../../api/deliveries.js';
import { useQuery } from '../../api/query/index.js';
import { useSite } from '../../api/queries.js';
import type { DeliveriesView, DeliveryTaskView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateTimeText, useDeskDeliveriesTexts, useLanguage } from '../../texts/index.js';
import { Banner, Button, Page, Spinner, StatusChip } from '../../ui/index.js';
import { deskKeys, useDeskPlaces } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { Table } from '../frame/Table.js';
import { mailTones } from './mail-tones.js';
import { SettleDialog } from './SettleDialog.js';

const LOOK_EVERY_MS = 30_000;

/** 送信状況: what did not reach its people and what to do about it, and how mails get on. */
export function DeliveriesScreen(): ReactNode {
  const texts = useDeskDeliveriesTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const found = useQuery({
    queryKey: deskKeys.deliveries,
    queryFn: fetchDeliveries,
    refetchInterval: LOOK_EVERY_MS,
  });
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="deliveries">
      <div className="tz-stack">
        <p>{texts.lead}</p>
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {found.data && <Loaded view={found.data} />}
      </div>
    </Page>
  );
}

function Loaded({ view }: { readonly view: DeliveriesView }): ReactNode {
  const texts = useDeskDeliveriesTexts();
  const places = useDeskPlaces();
  const [settling, setSettling] = useState<DeliveryTaskView | null>(null);
  const [saved, setSaved] = useState(false);
  return (
    <>
      {saved && <Banner tone="success" role="status" title={texts.saved} />}
      <section className="tz-stack" aria-labelledby="deliveries-open">
        <h2 id="deliveries-open" className="tz-heading">
          {texts.open(view.tasks.length)}
        </h2>
        {places.data?.paper === true && (
          <p>
            <Link to="/desk/letters">{texts.letters}</Link>
          </p>
        )}
        {view.tasks.length === 0 ? (
          <p className="tz-quiet">{texts.none}</p>
        ) : (
          <Tasks
            id="deliveries-open"
            tasks={view.tasks}
            onSettle={(task) => {
              setSaved(false);
              setSettling(task);
            }}
          />
        )}
      </section>
      <Counts counts={view.counts} />
      {view.domains.length > 0 && <Domains domains={view.domains} />}
      <section className="tz-stack" aria-labelledby="deliveries-settled">
        <h2 id="deliveries-settled" className="tz-heading">
          {texts.settledTitle}
        </h2>
        {view.settled.length === 0 ? (
          <p className="tz-quiet">{texts.settledNone}</p>
        ) : (
          <Tasks id="deliveries-settled" tasks={view.settled} />
        )}
      </section>
      {settling && (
        <SettleDialog
          task={settling}
          onClose={() => setSettling(null)}
          onSettled={() => {
            setSettling(null);
            setSaved(true);
          }}
        />
      )}
    </>
  );
}

interface TasksProps {
  readonly id: string;
  readonly tasks: readonly DeliveryTaskView[];
  readonly onSettle?: (task: DeliveryTaskView) => void;
}

function Tasks({ id, tasks, onSettle }: TasksProps): ReactNode {
  const texts = useDeskDeliveriesTexts();
  const language = useLanguage();
  const { what, whose, since, doing } = texts.columns;
  return (
    <Table name={{ heading: id }} heads={[what, whose, since, doing]}>
      {tasks.map((task) => (
        <tr key={task.id}>
          <th scope="row">
            {texts.kinds[task.kind]}
            <p className="desk-small tz-quiet">{task.title ?? texts.aMessage}</p>
            {task.recipient !== null && <p className="desk-small">{texts.address(task.recipient)}</p>}
            {task.status !== null && <p className="desk-small tz-quiet">{texts.reason(task.status)}</p>}
          </th>
          <td>
            <Link to={`/desk/applications/${encodeURIComponent(task.applicationId)}`}>{task.number}</Link>
            <p className="desk-small">{task.applicantName}</p>
            <p className="desk-small tz-quiet">{task.procedureTitle}</p>
          </td>
          <td>{dateTimeText(task.madeAt, language)}</td>
          <td>
            {onSettle && (
              <Button
                size="small"
                aria-label={texts.settleOf(task.number, texts.kinds[task.kind])}
                onClick={() => onSettle(task)}
              >
                {texts.settle}
              </Button>
            )}
            {task.outcome !== null && task.settledAt !== null && (
              <>
                {texts.done[task.outcome]}
                <p className="desk-small tz-quiet">
                  {task.settledBy === null
                    ? texts.itself(dateTimeText(task.settledAt, language))
                    : texts.by(task.settledBy, dateTimeText(task.settledAt, language))}
                </p>
                {task.note !== null && <p className="desk-small tz-prewrap">{task.note}</p>}
              </>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

const shown = ['queued', 'sent', 'delivered', 'delayed', 'bounced', 'complained', 'failed'] as const;

function Counts({ counts }: Pick<DeliveriesView, 'counts'>): ReactNode {
  const texts = useDeskDeliveriesTexts();
  const some = shown.flatMap((state) => counts.filter((one) => one.state === state));
  return (
    <section className="tz-stack" aria-labelledby="deliveries-counts">
      <h2 id="deliveries-counts" className="tz-heading">
        {texts.counts}
      </h2>
      {some.length === 0 ? (
        <p className="tz-quiet">{texts.countsNone}</p>
      ) : (
        <>
          <p className="desk-small tz-quiet">{texts.stateHelp}</p>
          <Table name={{ heading: 'deliveries-counts' }} heads={[texts.state, texts.count]}>
            {some.map(({ state, count }) => (
              <tr key={state}>
                <th scope="row">
                  <StatusChip tone={mailTones[state]}>{texts.states[state]}</StatusChip>
                </th>
                <td>{count.toLocaleString('ja-JP')}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </section>
  );
}

function Domains({ domains }: Pick<DeliveriesView, 'domains'>): ReactNode {
  const texts = useDeskDeliveriesTexts();
  const { sent, delayed, bounced, complained } = texts.domainColumns;
  return (
    <section className="tz-stack" aria-labelledby="deliveries-domains">
      <h2 id="deliveries-domains" className="tz-heading">
        {texts.domains}
      </h2>
      <Table
        name={{ heading: 'deliveries-domains' }}
        heads={[texts.domain, sent, delayed, bounced, complained]}
      >
        {domains.map((one) => (
          <tr key={one.domain}>
            <th scope="row">{one.domain}</th>
            <td>{one.sent}</td>
            <td>{one.delayed}</td>
            <td>{one.bounced}</td>
            <td>{one.complained}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
