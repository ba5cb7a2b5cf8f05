import { useState, type FormEvent, type ReactNode } from 'react';
import { askCorrection, makeCorrection, stepAnnouncement } from '../../api/desk-news.js';
import type { DeskAnnouncementView } from '../../api/types.js';
import { dateTimeText, useDeskNewsTexts, useLanguage } from '../../texts/index.js';
import { Button, Buttons, ErrorSummary, Field, StatusChip, TextArea } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';
import { ConfirmDialog } from '../frame/ConfirmDialog.js';
import { formOf } from './news-form.js';
import { useNewsStep } from './news-queries.js';
import { type NewsWords, WordsFields } from './WordsFields.js';

interface CorrectionsProps {
  readonly one: DeskAnnouncementView;
}

/** New words for what is out: asked for by one, agreed to by another, kept beside what they took the place of. */
export function Corrections({ one }: CorrectionsProps): ReactNode {
  const texts = useDeskNewsTexts().correction;
  const [writing, setWriting] = useState(false);
  if (one.corrections.length === 0 && !one.may.includes('ask-correction')) return null;
  return (
    <section className="tz-stack" aria-labelledby="news-corrections">
      <h2 id="news-corrections" className="tz-heading">
        {texts.title}
      </h2>
      {one.may.includes('ask-correction') && !writing && (
        <p>
          <Button onClick={() => setWriting(true)}>{texts.ask}</Button>
        </p>
      )}
      {writing && <CorrectionForm one={one} onDone={() => setWriting(false)} />}
      {one.corrections.map((correction) => (
        <Correction key={correction.id} one={one} correction={correction} />
      ))}
    </section>
  );
}

type CorrectionView = DeskAnnouncementView['corrections'][number];

function Correction({
  one,
  correction,
}: CorrectionsProps & { readonly correction: CorrectionView }): ReactNode {
  const all = useDeskNewsTexts();
  const texts = all.correction;
  const language = useLanguage();
  const step = useNewsStep();
  const [declining, setDeclining] = useState(false);
  const isOpen = correction.state === 'asked';
  const tone = isOpen ? 'waiting' : correction.state === 'made' ? 'done' : 'quiet';
  const before = correction.was ?? (isOpen ? one.content : null);
  return (
    <div className="desk-news__correction">
      <p className="desk-news__chips">
        <StatusChip tone={tone}>{texts.states[correction.state]}</StatusChip>
        <span>{texts.by(correction.askedBy?.name ?? '', dateTimeText(correction.askedAt, language))}</span>
      </p>
      <p className="tz-prewrap">{correction.note}</p>
      <div className="desk-news__both">
        {before && <Words title={texts.before} words={before} />}
        <Words title={texts.after} words={correction} />
      </div>
      {isOpen && (
        <>
          {one.mine && <p>{texts.own}</p>}
          <RefusalBanner error={step.error} />
          <Buttons>
            {one.may.includes('correct') && (
              <Button
                look="primary"
                blocked={step.isPending}
                onClick={() => step.mutate(() => makeCorrection(one.id, correction.digest))}
              >
                {texts.make}
              </Button>
            )}
            {one.may.includes('decline-correction') && (
              <Button onClick={() => setDeclining(true)}>{texts.decline}</Button>
            )}
          </Buttons>
        </>
      )}
      {declining && (
        <ConfirmDialog
          title={texts.declineTitle}
          lead={correction.note}
          submit={texts.decline}
          reason={all.steps.reason}
          onClose={() => setDeclining(false)}
          onConfirm={(reason) => step.keep(() => stepAnnouncement(one.id, 'corrections/decline', reason))}
        />
      )}
    </div>
  );
}

function Words({
  title,
  words,
}: {
  readonly title: string;
  readonly words: Pick<CorrectionView, 'title' | 'body' | 'english'>;
}): ReactNode {
  return (
    <div className="desk-news__paper">
      <h3 className="desk-news__part">{title}</h3>
      <div lang="ja">
        <p className="desk-news__papers-title">{words.title}</p>
        <p className="tz-prewrap">{words.body}</p>
      </div>
      {words.english && (
        <div lang="en">
          <p className="desk-news__papers-title">{words.english.title}</p>
          <p className="tz-prewrap">{words.english.body}</p>
        </div>
      )}
    </div>
  );
}

function CorrectionForm({ one, onDone }: CorrectionsProps & { readonly onDone: () => void }): ReactNode {
  const texts = useDeskNewsTexts().correction;
  const step = useNewsStep();
  const sending = useSending((field) => `news-${field}`);
  const [words, setWords] = useState<NewsWords>(() => formOf(one.content));
  const [note, setNote] = useState('');
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const done = await sending.send(async () => {
      await step.keep(() =>
        askCorrection(one.id, {
          title: words.title,
          body: words.body,
          english: words.inEnglish ? { title: words.titleEn, body: words.bodyEn } : null,
          note,
        }),
      );
    });
    if (done) onDone();
  }
  return (
    <form className="tz-stack" noValidate onSubmit={(event) => void send(event)}>
      <p>{texts.lead}</p>
      <ErrorSummary lines={sending.lines} attempt={sending.attempt} />
      <RefusalBanner error={sending.failure} />
      <WordsFields
        words={words}
        errorsOf={sending.errorsOf}
        onWords={(change) => setWords((before) => ({ ...before, ...change }))}
      />
      <Field
        label={texts.note}
        id="news-note"
        required
        support={texts.noteHelp}
        errors={sending.errorsOf('note')}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <Buttons>
        <Button type="submit" look="primary" blocked={sending.busy}>
          {texts.submit}
        </Button>
        <Button onClick={onDone}>{texts.cancel}</Button>
      </Buttons>
    </form>
  );
}
