import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import {
  addAnnouncement,
  askAnnouncement,
  changeAnnouncement,
  removeAnnouncement,
} from '../../api/desk-news.js';
import type { AnnouncementContent, AnnouncementOptions, DeskAnnouncementView } from '../../api/types.js';
import { useNavigate } from '../../router/index.js';
import { useDeskNewsTexts } from '../../texts/index.js';
import { Button, Buttons, ErrorSummary, useAnnounce, type SummaryLine } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';
import { AnnouncementForm } from './AnnouncementForm.js';
import { AnnouncementPreviewPane } from './AnnouncementPreviewPane.js';
import { ConfirmDialog } from '../frame/ConfirmDialog.js';
import { contentOf, type NewsForm } from './news-form.js';
import { useNewsStep } from './news-queries.js';

interface EditorProps {
  readonly id: string;
  /** Null for one that is not saved yet. */
  readonly saved: DeskAnnouncementView | null;
  readonly start: NewsForm;
  readonly options: AnnouncementOptions;
}

/** A draft being written: saved, looked at, handed to a second person. */
export function AnnouncementEditor({ id, saved, start, options }: EditorProps): ReactNode {
  const texts = useDeskNewsTexts().form;
  const navigate = useNavigate();
  const announce = useAnnounce();
  const step = useNewsStep();
  const sending = useSending((field) => `news-${field}`);
  const [form, setForm] = useState(start);
  const latest = useRef(form);
  useEffect(() => {
    latest.current = form;
  });
  const [stored, setStored] = useState(saved ? JSON.stringify(contentOf(start)) : null);
  const [revision, setRevision] = useState(saved?.revision ?? 0);
  const [tried, setTried] = useState(0);
  const [removing, setRemoving] = useState(false);
  const content = contentOf(form);
  const isSaved = stored === JSON.stringify(content);
  const own: readonly SummaryLine[] =
    tried === 0
      ? []
      : [
          ...(form.former && form.formerOf === ''
            ? [{ controlId: 'news-former', text: texts.formerMissing }]
            : []),
          ...(form.planned && form.startsAt === ''
            ? [{ controlId: 'news-startsAt', text: texts.startsAtMissing }]
            : []),
        ];
  const lines = [...own, ...sending.lines];
  const errorsOf = (field: string): readonly string[] => [
    ...own.filter(({ controlId }) => controlId === `news-${field}`).map(({ text }) => text),
    ...sending.errorsOf(field),
  ];

  /** What was typed is stored whatever is missing: a draft may lack anything. */
  async function save(wanted: AnnouncementContent): Promise<number> {
    if (stored === JSON.stringify(wanted)) return revision;
    const view = await step.keep(() =>
      stored === null ? addAnnouncement(id, wanted) : changeAnnouncement(id, revision, wanted),
    );
    const now = view?.revision ?? revision;
    setStored(JSON.stringify(wanted));
    setRevision(now);
    return now;
  }
  const onSave = (): Promise<boolean> =>
    sending.send(async () => {
      await save(content);
      announce(texts.saved);
      // What was typed on while it was saved would not be there on the next screen.
      if (saved === null && latest.current === form)
        void navigate(`/desk/announcements/${id}`, { replace: true });
    });
  function onAsk(event: FormEvent): void {
    event.preventDefault();
    setTried((count) => count + 1);
    const isLacking = (form.former && form.formerOf === '') || (form.planned && form.startsAt === '');
    if (isLacking) return;
    void sending.send(async () => {
      const now = await save(content);
      await step.keep(() => askAnnouncement(id, now));
      void navigate(`/desk/announcements/${id}`, { replace: true });
    });
  }
  return (
    <>
      <form className="tz-stack" noValidate onSubmit={onAsk}>
        <ErrorSummary lines={lines} attempt={tried + sending.attempt} />
        <RefusalBanner error={sending.failure} />
        <AnnouncementForm form={form} options={options} errorsOf={errorsOf} onForm={setForm} />
        {!isSaved && stored !== null && <p className="tz-quiet">{texts.unsaved}</p>}
        <Buttons>
          <Button type="submit" look="primary" blocked={sending.busy}>
            {texts.ask}
          </Button>
          <Button blocked={sending.busy} onClick={() => void onSave()}>
            {texts.save}
          </Button>
          {saved !== null && (
            <Button look="text" onClick={() => setRemoving(true)}>
              {texts.remove}
            </Button>
          )}
        </Buttons>
      </form>
      <AnnouncementPreviewPane id={id} content={content} when="asked" />
      {removing && (
        <ConfirmDialog
          title={texts.removeTitle}
          lead={texts.removeLead}
          submit={texts.removeConfirm}
          danger
          onClose={() => setRemoving(false)}
          onConfirm={async () => {
            await step.keep(async () => {
              await removeAnnouncement(id);
              return undefined;
            });
            void navigate('/desk/announcements', { replace: true });
          }}
        />
      )}
    </>
  );
}
