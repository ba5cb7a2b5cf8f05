import { useMemo, useState, type ReactNode } from 'react';
import { request } from '../../../renderer-ui/src/api/request.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { Link } from '../../../renderer-ui/src/router/index.js';
import { Banner, Button, Dialog, Field, Select } from '../../../renderer-ui/src/ui/index.js';
import { recordingOf } from '../rehearsal/rehearsal.js';
import { useCompiled } from '../rehearsal/use-compiled.js';
import { useLettersTexts } from '../texts/letters.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { DocumentView } from './DocumentView.js';
import { examplesIn, hasEnglish, previewOf, usualExample } from './preview-of.js';
import type { LetterFolder } from './titles.js';

const READERS = ['ja', 'en'] as const;

/** How it comes out for the applicant of an example: at once by the engine, and on request the real thing. */
export function LetterPreview({ of, name }: { readonly of: LetterFolder; readonly name: string }): ReactNode {
  const texts = useLettersTexts();
  const workspace = useWorkspace();
  const files = useDraft((state) => state.files);
  const procedure = useCompiled();
  const examples = examplesIn(files);
  const [chosen, setChosen] = useState('');
  const [reader, setReader] = useState<'ja' | 'en'>('ja');
  const [mail, setMail] = useState<{ readonly subject: string; readonly text: string } | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [trialFailure, setTrialFailure] = useState<Error | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const kind = of === 'messages' ? 'message' : 'notice';
  const example = examples.includes(chosen) ? chosen : usualExample(files, name);
  // A notice is a document in Japanese for everybody.
  const mayBeEnglish = kind === 'message' && hasEnglish(files);
  const language = mayBeEnglish ? reader : 'ja';
  const shown = useMemo(
    () =>
      procedure && example !== undefined
        ? previewOf(procedure, files, { kind, name, example, language })
        : null,
    [procedure, kind, name, example, files, language],
  );
  const body = { template: name, example, language };
  async function real(): Promise<void> {
    setDrawing(true);
    setFailure(null);
    try {
      await workspace.save();
      setSentTo(null);
      setTrialFailure(null);
      const base = `/api/builder/drafts/${encodeURIComponent(workspace.draft.id)}/preview`;
      if (of === 'messages') setMail(await request('POST', `${base}/mail`, body));
      else {
        const answer = await fetch(`${base}/notice`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(String(answer.status));
        const address = URL.createObjectURL(await answer.blob());
        window.open(address, '_blank', 'noopener');
        setTimeout(() => URL.revokeObjectURL(address), 60_000);
      }
    } catch (problem) {
      setFailure(problem instanceof Error ? problem : new Error(String(problem)));
    } finally {
      setDrawing(false);
    }
  }
  /** Of what was opened last, to the author's own address. */
  async function trial(): Promise<void> {
    setDrawing(true);
    setSentTo(null);
    setTrialFailure(null);
    try {
      const address = `/api/builder/drafts/${encodeURIComponent(workspace.draft.id)}/preview/mail/send`;
      const { to } = await request<{ readonly to: string }>('POST', address, body);
      setSentTo(to);
    } catch (problem) {
      setTrialFailure(problem instanceof Error ? problem : new Error(String(problem)));
    } finally {
      setDrawing(false);
    }
  }
  return (
    <section className="letter-preview" aria-label={texts.preview}>
      <h2>{texts.preview}</h2>
      {example === undefined ? (
        <p className="tz-quiet">{texts.noExample}</p>
      ) : (
        <>
          <div className="letter-preview__for">
            <Field label={texts.previewWith}>
              {(control) => (
                <Select
                  {...control}
                  value={example}
                  choices={examples.map((value) => ({
                    value,
                    label: recordingOf(files[`examples/${value}.json`] ?? '')?.title || value,
                  }))}
                  onChange={({ target }) => setChosen(target.value)}
                />
              )}
            </Field>
            {mayBeEnglish && (
              <Field label={texts.previewFor}>
                {(control) => (
                  <Select
                    {...control}
                    value={reader}
                    choices={READERS.map((value) => ({ value, label: texts.readers[value] }))}
                    onChange={({ target }) => setReader(target.value === 'en' ? 'en' : 'ja')}
                  />
                )}
              </Field>
            )}
          </div>
          {shown === null ? (
            <Banner tone="warning" title={texts.noPreview} />
          ) : (
            <>
              {!shown.isSent && <p className="tz-quiet builder-small">{texts.notSent}</p>}
              {shown.language !== language && (
                <Banner tone="warning" title={texts.notInEnglish}>
                  <Link to={`/builder/drafts/${workspace.draft.id}/english`}>{texts.toEnglish}</Link>
                </Banner>
              )}
              <DocumentView document={shown.document} kind={kind} language={shown.language} />
            </>
          )}
          <Button size="small" blocked={isDrawing || shown === null} onClick={() => void real()}>
            {isDrawing ? texts.drawing : of === 'messages' ? texts.realMail : texts.pdf}
          </Button>
          {failure && <RefusalBanner error={failure} />}
        </>
      )}
      <Dialog title={texts.realTitle} open={mail !== null} onClose={() => setMail(null)} wide>
        <p>
          <strong>{mail?.subject}</strong>
        </p>
        <pre className="letter-preview__text">{mail?.text}</pre>
        {sentTo !== null && <Banner tone="success" role="status" title={texts.trialSent(sentTo)} />}
        {trialFailure && <RefusalBanner error={trialFailure} />}
        <Button blocked={isDrawing} onClick={() => void trial()}>
          {texts.trial}
        </Button>
        <Button onClick={() => setMail(null)}>{texts.close}</Button>
      </Dialog>
    </section>
  );
}
