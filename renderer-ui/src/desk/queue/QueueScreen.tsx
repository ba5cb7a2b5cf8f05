import { useState, type ReactNode } from 'react';
import { useProcedures, useSite } from '../../api/queries.js';
import type { ListedColumn, ListPlace, QueueView } from '../../api/types.js';
import { useSearchParams } from '../../router/index.js';
import { timeText } from '../../texts/index.js';
import { Banner, Button, Buttons, Page, PageTitle, Spinner } from '../../ui/index.js';
import { useLists, useQueueRows, useQueues } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useRoomy } from '../frame/screen-width.js';
import { ApplicationRows } from './ApplicationRows.js';
import { useClaim } from './claim.js';
import { EmptyQueue } from './EmptyQueue.js';
import { addressOf, placeIn, procedureOf } from './list-place.js';
import { ListTools } from './ListTools.js';
import { QueueRail } from './QueueRail.js';
import { queueTitle } from './queue-words.js';
import { SelectionBar } from './SelectionBar.js';
import { useSelection } from './use-selection.js';
import { useRowKeys } from './use-row-keys.js';
import './list.css';

export function QueueScreen(): ReactNode {
  const texts = useDeskTexts();
  const site = useSite();
  const queues = useQueues();
  const procedures = useProcedures();
  const roomy = useRoomy();
  const [params] = useSearchParams();
  const list = queues.data?.queues ?? [];
  const key = useOpenList(params.get('queue'), queues);
  const queue = list.find((candidate) => candidate.key === key);
  const titles = new Map(procedures.data?.procedures.map(({ id, title }) => [id, title]));
  const procedure = queue?.procedureId ? titles.get(queue.procedureId) : undefined;
  const rules = useLists();
  const lists = rules.data?.procedures.find(({ procedureId }) => procedureId === procedureOf(key)) ?? null;
  // With its columns it is another list: rows that were ticked before they are known would be ticked in vain.
  const isKnown = key !== '' && (procedureOf(key) === null || !rules.isPending);
  const wanted = placeIn(key, params);
  const columns = lists ? (wanted.columns ?? lists.shown) : [];
  const place = lists ? { ...wanted, columns: [...columns] } : wanted;
  const titled = lists?.fields.filter(({ field }) => columns.includes(field)) ?? [];
  const name = queue ? queueTitle(queue, texts.queue) : texts.queue.rail;
  const title = procedure ? `${procedure} — ${name}` : name;
  const rail = <QueueRail queues={list} current={key} procedures={titles} />;
  return (
    <Page
      title={queue && queue.count > 0 ? texts.queue.counted(title, queue.count) : title}
      site={site.data?.name ?? texts.product}
      focusKey={`queue ${key}`}
      ownTitle
    >
      <div className="desk-queue">
        {roomy ? (
          rail
        ) : (
          <details className="desk-queue__choose" key={key}>
            <summary>{texts.queue.show}</summary>
            {rail}
          </details>
        )}
        <div className="desk-queue__body">
          <PageTitle over={queue && texts.queue.count(queue.count)}>{title}</PageTitle>
          {queues.error ? <RefusalBanner error={queues.error} /> : null}
          {isKnown ? (
            <>
              <ListTools place={wanted} lists={lists} columns={columns} />
              <QueueList key={addressOf(place)} place={place} columns={titled} title={title} />
            </>
          ) : (
            (queues.isPending || key !== '') && <Spinner />
          )}
        </div>
      </div>
    </Page>
  );
}

function QueueList({
  place,
  columns,
  title,
}: {
  readonly place: ListPlace;
  readonly columns: readonly ListedColumn[];
  readonly title: string;
}): ReactNode {
  const texts = useDeskTexts();
  const found = useQueueRows(place);
  const claim = useClaim();
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const address = addressOf(place);
  const selection = useSelection(rows);
  const { current, setCurrent } = useRowKeys(
    address,
    rows,
    claim.mutate,
    selection,
    found.data?.pages.at(-1)?.next,
  );
  if (found.isPending) return <Spinner />;
  if (found.error && rows.length === 0) {
    return (
      <Banner tone="error" title={texts.queue.failed} role="alert">
        <Button onClick={() => void found.refetch()}>{texts.queue.retry}</Button>
      </Banner>
    );
  }
  return (
    <>
      <div className="desk-queue__state">
        <span className="tz-quiet">
          {texts.queue.shown(rows.length)}
          {texts.signs.also}
          {texts.queue.refreshed(timeText(new Date(found.dataUpdatedAt).toISOString()))}
        </span>
        <Button look="text" size="small" onClick={() => void found.refetch()}>
          {texts.queue.refresh}
        </Button>
        {rows.length > 0 && <SelectionBar selection={selection} all={{ place }} />}
      </div>
      <RefusalBanner error={claim.error} />
      {rows.length === 0 ? (
        <EmptyQueue place={place} />
      ) : (
        <ApplicationRows
          caption={texts.queue.caption(title)}
          rows={rows}
          columns={columns}
          current={current}
          onCurrent={setCurrent}
          onClaim={claim.mutate}
          selection={selection}
        />
      )}
      {rows.length > 0 && (
        <Buttons>
          {found.hasNextPage ? (
            <Button blocked={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {texts.queue.more}
            </Button>
          ) : (
            <p className="tz-quiet">{texts.queue.all}</p>
          )}
        </Buttons>
      )}
    </>
  );
}

/**
 * The list that the address names, or the one worth opening on arrival. Counts that move afterwards change no list that
 * somebody works on. @returns '' before it is known
 */
function useOpenList(named: string | null, queues: ReturnType<typeof useQueues>): string {
  const [arrivedAt] = useState(() => Date.now());
  const [opened, setOpened] = useState('');
  const list = queues.data?.queues ?? [];
  const isFresh = queues.isError || queues.dataUpdatedAt >= arrivedAt;
  const isOpen = list.some(({ key }) => key === opened);
  const wanted = isOpen ? opened : isFresh ? firstWorthOpening(list) : '';
  const kept = named === null ? wanted : '';
  if (kept !== opened) setOpened(kept);
  return named ?? wanted;
}

/** What is mine, else what nobody has, else the first queue: an official never arrives at an empty list without need. */
function firstWorthOpening(queues: readonly QueueView[]): string {
  const wanted = ['mine', 'unassigned'].flatMap((key) => queues.filter((queue) => queue.key === key));
  const first = [...wanted, ...queues].find((queue) => queue.count > 0);
  return (first ?? wanted[0] ?? queues[0])?.key ?? '';
}
