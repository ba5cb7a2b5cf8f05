import { useEffect, useMemo, useState, type ReactNode } from 'react';
import {
  describeProblem,
  type PageValidators,
  type Problem,
  type Procedure,
  readExample,
  runExample,
} from '#engine';
import { Link } from '../../../renderer-ui/src/router/index.js';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Banner, Button, Buttons, StatusChip } from '../../../renderer-ui/src/ui/index.js';
import { ForWriters } from '../draft/Writing.js';
import { exampleOf, live, recordingOf } from '../rehearsal/rehearsal.js';
import { WithProcedure } from '../rehearsal/WithProcedure.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { useSigns } from '../texts/signs.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { Compared } from './Compared.js';
import { Coverage } from './Coverage.js';
import './examples.css';

/** The examples of a draft: each tried, mended or removed; and applicants that are made by themselves. */
export function ExamplesScreen(): ReactNode {
  return (
    <WithProcedure>
      {(procedure, draft) => (
        <div className="examples">
          <ExampleTable procedure={procedure} validators={draft.form.ja.checks.validators} />
          <Compared />
          <Coverage validators={draft.validators} />
        </div>
      )}
    </WithProcedure>
  );
}

interface Tried {
  /** What came out otherwise, and what is wrong with the file. */
  readonly differences: readonly Problem[];
}

function ExampleTable({
  procedure,
  validators,
}: {
  readonly procedure: Procedure;
  readonly validators: PageValidators;
}): ReactNode {
  const { examples: texts } = useRehearsalTexts();
  const signs = useSigns();
  const language = useLanguage();
  const workspace = useWorkspace();
  const files = useDraft((state) => state.files);
  const [tried, setTried] = useState<ReadonlyMap<string, Tried>>(new Map());
  const names = useMemo(
    () => Object.keys(files).flatMap((file) => /^examples\/(.+)\.json$/.exec(file)?.[1] ?? []),
    [files],
  );
  useEffect(() => {
    let isLeft = false;
    async function run(): Promise<void> {
      const now = new Map<string, Tried>();
      for (const name of names) {
        now.set(name, tryOne(procedure, validators, name, files[`examples/${name}.json`] ?? ''));
        // A task of its own, so that keys and clicks come in between; a promise alone would not let them.
        await new Promise((resolve) => setTimeout(resolve));
        if (isLeft) return;
      }
      setTried(now);
    }
    void run();
    return () => {
      isLeft = true;
    };
  }, [names, files, procedure, validators]);
  const titles = useMemo(
    () => new Map(names.map((name) => [name, titleOf(name, files[`examples/${name}.json`] ?? '')])),
    [names, files],
  );
  const bad = [...tried.values()].filter(({ differences }) => differences.length > 0).length;
  const isDone = names.every((name) => tried.has(name));
  function accept(name: string): void {
    const recording = recordingOf(files[`examples/${name}.json`] ?? '');
    if (!recording) return;
    const example = exampleOf(recording, live(procedure, recording, validators));
    workspace.perform({ kind: 'set-example', name, example }, texts.accepted(recording.title));
  }
  return (
    <section className="examples-part">
      <p>{texts.lead}</p>
      {names.length === 0 ? (
        <Banner tone="info" title={texts.none} />
      ) : (
        <>
          <Banner
            tone={!isDone ? 'info' : bad === 0 ? 'success' : 'warning'}
            role="status"
            title={
              !isDone
                ? texts.running
                : bad === 0
                  ? texts.allHold(names.length)
                  : texts.someDiffer(bad, names.length)
            }
          />
          <table className="examples-table">
            <thead>
              <tr>
                <th scope="col">{texts.title}</th>
                <th scope="col">{texts.result}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {names.map((name) => {
                const one = tried.get(name);
                const title = titles.get(name) ?? name;
                return (
                  <tr key={name}>
                    <th scope="row">
                      {title}
                      {title !== name && <span className="tz-quiet builder-small">　{name}</span>}
                    </th>
                    <td>
                      {one ? (
                        <Outcome differences={one.differences} language={language} />
                      ) : (
                        <span className="tz-quiet examples-table__running">{texts.running}</span>
                      )}
                    </td>
                    <td>
                      <Buttons>
                        <Link
                          to={`/builder/drafts/${workspace.draft.id}/try?at=examples/${name}.json`}
                          aria-label={`${texts.rehearse}${signs.colon}${title}`}
                        >
                          {texts.rehearse}
                        </Link>
                        <ForWriters>
                          {one && one.differences.length > 0 && (
                            <Button
                              size="small"
                              aria-label={`${texts.accept}${signs.colon}${title}`}
                              onClick={() => accept(name)}
                            >
                              {texts.accept}
                            </Button>
                          )}
                          <Button
                            size="small"
                            look="text"
                            aria-label={`${texts.remove}${signs.colon}${title}`}
                            onClick={() =>
                              void workspace.perform({ kind: 'remove-example', name }, texts.removed(title))
                            }
                          >
                            {texts.remove}
                          </Button>
                        </ForWriters>
                      </Buttons>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Outcome({
  differences,
  language,
}: {
  readonly differences: readonly Problem[];
  readonly language: 'ja' | 'en';
}): ReactNode {
  const { examples: texts } = useRehearsalTexts();
  if (differences.length === 0) return <StatusChip tone="done">{texts.holds}</StatusChip>;
  return (
    <>
      <StatusChip tone="danger">{texts.differs(differences.length)}</StatusChip>
      <ul className="builder-small">
        {differences.map((one, index) => (
          <li key={index}>{describeProblem(one, null, language)}</li>
        ))}
      </ul>
    </>
  );
}

function tryOne(procedure: Procedure, validators: PageValidators, name: string, text: string): Tried {
  const { example, problems } = readExample(`examples/${name}.json`, text);
  return { differences: example ? runExample(procedure, example, validators) : problems };
}

/** Read before anything is tried, so that nobody waits for the names. */
function titleOf(name: string, text: string): string {
  const { example } = readExample(`examples/${name}.json`, text);
  return example?.title || name;
}
