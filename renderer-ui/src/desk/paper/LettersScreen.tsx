import { useState, type FormEvent, type ReactNode } from 'react';
import { handOutLetters, letterAddress } from '../../api/paper.js';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import { useSite } from '../../api/queries.js';
import type { LetterList, LetterWay } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateText, useDeskPaperTexts, useLanguage } from '../../texts/index.js';
import {
  Banner,
  Button,
  ButtonAnchor,
  ChoiceBox,
  Field,
  Page,
  Select,
  Spinner,
  StatusChip,
  TextInput,
} from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useLetters } from './paper-queries.js';
import './paper.css';

const WAYS: readonly LetterWay[] = ['post', 'counter', 'none'];

/** What is owed by post: printed here, and its day of sending recorded. */
export function LettersScreen(): ReactNode {
  const texts = useDeskPaperTexts().letters;
  const desk = useDeskTexts();
  const site = useSite();
  const [show, setShow] = useState<'waiting' | 'gone'>('waiting');
  const { data, error, isPending } = useLetters(show);
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="letters">
      <div className="tz-stack desk-paper">
        <p>
          <Link to="/desk/paper">{texts.back}</Link>
        </p>
        <p>{texts.lead}</p>
        <div className="desk-paper__tabs" role="group" aria-label={texts.title}>
          {(['waiting', 'gone'] as const).map((which) => (
            <Button
              key={which}
              size="small"
              look={which === show ? 'secondary' : 'text'}
              aria-pressed={which === show}
              onClick={() => setShow(which)}
            >
              {texts[which]}
            </Button>
          ))}
        </div>
        <RefusalBanner error={error} />
        {isPending && <Spinner />}
        {data && data.letters.length === 0 && (
          <p className="tz-quiet">{show === 'waiting' ? texts.none : texts.noneGone}</p>
        )}
        {data && data.letters.length > 0 && (
          <Letters key={show} letters={data.letters} today={data.today} waits={show === 'waiting'} />
        )}
      </div>
    </Page>
  );
}

interface LettersProps {
  readonly letters: LetterList['letters'];
  readonly today: string;
  readonly waits: boolean;
}

function Letters({ letters, today, waits }: LettersProps): ReactNode {
  const texts = useDeskPaperTexts().letters;
  const language = useLanguage();
  const client = useQueryClient();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  // What a colleague has recorded since is no longer meant.
  const chosen = letters.flatMap(({ noticeId }) => (ticked.has(noticeId) ? [noticeId] : []));
  const [handedOn, setHandedOn] = useState(today);
  const [way, setWay] = useState<LetterWay>('post');
  const [recorded, setRecorded] = useState(0);
  const record = useMutation({
    mutationFn: handOutLetters,
    onSuccess: (after, { notices }) => {
      setRecorded(notices.length);
      setTicked((before) => new Set([...before].filter((id) => !notices.includes(id))));
      client.setQueryData(deskKeys.letters('waiting'), after);
      void client.invalidateQueries({ queryKey: deskKeys.letters('gone') });
      void client.invalidateQueries({ queryKey: deskKeys.papers });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (chosen.length > 0 && handedOn !== '' && !record.isPending)
      record.mutate({ notices: chosen, way, handedOn });
  }
  function toggle(id: string): void {
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }
  const all = chosen.length === letters.length;
  return (
    <form className="tz-stack" onSubmit={submit} noValidate>
      {recorded > 0 && <Banner tone="success" role="status" title={texts.done(recorded)} />}
      <RefusalBanner error={record.error} />
      {waits && (
        <ChoiceBox
          kind="checkbox"
          checked={all}
          onChange={() => setTicked(new Set(all ? [] : letters.map(({ noticeId }) => noticeId)))}
        >
          {texts.all}
        </ChoiceBox>
      )}
      <ul className="desk-paper__list desk-paper__letters">
        {letters.map((letter) => (
          <li key={letter.noticeId}>
            {waits && (
              <ChoiceBox
                kind="checkbox"
                checked={ticked.has(letter.noticeId)}
                onChange={() => toggle(letter.noticeId)}
              >
                <span className="tz-hidden">{texts.select(letter.title, letter.number)}</span>
              </ChoiceBox>
            )}
            <div>
              <p>
                <strong>{letter.title}</strong>{' '}
                {letter.why !== null && <StatusChip tone="waiting">{texts.why[letter.why]}</StatusChip>}
              </p>
              <p className="desk-small">
                <Link to={`/desk/applications/${encodeURIComponent(letter.applicationId)}`}>
                  {letter.number}
                </Link>{' '}
                {letter.procedureTitle}　{dateText(letter.createdAt, language)}
              </p>
            </div>
            <address className="desk-small">
              {letter.postal !== '' && <>〒{letter.postal.replace(/^(\d{3})/, '$1-')} </>}
              {letter.address}
              <br />
              {letter.addressee}　様
            </address>
            {letter.way !== null && letter.handedOn !== null ? (
              <span>
                {texts.ways[letter.way]} {dateText(letter.handedOn, language)}
              </span>
            ) : (
              <ButtonAnchor
                size="small"
                href={letterAddress(letter.noticeId)}
                target="_blank"
                rel="noreferrer"
              >
                {texts.print}
              </ButtonAnchor>
            )}
          </li>
        ))}
      </ul>
      {waits && (
        <div className="desk-paper__record">
          <p role="status">{texts.chosen(chosen.length)}</p>
          <Field label={texts.handedOn} required>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                chars={14}
                value={handedOn}
                onChange={({ target }) => setHandedOn(target.value)}
              />
            )}
          </Field>
          <Field label={texts.way}>
            {(control) => (
              <Select
                {...control}
                choices={WAYS.map((one) => ({ value: one, label: texts.ways[one] }))}
                value={way}
                onChange={({ target }) => setWay(WAYS.find((one) => one === target.value) ?? 'post')}
              />
            )}
          </Field>
          <Button type="submit" look="primary" blocked={chosen.length === 0 || record.isPending}>
            {texts.submit}
          </Button>
        </div>
      )}
    </form>
  );
}
