import type { ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import type { AnnouncementOptions, DeskAnnouncementView } from '../../api/types.js';
import { Link, useParams } from '../../router/index.js';
import { dateText, dateTimeText, useDeskNewsTexts, useLanguage } from '../../texts/index.js';
import { DescriptionList, Page, Spinner, StatusChip } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { AnnouncementEditor } from './AnnouncementEditor.js';
import { AnnouncementMails } from './AnnouncementMails.js';
import { AnnouncementPreviewPane } from './AnnouncementPreviewPane.js';
import { STATE_TONES } from './AnnouncementsDeskScreen.js';
import { AnnouncementSteps } from './AnnouncementSteps.js';
import { Corrections } from './Corrections.js';
import { formOf } from './news-form.js';
import { useDeskAnnouncement, useNewsOptions } from './news-queries.js';
import './news.css';

/** One announcement: a draft to be written, or where it stands and what comes next. */
export function DeskAnnouncementScreen(): ReactNode {
  const { id = '' } = useParams();
  const texts = useDeskNewsTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const found = useDeskAnnouncement(id);
  const options = useNewsOptions();
  const one = found.data;
  return (
    <Page
      title={one ? one.content.title || texts.untitled : texts.title}
      over={texts.title}
      site={site.data?.name ?? desk.product}
      focusKey={`announcement ${id} ${one?.state ?? ''}`}
    >
      <div className="tz-stack desk-news">
        <p>
          <Link to="/desk/announcements">{texts.back}</Link>
        </p>
        {(found.isPending || options.isPending) && <Spinner />}
        <RefusalBanner error={found.error ?? options.error} />
        {one && options.data && <Loaded one={one} options={options.data} />}
      </div>
    </Page>
  );
}

interface LoadedProps {
  readonly one: DeskAnnouncementView;
  readonly options: AnnouncementOptions;
}

function Loaded({ one, options }: LoadedProps): ReactNode {
  const texts = useDeskNewsTexts();
  return (
    <>
      <p className="desk-news__chips">
        <StatusChip tone={STATE_TONES[one.state]}>{texts.states[one.state]}</StatusChip>
        {one.content.important && <StatusChip tone="danger">{texts.important}</StatusChip>}
      </p>
      {one.may.includes('change') ? (
        <AnnouncementEditor
          key={one.id}
          id={one.id}
          saved={one}
          start={formOf(one.content)}
          options={options}
        />
      ) : (
        <>
          <AnnouncementSteps one={one} />
          <AnnouncementMails one={one} />
          <Facts one={one} options={options} />
          <AnnouncementPreviewPane
            key={`${one.state} ${one.digest ?? ''} ${one.corrections.length}`}
            id={one.id}
            content={one.content}
            when={one.publishedAt === null ? 'waiting' : 'out'}
          />
          <Corrections one={one} />
        </>
      )}
      <Events one={one} />
    </>
  );
}

function Facts({ one, options }: LoadedProps): ReactNode {
  const texts = useDeskNewsTexts();
  const { facts, form } = texts;
  const language = useLanguage();
  const { target, audience, category, procedureId, startsAt, endsOn, important } = one.content;
  const procedure = (id: string): string => options.procedures.find((each) => each.id === id)?.title ?? id;
  const former = target.former;
  const stages = options.procedures
    .find(({ id }) => id === former?.procedureId)
    ?.stages.filter(({ name }) => former?.stages.includes(name))
    .map(({ title }) => title)
    .join('・');
  const groups = [
    ...(target.everybody ? [facts.everybody] : []),
    ...(target.favourites ? [facts.favourites] : []),
    ...(former ? [facts.former(procedure(former.procedureId), stages ?? '')] : []),
  ];
  const about = [
    ...(category === null
      ? []
      : [options.categories.find(({ name }) => name === category)?.title ?? category]),
    ...(procedureId === null ? [] : [procedure(procedureId)]),
  ];
  const rows: readonly (readonly [string, ReactNode])[] = [
    [facts.importance, important ? facts.yes : facts.no],
    [facts.groups, groups.length > 0 ? <Lines lines={groups} /> : facts.nobody],
    [facts.audience, form.audiences[audience ?? 'all']],
    [facts.places, target.places.length > 0 ? <Lines lines={target.places} /> : facts.anywhere],
    [facts.about, about.length > 0 ? <Lines lines={about} /> : form.none],
    [facts.startsAt, startsAt === null ? facts.atOnce : dateTimeText(startsAt, language)],
    [facts.endsOn, endsOn === null ? facts.never : dateText(endsOn, language)],
    [facts.writtenBy, one.writtenBy?.name ?? texts.list.commandLine],
    ...(one.writtenBy ? [[facts.approvedBy, one.approvedBy?.name ?? facts.nobodyYet] as const] : []),
    ...(one.publishedAt === null
      ? []
      : [[facts.publishedAt, dateTimeText(one.publishedAt, language)] as const]),
  ];
  return (
    <section className="tz-stack" aria-labelledby="news-facts">
      <h2 id="news-facts" className="tz-heading">
        {facts.title}
      </h2>
      <DescriptionList rows={rows.map(([term, value]) => ({ key: term, term, value }))} />
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <ul className="desk-news__lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Events({ one }: { readonly one: DeskAnnouncementView }): ReactNode {
  const texts = useDeskNewsTexts().events;
  const language = useLanguage();
  if (one.events.length === 0) return null;
  return (
    <section className="tz-stack" aria-labelledby="news-events">
      <h2 id="news-events" className="tz-heading">
        {texts.title}
      </h2>
      <ol className="desk-news__events">
        {one.events.map(({ action, by, at, note }) => (
          <li key={`${at} ${action}`}>
            <span>{dateTimeText(at, language)}</span>
            <span>{by ?? texts.system}</span>
            <span>
              {texts.words[action]}
              {note !== null && texts.because(note)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
