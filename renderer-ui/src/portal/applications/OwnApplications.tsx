import type { FormEvent, ReactNode } from 'react';
import type { Shown } from '../../api/mine.js';
import type { ApplicationListItem } from '../../api/types.js';
import { Link, useSearchParams } from '../../router/index.js';
import {
  dateText,
  dateTimeText,
  useApplicationsTexts,
  useLanguage,
  useMineTexts,
} from '../../texts/index.js';
import {
  Button,
  ButtonLink,
  Card,
  ChoiceBox,
  Field,
  Spinner,
  StatusChip,
  TextInput,
  useTyped,
} from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useOwnApplications } from './mine-queries.js';

const SHOWN: readonly Shown[] = ['all', 'open', 'closed'];

/** Everything submitted. What is chosen stands in the address, so that going back finds it again. */
export function OwnApplications(): ReactNode {
  const texts = useApplicationsTexts();
  const mine = useMineTexts();
  const [query, setQuery] = useSearchParams();
  const show = SHOWN.find((each) => each === query.get('show')) ?? 'all';
  const text = query.get('q') ?? '';
  const found = useOwnApplications(show, text);
  const applications = found.data?.pages.flatMap((page) => page.applications) ?? [];
  const choose = (next: { show?: Shown; q?: string }): void => {
    const chosen = { show, q: text, ...next };
    setQuery(
      { ...(chosen.show !== 'all' && { show: chosen.show }), ...(chosen.q !== '' && { q: chosen.q }) },
      { replace: true },
    );
  };
  const filtered = show !== 'all' || text !== '';
  return (
    <section className="tz-mine__section" aria-labelledby="submitted">
      <h2 id="submitted" className="tz-heading">
        {texts.submitted}
      </h2>
      <div className="tz-mine__filter">
        <Field label={mine.show} group>
          {() => (
            <div className="tz-mine__shows">
              {SHOWN.map((each) => (
                <ChoiceBox
                  key={each}
                  kind="radio"
                  name="show"
                  checked={show === each}
                  onChange={() => choose({ show: each })}
                >
                  {mine.shows[each]}
                </ChoiceBox>
              ))}
            </div>
          )}
        </Field>
        <Search text={text} onSearch={(q) => choose({ q })} />
      </div>
      {found.error !== null && <FailureBanner error={found.error} />}
      {found.isPending && <Spinner />}
      {text !== '' && <p role="status">{mine.found(text)}</p>}
      {found.data && applications.length === 0 && (
        <Card look="quiet">
          <div className="tz-stack">
            <p>{filtered ? mine.nothingFound : texts.none}</p>
            {!filtered && <ButtonLink to="/">{texts.noneAction}</ButtonLink>}
          </div>
        </Card>
      )}
      <ul className="tz-mine__list">
        {applications.map((application) => (
          <ApplicationCard key={application.id} application={application} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button blocked={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {mine.more}
        </Button>
      )}
    </section>
  );
}

interface SearchProps {
  readonly text: string;
  readonly onSearch: (text: string) => void;
}

function Search({ text, onSearch }: SearchProps): ReactNode {
  const texts = useMineTexts();
  const [typed, setTyped] = useTyped(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form role="search" className="tz-mine__search" onSubmit={submit}>
      <Field id="search-own" label={texts.search}>
        {(control) => (
          <TextInput
            {...control}
            type="search"
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit">{texts.searchAction}</Button>
    </form>
  );
}

function ApplicationCard({ application }: { readonly application: ApplicationListItem }): ReactNode {
  const texts = useApplicationsTexts();
  const mine = useMineTexts();
  const language = useLanguage();
  const { unreadMessages, unopenedNotices, correctionDueOn } = application;
  return (
    <Card as="li" look={correctionDueOn === null ? 'plain' : 'attention'}>
      <p className="tz-mine__chips">
        <StatusChip tone={application.status.tone}>{application.status.label}</StatusChip>
        {unreadMessages > 0 && <StatusChip tone="waiting">{mine.unreadMessages(unreadMessages)}</StatusChip>}
        {unopenedNotices > 0 && <StatusChip tone="quiet">{mine.unopenedNotices(unopenedNotices)}</StatusChip>}
      </p>
      <h3 className="tz-mine__title">
        <Link to={`/applications/${application.id}`}>{application.procedureTitle}</Link>
      </h3>
      <p className="tz-mine__subject">{application.subject}</p>
      <p className="tz-quiet">{application.status.explanation}</p>
      {correctionDueOn !== null && (
        <p>
          <strong>{texts.correctionDue(dateText(correctionDueOn, language))}</strong>
        </p>
      )}
      <dl className="tz-mine__facts">
        <div>
          <dt>{texts.number}</dt>
          <dd className="tz-number">{application.number}</dd>
        </div>
        <div>
          <dt>{texts.submittedAt}</dt>
          <dd>{dateTimeText(application.submittedAt, language)}</dd>
        </div>
      </dl>
    </Card>
  );
}
