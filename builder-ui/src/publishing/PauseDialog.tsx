import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { Button, Buttons, Dialog, Field, TextArea, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import { pauseProcedure, publishingKeys } from '../api/publishing.js';
import { usePublishingTexts } from '../texts/publishing.js';

interface PauseDialogProps {
  readonly procedureId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function PauseDialog({ procedureId, open, onClose }: PauseDialogProps): ReactNode {
  const texts = usePublishingTexts();
  return (
    <Dialog title={texts.pauseTitle} open={open} onClose={onClose}>
      <PauseForm procedureId={procedureId} onClose={onClose} />
    </Dialog>
  );
}

function PauseForm({ procedureId, onClose }: Omit<PauseDialogProps, 'open'>): ReactNode {
  const texts = usePublishingTexts();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [words, setWords] = useState({ ja: '', en: '' });
  const [tried, setTried] = useState(false);
  const pause = useMutation({
    mutationFn: () => pauseProcedure(procedureId, { ja: words.ja.trim(), en: words.en.trim() }),
    onSuccess: (now) => {
      announce(texts.pausedNow);
      client.setQueryData(publishingKeys.versions(procedureId), now);
      onClose();
    },
  });
  const errorsOf = (language: 'ja' | 'en'): readonly string[] =>
    tried && words[language].trim() === '' ? [texts.pauseMissing] : [];
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!pause.isPending && words.ja.trim() !== '' && words.en.trim() !== '') pause.mutate();
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate>
      <p>{texts.pauseLead}</p>
      <RefusalBanner error={pause.error} />
      {(['ja', 'en'] as const).map((language) => (
        <Field
          key={language}
          label={language === 'ja' ? texts.pauseJa : texts.pauseEn}
          id={`publishing-pause-${language}`}
          required
          errors={errorsOf(language)}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              lang={language}
              maxLength={500}
              value={words[language]}
              onChange={({ target }) => setWords({ ...words, [language]: target.value })}
            />
          )}
        </Field>
      ))}
      <Buttons>
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button type="submit" look="danger" blocked={pause.isPending}>
          {texts.pause}
        </Button>
      </Buttons>
    </form>
  );
}
