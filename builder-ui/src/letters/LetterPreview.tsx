import { useMemo, useState, type ReactNode } from 'react';
import { type DocumentModel, EvaluationError, fillTemplate, noticeFacts, type Procedure } from '#engine';
import { request } from '../../../renderer-ui/src/api/request.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/session/index.js';
import { Banner, Button, Dialog, Field, Select } from '../../../renderer-ui/src/ui/index.js';
import { live, recordingOf } from '../rehearsal/rehearsal.js';
import { useCompiled } from '../rehearsal/use-compiled.js';
import { useLettersTexts } from '../texts/letters.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { DocumentView } from './DocumentView.js';
import type { LetterFolder } from './titles.js';

/** How it comes out for the applicant of an example: at once by the engine, and on request the real thing. */
export function LetterPreview({ of, name }: { readonly of: LetterFolder; readonly name: string }): ReactNode {
  const texts = useLettersTexts();
  const workspace = useWorkspace();
  const files = useDraft((state) => state.files);
  const procedure = useCompiled();
  const examples = Object.keys(files).flatMap((file) => /^examples\/(.+)\.json$/.exec(file)?.[1] ?? []);
  const [chosen, setChosen] = useState('');
  const [mail, setMail] = useState<{ readonly subject: string; readonly text: string } | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [trialFailure, setTrialFailure] = useState<Error | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const kind = of === 'messages' ? 'message' : 'notice';
  const usual =
    examples.find((one) => (files[`examples/${one}.json`] ?? '').includes(`"${name}"`)) ?? examples[0];
  const example = examples.includes(chosen) ? chosen : usual;
  const shown = useMemo(() => {
    const text = example === undefined ? undefined : files[`examples/${example}.json`];
    return procedure && text !== undefined ? previewOf(procedure, kind, name, text) : null;
  }, [procedure, kind, name, example, files]);
  async function real(): Promise<void> {
    setDrawing(true);
    setFailure(null);
    try {
      await workspace.save();
      setSentTo(null);
      setTrialFailure(null);
      const body = { template: name, example };
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
      const { to } = await request<{ readonly to: string }>('POST', address, { template: name, example });
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
          {shown === null ? (
            <Banner tone="warning" title={texts.noPreview} />
          ) : (
            <>
              {!shown.isSent && <p className="tz-quiet builder-small">{texts.notSent}</p>}
              <DocumentView document={shown.document} kind={kind} />
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

/** Null where it cannot be filled in. */
function previewOf(
  procedure: Procedure,
  kind: 'message' | 'notice',
  name: string,
  text: string,
): { readonly document: DocumentModel; readonly isSent: boolean } | null {
  const recording = recordingOf(text);
  if (!recording) return null;
  try {
    // What the pages alone check keeps nobody from reading a text.
    const checks = Object.fromEntries(procedure.form.pages.map((page) => [page.name, () => true]));
    const lived = live(procedure, recording, checks);
    const sent = lived.letters.filter((letter) => letter.kind === kind && letter.template === name).at(-1);
    if (sent) return { document: sent.document, isSent: true };
    const template = (kind === 'message' ? procedure.messages : procedure.notices).get(name);
    if (!template || !lived.state || !lived.application) return null;
    const facts = noticeFacts(
      procedure,
      lived.state,
      lived.application,
      {
        documentNumber: `${procedure.info.numbering.documentSymbol}第1号`,
        issuedOn: recording.now.slice(0, 10),
        link: 'https://example.jp/applications/1',
        account: { name: '見本　太郎', mail: 'applicant@example.jp' },
      },
      recording.now,
    );
    return { document: fillTemplate(template, facts), isSent: false };
  } catch (error) {
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}
