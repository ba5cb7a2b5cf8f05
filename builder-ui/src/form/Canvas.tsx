import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { type Form, type FormProgram, linkForm } from '#engine';
import {
  AnswersInHand,
  fieldPathOf,
  FormSessionProvider,
  type FormFiles,
  type FormSession,
  type LoadedForm,
  PageChecks,
  PageForm,
  pointerOf,
  useAnswers,
  useInHand,
} from '../../../renderer-ui/src/form/index.js';
import { todayInJapan, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Banner, Select } from '../../../renderer-ui/src/ui/index.js';
import { useChecked } from '../problems/use-checked.js';
import { useFormEditorTexts } from '../texts/form-editor.js';
import { useWorkspace } from '../workspace/use-workspace.js';
import { useFormEditor } from './editor.js';
import { titleOfField } from './use-outline.js';
import { withoutConditions } from './without-conditions.js';

type Width = 'phone' | 'desktop';

/** The real form, as applicants will meet it: a click or the focus in a question chooses it. */
export function Canvas(): ReactNode {
  const texts = useFormEditorTexts();
  const { outline, selected } = useFormEditor();
  const program = useChecked((state) => state.program);
  const isCurrent = useChecked((state) => state.isFormCurrent);
  const leftOut = useChecked((state) => state.leftOut.length);
  const [isLive, setLive] = useState(false);
  const [width, setWidth] = useState<Width>('desktop');
  const [looked, setLooked] = useState<{ readonly page: string; readonly at: string }>({ page: '', at: '' });
  const at = selected.at(-1) ?? '';
  // The page of what is chosen, until another is asked for.
  const wanted = looked.at === at && looked.page !== '' ? looked.page : at.split('.')[0];
  const page = outline.find(({ name }) => name === wanted) ?? outline[0];
  const form = useLinked(program, isLive);
  return (
    <div className="builder-canvas">
      <div className="builder-canvas__bar">
        <label>
          <span className="tz-hidden">{texts.pageSelect}</span>
          <Select
            value={page?.name ?? ''}
            choices={outline.map((one) => ({ value: one.name, label: titleOfField(one) }))}
            onChange={(event) => setLooked({ page: event.target.value, at })}
          />
        </label>
        <Switch
          label={texts.canvasAs}
          value={isLive ? 'live' : 'all'}
          choices={[
            { value: 'all', label: texts.canvasAll },
            { value: 'live', label: texts.canvasLive },
          ]}
          onChange={(value) => setLive(value === 'live')}
        />
        <Switch
          label={texts.width}
          value={width}
          choices={[
            { value: 'phone', label: texts.phone },
            { value: 'desktop', label: texts.desktop },
          ]}
          onChange={(value) => setWidth(value === 'phone' ? 'phone' : 'desktop')}
        />
      </div>
      {form && !isCurrent && <Banner tone="warning" role="status" title={texts.stale} />}
      {leftOut > 0 && <p className="builder-small">{texts.leftOut(leftOut)}</p>}
      <div className="builder-canvas__paper" data-width={width}>
        {form && page ? (
          <LivePage key={isLive ? 'live' : 'all'} form={form} name={page.name} />
        ) : (
          <p>{texts.noForm}</p>
        )}
      </div>
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Switch({ label, value, choices, onChange }: SwitchProps): ReactNode {
  return (
    <div className="builder-switch" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}

/** The form to be drawn; the one before until it is linked. */
function useLinked(program: FormProgram | null, isLive: boolean): Form | null {
  const [form, setForm] = useState<Form | null>(null);
  useEffect(() => {
    if (!program) return;
    let isLate = false;
    void linkForm(isLive ? program : withoutConditions(program)).then((linked) => {
      if (!isLate && linked) setForm(linked);
    });
    return () => {
      isLate = true;
    };
  }, [program, isLive]);
  return form;
}

const noFiles: FormFiles = {
  attachments: new Map(),
  pending: () => [],
  add: () => undefined,
  remove: () => undefined,
  dismiss: () => undefined,
  cancel: () => undefined,
  retry: () => undefined,
  sizeBefore: () => null,
  twinOf: () => null,
  address: () => '',
};

type Answers = Readonly<Record<string, unknown>>;

/** What was answered stays while the form around it changes. */
function LivePage({ form, name }: { readonly form: Form; readonly name: string }): ReactNode {
  const answers = useRef<Answers>({});
  return <FilledPage key={name} form={form} name={name} answers={answers} />;
}

interface FilledPageProps {
  readonly form: Form;
  readonly name: string;
  readonly answers: RefObject<Answers>;
}

function FilledPage({ form, name, answers }: FilledPageProps): ReactNode {
  const texts = useFormEditorTexts();
  const language = useLanguage();
  const { draft } = useWorkspace();
  const loaded = useMemo(
    (): LoadedForm => ({
      versionHash: draft.id,
      language,
      title: '',
      themeColor: null,
      form,
      // What a page's module finds is for filling in; the engine's own verdicts are there at once.
      checks: new PageChecks(Object.fromEntries(form.pages.map(({ name: page }) => [page, '']))),
    }),
    [form, language, draft.id],
  );
  const [inHand] = useState(
    () =>
      new AnswersInHand(
        loaded,
        language,
        { ...firstRows(form), ...answers.current },
        { today: todayInJapan() },
      ),
  );
  useAnswers(inHand, loaded);
  useEffect(
    () =>
      inHand.subscribe(() => {
        answers.current = inHand.state.answers;
      }),
    [inHand, answers],
  );
  const session = useMemo(
    (): FormSession => ({
      form,
      language,
      inHand,
      leave: (pointer) => inHand.leave(pointer),
      correction: null,
      applications: [],
      firstAnswer: () => null,
    }),
    [form, language, inHand],
  );
  const page = form.pages.find((one) => one.name === name);
  const isAsked = useInHand(inHand, ({ evaluation }) => evaluation.asked.has(`/${name}`));
  if (!page) return null;
  return (
    <FormSessionProvider session={session} files={noFiles}>
      <Chooser>
        <h2 className="builder-canvas__title" data-question={name} tabIndex={-1}>
          {page.title}
        </h2>
        {page.description !== null && <p className="tz-prewrap">{page.description}</p>}
        {isAsked ? <PageForm page={page} /> : <p>{texts.notThere}</p>}
      </Chooser>
    </FormSessionProvider>
  );
}

/** One row of each repeat, so that its questions are seen. */
function firstRows(form: Form): Answers {
  const answers: Record<string, Record<string, unknown>> = {};
  for (const page of form.pages)
    for (const field of page.fields)
      if (field.kind === 'rows') (answers[page.name] ??= {})[field.name] = [{ _id: 'first' }];
  return answers;
}

/** Marks which question stands where, shows the chosen ones, and chooses what is clicked or entered. */
function Chooser({ children }: { readonly children: ReactNode }): ReactNode {
  const { selected, select } = useFormEditor();
  const box = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const root = box.current;
    if (!root) return;
    const mark = (): void => markQuestions(root, selected);
    mark();
    const observer = new MutationObserver(mark);
    observer.observe(root, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [selected]);
  const last = selected.at(-1);
  useEffect(() => {
    if (last === undefined) return;
    const chosen = box.current?.querySelector(`[data-question="${CSS.escape(last)}"]`);
    if (!chosen?.contains(document.activeElement)) chosen?.scrollIntoView({ block: 'nearest' });
  }, [last]);
  const choose = (target: EventTarget): void => {
    const path =
      target instanceof Element ? target.closest('[data-question]')?.getAttribute('data-question') : null;
    if (path && path !== last) select([path]);
  };
  return (
    <form
      ref={box}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onClick={({ target }) => choose(target)}
      onFocus={({ target }) => choose(target)}
    >
      {children}
    </form>
  );
}

/** The frame around each control says which question it is: attributes that the form itself does not use. */
function markQuestions(root: HTMLElement, selected: readonly string[]): void {
  for (const control of root.querySelectorAll<HTMLElement>('[id]')) {
    if (!/^[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)+$/u.test(control.id)) continue;
    const frame = control.matches('fieldset') ? control : control.closest<HTMLElement>('.tz-field, fieldset');
    const path = fieldPathOf(pointerOf(control.id));
    if (frame && !frame.dataset['question']) frame.dataset['question'] = path;
  }
  for (const frame of root.querySelectorAll<HTMLElement>('[data-question]'))
    frame.toggleAttribute('data-chosen', selected.includes(frame.dataset['question'] ?? ''));
}
