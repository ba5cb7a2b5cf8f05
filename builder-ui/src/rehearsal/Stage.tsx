import { useMemo, useState, type ReactNode } from 'react';
import type { Answers, PageValidators, Procedure } from '#engine';
import type { LoadedForm } from '../../../renderer-ui/src/form/index.js';
import { Banner, Button, Buttons, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import { ForWriters } from '../draft/Writing.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { ApplicantSide } from './ApplicantSide.js';
import { CalendarSide } from './CalendarSide.js';
import { KeepDialog } from './KeepDialog.js';
import { OfficialSide } from './OfficialSide.js';
import { type Doing, live, type Recording, skipTo, withDoing, withoutLast } from './rehearsal.js';
import { Tray } from './Tray.js';

interface StageProps {
  readonly procedure: Procedure;
  readonly loaded: LoadedForm;
  readonly validators: PageValidators;
  readonly from: Recording;
}

/** One application from its first page to its end. */
export function Stage({ procedure, loaded, validators, from }: StageProps): ReactNode {
  const texts = useRehearsalTexts();
  const announce = useAnnounce();
  const [recording, setRecording] = useState<Recording | null>(null);
  const [now, setNow] = useState(from.now);
  const [refused, setRefused] = useState<string | null>(null);
  const [isKeeping, setKeeping] = useState(false);
  const lived = useMemo(
    () => (recording ? live(procedure, recording, validators) : null),
    [procedure, recording, validators],
  );
  const isOpen = lived?.state != null;
  function submit(answers: Answers): number {
    const first: Recording = { ...from, now, answers, steps: [] };
    const tried = live(procedure, first, validators);
    if (!tried.state) return tried.problems.length;
    setRecording(first);
    announce(texts.submitted);
    return 0;
  }
  function act(doing: Doing): boolean {
    if (!recording) return false;
    const next = withDoing(recording, doing, now);
    const tried = live(procedure, next, validators);
    setRefused(tried.refused ?? (tried.problems.length > 0 ? 'other' : null));
    if (tried.refused !== null || tried.problems.length > 0) return false;
    setRecording(next);
    return true;
  }
  function goOn(until: string): void {
    if (recording) setRecording(skipTo(procedure, recording, validators, until));
    setNow(until);
  }
  return (
    <>
      {lived?.stopped != null && (
        <Banner tone="error" title={texts.stopped}>
          {lived.stopped}
        </Banner>
      )}
      <div className="try-stage">
        <section className="try-side" aria-labelledby="try-applicant">
          <h2 id="try-applicant">{texts.applicant}</h2>
          <ApplicantSide
            procedure={procedure}
            loaded={loaded}
            from={from}
            lived={lived}
            now={now}
            onSubmit={submit}
            onAct={act}
          />
        </section>
        <section className="try-side" aria-labelledby="try-officials">
          <h2 id="try-officials">{texts.officials}</h2>
          <OfficialSide
            procedure={procedure}
            lived={lived}
            now={now}
            refused={refused}
            onAct={act}
            key={recording?.steps.length ?? 0}
          />
          <h2>{texts.calendar}</h2>
          <CalendarSide procedure={procedure} lived={lived} now={now} onGoOn={goOn} />
        </section>
        <section className="try-side" aria-labelledby="try-tray">
          <h2 id="try-tray">{texts.tray}</h2>
          <Tray procedure={procedure} lived={lived} />
        </section>
      </div>
      {isOpen && (
        <Buttons>
          <Button
            blocked={(recording?.steps.length ?? 0) === 0}
            onClick={() => recording && setRecording(withoutLast(recording))}
          >
            {texts.back}
          </Button>
          <ForWriters>
            <Button look="primary" onClick={() => setKeeping(true)}>
              {texts.keep}
            </Button>
          </ForWriters>
        </Buttons>
      )}
      {recording && lived && (
        <KeepDialog open={isKeeping} recording={recording} lived={lived} onClose={() => setKeeping(false)} />
      )}
    </>
  );
}
