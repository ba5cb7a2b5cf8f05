import type { ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import type { DeskAnnouncementLine } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateTimeText, useDeskNewsTexts, useLanguage } from '../../texts/index.js';
import {
  Button,
  ButtonLink,
  Buttons,
  InJapanese,
  Page,
  Spinner,
  StatusChip,
  type ChipTone,
} from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useOfficial } from '../session/official.js';
import { useDeskNews } from './news-queries.js';
import './news.css';

export const STATE_TONES: Readonly<Record<DeskAnnouncementLine['state'], ChipTone>> = {
  draft: 'quiet',
  asked: 'waiting',
  planned: 'progress',
  published: 'done',
  ended: 'quiet',
  withdrawn: 'danger',
};

/** What is being written, and what was published. */
export function AnnouncementsDeskScreen(): ReactNode {
  const texts = useDeskNewsTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const { may } = useOfficial();
  const found = useDeskNews();
  const pages = found.data?.pages ?? [];
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="desk announcements">
      <div className="tz-stack desk-news">
        <p>{texts.lead}</p>
        {may.writeNews && (
          <Buttons>
            <ButtonLink look="primary" to="/desk/announcements/new">
              {texts.create}
            </ButtonLink>
          </Buttons>
        )}
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {found.data && (
          <>
            <Lines
              id="news-open"
              title={texts.list.open}
              none={texts.list.noOpen}
              lines={pages[0]?.open ?? []}
            />
            <Lines
              id="news-published"
              title={texts.list.published}
              none={texts.list.noPublished}
              lines={pages.flatMap(({ published }) => published)}
            />
            {found.hasNextPage && (
              <p>
                <Button blocked={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                  {texts.list.older}
                </Button>
              </p>
            )}
          </>
        )}
      </div>
    </Page>
  );
}

interface LinesProps {
  readonly id: string;
  readonly title: string;
  readonly none: string;
  readonly lines: readonly DeskAnnouncementLine[];
}

function Lines({ id, title, none, lines }: LinesProps): ReactNode {
  const { list } = useDeskNewsTexts();
  return (
    <section className="tz-stack" aria-labelledby={id}>
      <h2 id={id} className="tz-heading">
        {title}
      </h2>
      {lines.length === 0 && <p className="tz-quiet">{none}</p>}
      {lines.length > 0 && (
        <div className="desk-table-room desk-news__room" tabIndex={0} role="group" aria-labelledby={id}>
          <table className="tz-table desk-table" aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{list.name}</th>
                <th scope="col">{list.state}</th>
                <th scope="col">{list.when}</th>
                <th scope="col">{list.writer}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: DeskAnnouncementLine }): ReactNode {
  const texts = useDeskNewsTexts();
  const language = useLanguage();
  const { id, title, state, important, writtenBy, correctionAsked, startsAt, publishedAt, changedAt } = line;
  const when =
    publishedAt !== null
      ? texts.list.publishedAt(dateTimeText(publishedAt, language))
      : state === 'planned' && startsAt !== null
        ? texts.list.startsAt(dateTimeText(startsAt, language))
        : texts.list.changedAt(dateTimeText(changedAt, language));
  return (
    <tr>
      <th scope="row">
        <Link className="desk-row-link" to={`/desk/announcements/${id}`}>
          {title === '' ? texts.untitled : <InJapanese>{title}</InJapanese>}
        </Link>
      </th>
      <td>
        <span className="desk-news__chips">
          <StatusChip tone={STATE_TONES[state]}>{texts.states[state]}</StatusChip>
          {important && <StatusChip tone="danger">{texts.important}</StatusChip>}
          {correctionAsked && <StatusChip tone="waiting">{texts.list.correctionAsked}</StatusChip>}
        </span>
      </td>
      <td>{when}</td>
      <td>{writtenBy?.name ?? texts.list.commandLine}</td>
    </tr>
  );
}
