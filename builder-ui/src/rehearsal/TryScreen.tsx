import { useEffect, useState, type ReactNode } from 'react';
import { type PageValidators, type Procedure } from '#engine';
import { useSearchParams } from '../../../renderer-ui/src/router/index.js';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Field, Select } from '../../../renderer-ui/src/ui/index.js';
import { useProblemWords, type LoadedForm } from '../../../renderer-ui/src/form/index.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { useDraft } from '../workspace/use-workspace.js';
import { daysLater, type Recording, recordingOf } from './rehearsal.js';
import { Stage } from './Stage.js';
import { WithProcedure } from './WithProcedure.js';
import './rehearsal.css';

/** Everything of a draft in one screen: the applicant, each official, the calendar, and a tray for what is sent. */
export function TryScreen(): ReactNode {
  const language = useLanguage();
  useEffect(() => void useProblemWords.bring(), []);
  return (
    <WithProcedure>
      {(procedure, { form }) => (
        <Rehearsing
          procedure={procedure}
          loaded={form[language]}
          validators={form[language].checks.validators}
        />
      )}
    </WithProcedure>
  );
}

function Rehearsing({
  procedure,
  loaded,
  validators,
}: {
  readonly procedure: Procedure;
  readonly loaded: LoadedForm;
  readonly validators: PageValidators;
}): ReactNode {
  const texts = useRehearsalTexts();
  const files = useDraft((state) => state.files);
  const [params] = useSearchParams();
  const examples = Object.keys(files).flatMap((file) => {
    if (!/^examples\/.+\.json$/.test(file)) return [];
    const recording = recordingOf(files[file] ?? '');
    return recording ? [{ file, recording }] : [];
  });
  const asked = params.get('at')?.split('#')[0] ?? '';
  const [chosen, setChosen] = useState(examples.some(({ file }) => file === asked) ? asked : '');
  const [begun, setBegun] = useState<{ readonly from: Recording; readonly run: number } | null>(null);
  const { acceptanceWindow } = procedure.info;
  function begin(): void {
    const example = examples.find(({ file }) => file === chosen)?.recording;
    const from: Recording = example
      ? { ...example, steps: [] }
      : { title: '', now: daysLater(acceptanceWindow.opensAt, 0), answers: {}, steps: [] };
    setBegun((before) => ({ from, run: (before?.run ?? 0) + 1 }));
  }
  return (
    <div className="try">
      <p className="tz-quiet">{texts.nothingKept}</p>
      <div className="try-begin">
        <Field label={texts.beginWith}>
          {(control) => (
            <Select
              {...control}
              value={chosen}
              empty={texts.empty}
              choices={examples.map(({ file, recording }) => ({
                value: file,
                label: texts.fromExample(recording.title || file),
              }))}
              onChange={({ target }) => setChosen(target.value)}
            />
          )}
        </Field>
        <Button look="primary" onClick={begin}>
          {begun ? texts.again : texts.begin}
        </Button>
      </div>
      {begun && (
        <Stage
          key={begun.run}
          procedure={procedure}
          loaded={loaded}
          validators={validators}
          from={begun.from}
        />
      )}
    </div>
  );
}
