import { useState, type FormEvent, type ReactNode } from 'react';
import { deskFileAddress, settleSecondEntry, typeAgain } from '../../api/paper.js';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import { useSite } from '../../api/queries.js';
import type { PaperCheckView } from '../../api/types.js';
import { useParams } from '../../router/index.js';
import { dateText, useDeskPaperTexts, useLanguage } from '../../texts/index.js';
import {
  Banner,
  Button,
  ButtonLink,
  Buttons,
  ChoiceBox,
  Field,
  Page,
  Select,
  Spinner,
  TextInput,
} from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSecondEntry } from './paper-queries.js';
import './paper.css';

/** 照合: the answers once more from the scan, without what the first official entered; then what differs. */
export function SecondEntryScreen(): ReactNode {
  const { id = '' } = useParams();
  const texts = useDeskPaperTexts();
  const desk = useDeskTexts();
  const language = useLanguage();
  const site = useSite();
  const { data, error, isPending } = useSecondEntry(id);
  return (
    <Page
      title={texts.second.title}
      over={data?.procedureTitle}
      site={site.data?.name ?? desk.product}
      focusKey={`second entry ${id} ${data?.state ?? ''}`}
    >
      <RefusalBanner error={error} />
      {isPending && <Spinner />}
      {data && (
        <>
          <p>{texts.fill.arrival(dateText(data.arrivedOn, language), texts.begin.broughts[data.brought])}</p>
          <div className="desk-keyin">
            <div className="desk-keyin__form">
              <Step id={id} check={data} />
            </div>
            <Scans check={data} />
          </div>
        </>
      )}
    </Page>
  );
}

interface StepProps {
  readonly id: string;
  readonly check: PaperCheckView;
}

function Step({ id, check }: StepProps): ReactNode {
  const texts = useDeskPaperTexts().second;
  if (check.state === 'waiting' && check.mayType) return <TypeAgain id={id} check={check} />;
  if (check.state === 'differs') return <Settle id={id} check={check} />;
  return (
    <>
      {check.state === 'settled' ? (
        <Banner
          tone="success"
          role="status"
          title={texts.settled(check.askedBy ?? '', check.typedBy ?? '')}
        />
      ) : (
        <Banner tone="info" title={check.state === 'waiting' ? texts.waiting : texts.notAsked} />
      )}
      <Buttons>
        <ButtonLink look="primary" to={`/desk/paper/${encodeURIComponent(id)}`}>
          {texts.toPaper}
        </ButtonLink>
        <ButtonLink to="/desk/paper">{texts.toList}</ButtonLink>
      </Buttons>
    </>
  );
}

function TypeAgain({ id, check }: StepProps): ReactNode {
  const texts = useDeskPaperTexts().second;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const put = (path: string, text: string): void => setTyped((before) => ({ ...before, [path]: text }));
  const send = useStep(id, (answers: Readonly<Record<string, string>>) => typeAgain(id, { answers }));
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!send.isPending) send.mutate(typed);
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate>
      <p>{texts.lead}</p>
      <RefusalBanner error={send.error} />
      {check.fields.map(({ path, label, options, kind }) => (
        <Field key={path} label={label}>
          {(control) =>
            options.length > 0 ? (
              <Select
                {...control}
                choices={options.map(({ value, title }) => ({ value, label: title }))}
                empty={texts.nothing}
                value={typed[path] ?? ''}
                onChange={({ target }) => put(path, target.value)}
              />
            ) : (
              <TextInput
                {...control}
                autoComplete="off"
                inputMode={kind === 'integer' || kind === 'number' ? 'numeric' : undefined}
                value={typed[path] ?? ''}
                onChange={({ target }) => put(path, target.value)}
              />
            )
          }
        </Field>
      ))}
      <Buttons>
        <Button type="submit" look="primary" blocked={send.isPending}>
          {texts.compare}
        </Button>
      </Buttons>
    </form>
  );
}

type Choice = 'first' | 'second';

function Settle({ id, check }: StepProps): ReactNode {
  const texts = useDeskPaperTexts().second;
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const [tried, setTried] = useState(false);
  const send = useStep(id, (chosen: Readonly<Record<string, Choice>>) =>
    settleSecondEntry(id, { choices: chosen }),
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const whole = check.differences.every(({ path }) => choices[path] !== undefined);
    if (whole && !send.isPending) send.mutate(choices);
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate>
      <Banner tone="warning" title={texts.differs(check.differences.length)}>
        <p>{texts.differsHelp}</p>
      </Banner>
      <RefusalBanner error={send.error} />
      {check.differences.map(({ path, label, first, second }) => {
        const missing = tried && choices[path] === undefined;
        const option = (which: Choice, text: string, by: string | null): ReactNode => (
          <ChoiceBox
            kind="radio"
            name={`second-${path}`}
            checked={choices[path] === which}
            onChange={() => setChoices((before) => ({ ...before, [path]: which }))}
          >
            {text === '' ? texts.nothing : text}
            <span className="tz-quiet desk-small">　{by}</span>
          </ChoiceBox>
        );
        return (
          <Field key={path} label={label} group errors={missing ? [texts.chooseOne] : []}>
            {() => (
              <>
                {option('first', first, check.askedBy)}
                {option('second', second, check.typedBy)}
              </>
            )}
          </Field>
        );
      })}
      <Buttons>
        <Button type="submit" look="primary" blocked={send.isPending}>
          {texts.settle}
        </Button>
        <ButtonLink to="/desk/paper">{texts.toList}</ButtonLink>
      </Buttons>
    </form>
  );
}

/** One step of the check; what comes back stands on the screen at once. */
function useStep<Given>(id: string, run: (given: Given) => Promise<PaperCheckView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (check: PaperCheckView) => {
      client.setQueryData(deskKeys.paperCheck(id), check);
      void client.invalidateQueries({ queryKey: deskKeys.papers });
    },
  });
}

function Scans({ check: { scans } }: { readonly check: PaperCheckView }): ReactNode {
  const texts = useDeskPaperTexts().fill;
  return (
    <section className="desk-keyin__scan desk-keyin__scan--given" aria-labelledby="second-scan">
      <h2 id="second-scan" className="tz-heading">
        {texts.scan}
      </h2>
      {scans.map((file) =>
        file.mediaType === 'application/pdf' ? (
          <iframe
            key={file.id}
            className="desk-keyin__frame"
            src={deskFileAddress(file.id)}
            title={file.name}
          />
        ) : (
          <div key={file.id} className="desk-keyin__frame" role="region" aria-label={file.name} tabIndex={0}>
            <img src={deskFileAddress(file.id)} alt={file.name} />
          </div>
        ),
      )}
    </section>
  );
}
