import { useRef, useState, type ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { useMutation, useQuery, useQueryClient } from '../../api/query/index.js';
import { serverNow } from '../../api/server-clock.js';
import type { RouteList } from '../../api/types.js';
import { fetchRoute, orderVisits } from '../../api/visits.js';
import { Link } from '../../router/index.js';
import { dateText, todayInJapan, useDeskVisitsTexts, useLanguage } from '../../texts/index.js';
import {
  Button,
  ButtonAnchor,
  ButtonLink,
  Field,
  Page,
  Select,
  Spinner,
  StatusChip,
  TextInput,
  useAnnounce,
} from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { mapAddress } from './map-address.js';
import './visits.css';

/** Where one goes on a day, in which order; and what has no day yet. */
export function RouteScreen(): ReactNode {
  const texts = useDeskVisitsTexts();
  const desk = useDeskTexts();
  const language = useLanguage();
  const site = useSite();
  const [on, setOn] = useState(() => todayInJapan(serverNow()));
  const [whose, setWhose] = useState<'mine' | 'all'>('mine');
  const { data, error, isPending } = useQuery({
    queryKey: deskKeys.route(on, whose),
    queryFn: () => fetchRoute(on, whose),
    enabled: on !== '',
  });
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="visits">
      <div className="tz-stack desk-route">
        <p className="desk-route__aside">{texts.route.lead}</p>
        <div className="desk-route__tools">
          <Field label={texts.route.on}>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                chars={14}
                value={on}
                onChange={({ target }) => setOn(target.value)}
              />
            )}
          </Field>
          <Field label={texts.route.whose}>
            {(control) => (
              <Select
                {...control}
                choices={(['mine', 'all'] as const).map((value) => ({
                  value,
                  label: texts.route.whoses[value],
                }))}
                value={whose}
                onChange={({ target }) => setWhose(target.value === 'all' ? 'all' : 'mine')}
              />
            )}
          </Field>
          <Button onClick={() => window.print()}>{texts.route.print}</Button>
        </div>
        <RefusalBanner error={error} />
        {isPending && <Spinner />}
        {data && (
          <>
            <p className="desk-route__day">{dateText(data.onDay, language)}</p>
            {data.visits.length === 0 && <p className="tz-quiet">{texts.route.none}</p>}
            <Visits key={`${on} ${whose}`} route={data} whose={whose} />
            {data.unplanned.length > 0 && (
              <section className="tz-stack desk-route__aside" aria-labelledby="visits-unplanned">
                <h2 id="visits-unplanned" className="tz-heading">
                  {texts.route.unplanned}
                </h2>
                <ul className="desk-route__unplanned">
                  {data.unplanned.map((one) => (
                    <li key={one.applicationId}>
                      <Link to={`/desk/applications/${encodeURIComponent(one.applicationId)}`}>
                        {one.number}　{one.subject}
                      </Link>
                      {one.dueOn !== null && (
                        <span className="tz-quiet">{texts.route.due(dateText(one.dueOn, language))}</span>
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </div>
    </Page>
  );
}

function Visits({ route, whose }: { readonly route: RouteList; readonly whose: string }): ReactNode {
  const texts = useDeskVisitsTexts().route;
  const { signs } = useDeskTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  const key = deskKeys.route(route.onDay, whose);
  const sent = useRef<Promise<unknown>>(Promise.resolve());
  const left = useRef(0);
  const order = useMutation({
    // One after the other: whoever presses on before an answer means the order pressed last.
    mutationFn: (visits: readonly string[]) => {
      const own = sent.current.then(() => orderVisits(visits));
      sent.current = own.catch(() => undefined);
      return own;
    },
    onSettled: () => {
      left.current -= 1;
      return left.current === 0 ? client.invalidateQueries({ queryKey: key }) : undefined;
    },
  });
  const { visits } = route;
  function move(index: number, by: -1 | 1): void {
    const next = [...visits];
    const [one] = next.splice(index, 1);
    if (!one) return;
    next.splice(index + by, 0, one);
    client.setQueryData(key, { ...route, visits: next });
    announce(`${one.subject} ${index + by + 1} / ${next.length}`);
    left.current += 1;
    order.mutate(next.map(({ id }) => id));
  }
  return (
    <>
      <RefusalBanner error={order.error} />
      <ol className="desk-route__list">
        {visits.map((visit, index) => (
          <li key={visit.id}>
            <span className="desk-route__n tz-number">{index + 1}</span>
            <div>
              <p>
                <strong className="desk-route__when">{texts.time(visit.fromTime, visit.toTime)}</strong>
                <Link to={`/desk/visits/${encodeURIComponent(visit.id)}`}>{visit.subject}</Link>
              </p>
              <p className="desk-small">
                {visit.place}
                <br />
                <span className="tz-quiet">
                  {visit.number}　{visit.applicantName}
                  {'　'}
                  {visit.inspectors.map(({ name }) => name).join(signs.also)}
                </span>
              </p>
              {visit.note !== '' && <p className="desk-small">{visit.note}</p>}
              <p className="desk-small">
                <StatusChip tone={visit.state === 'done' ? 'done' : 'progress'}>
                  {texts.states[visit.state]}
                </StatusChip>{' '}
                {texts.found(visit.found, visit.items)}
              </p>
            </div>
            <div className="desk-route__do">
              <ButtonLink size="small" to={`/desk/visits/${encodeURIComponent(visit.id)}`}>
                {texts.record}
              </ButtonLink>
              <ButtonAnchor size="small" look="text" href={mapAddress(visit.place)}>
                {texts.map}
              </ButtonAnchor>
              <span className="desk-route__order">
                <Button
                  size="small"
                  look="text"
                  blocked={index === 0}
                  aria-label={texts.up(visit.subject)}
                  onClick={() => move(index, -1)}
                >
                  {texts.upWord}
                </Button>
                <Button
                  size="small"
                  look="text"
                  blocked={index === visits.length - 1}
                  aria-label={texts.down(visit.subject)}
                  onClick={() => move(index, 1)}
                >
                  {texts.downWord}
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
