import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '../../../api/query/index.js';
import { askOpinion } from '../../../api/opinions.js';
import type { CaseOpinion, CaseOpinions } from '../../../api/types.js';
import { useDeskOpinionsTexts } from '../../../texts/index.js';
import {
  Button,
  Buttons,
  ChoiceBox,
  Dialog,
  Field,
  focusControl,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.js';
import { RefusalBanner } from '../../frame/RefusalBanner.js';
import { useKept } from '../../use-kept.js';

type Ask = NonNullable<CaseOpinions['ask']>;

interface AskDialogProps {
  readonly applicationId: string;
  readonly ask: Ask;
  /** The one that is asked again. */
  readonly again: CaseOpinion | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Whom to ask, what, until when, and which answers they may see. */
export function AskDialog({ applicationId, ask, again, onDone, onClose }: AskDialogProps): ReactNode {
  const words = useDeskOpinionsTexts();
  const texts = words.card;
  const known = new Set(ask.pages.flatMap(({ questions }) => questions.map(({ path }) => path)));
  const { typed, set, forget } = useKept(`ask.${applicationId}.${again?.id ?? ''}`, {
    // The same for every attempt: what arrived once is not asked twice.
    id: crypto.randomUUID() as string,
    departmentId: again?.departmentId ?? '',
    assigneeId: again?.assignee?.id ?? '',
    question: again?.question ?? '',
    dueOn: ask.dueOn,
    shared: (again?.shared ?? []).map(({ path }) => path).filter((path) => known.has(path)),
  });
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      askOpinion(applicationId, {
        ...typed,
        shared: [...typed.shared],
        assigneeId: typed.assigneeId === '' ? null : typed.assigneeId,
        againOf: again?.id ?? null,
      }),
    onSuccess: () => {
      forget();
      onDone();
    },
  });
  const missing = {
    department: typed.departmentId === '',
    question: typed.question.trim() === '',
    dueOn: typed.dueOn === '',
  };
  const errors = (name: keyof typeof missing): readonly string[] =>
    tried && missing[name] ? [texts.missing[name]] : [];
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const first = (['department', 'question', 'dueOn'] as const).find((name) => missing[name]);
    if (first) {
      focusControl(`ask-${first}`);
      return;
    }
    if (!send.isPending) send.mutate();
  }
  const officials = ask.departments.find(({ id }) => id === typed.departmentId)?.officials ?? [];
  return (
    <Dialog title={again ? texts.again : texts.askTitle} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <RefusalBanner error={send.error} />
        <Field id="ask-department" label={texts.department} required errors={errors('department')}>
          {(control) => (
            <Select
              {...control}
              empty={texts.choose}
              choices={ask.departments.map(({ id, name }) => ({ value: id, label: name }))}
              value={typed.departmentId}
              onChange={({ target }) => set({ departmentId: target.value, assigneeId: '' })}
            />
          )}
        </Field>
        {officials.length > 0 && (
          <Field label={texts.official}>
            {(control) => (
              <Select
                {...control}
                empty={texts.anyone}
                choices={officials.map(({ id, name }) => ({ value: id, label: name }))}
                value={typed.assigneeId}
                onChange={({ target }) => set({ assigneeId: target.value })}
              />
            )}
          </Field>
        )}
        <Field
          id="ask-question"
          label={words.question}
          support={texts.questionHelp}
          required
          errors={errors('question')}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              maxLength={4000}
              value={typed.question}
              onChange={({ target }) => set({ question: target.value })}
            />
          )}
        </Field>
        <Field id="ask-dueOn" label={texts.dueOn} required errors={errors('dueOn')}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              chars={14}
              value={typed.dueOn}
              onChange={({ target }) => set({ dueOn: target.value })}
            />
          )}
        </Field>
        <Sharing ask={ask} shared={typed.shared} onChange={(shared) => set({ shared: [...shared] })} />
        <p className="desk-small">{texts.sendLead}</p>
        <Buttons>
          <Button type="submit" look="primary" blocked={send.isPending}>
            {texts.send}
          </Button>
          <Button onClick={onClose}>{texts.close}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}

interface SharingProps {
  readonly ask: Ask;
  readonly shared: readonly string[];
  readonly onChange: (shared: readonly string[]) => void;
}

/** Nothing is shared that was not ticked. */
function Sharing({ ask, shared, onChange }: SharingProps): ReactNode {
  const texts = useDeskOpinionsTexts().card;
  const without = (paths: readonly string[]): readonly string[] =>
    shared.filter((path) => !paths.includes(path));
  return (
    <Field label={texts.share} support={texts.shareHelp} group>
      {() => (
        <>
          <div className="desk-ask__pages" tabIndex={0} role="group" aria-label={texts.share}>
            {ask.pages.map(({ title, questions }) => {
              const paths = questions.map(({ path }) => path);
              return (
                <div key={title}>
                  <ChoiceBox
                    kind="checkbox"
                    checked={paths.every((path) => shared.includes(path))}
                    onChange={({ target }) =>
                      onChange(target.checked ? [...without(paths), ...paths] : without(paths))
                    }
                  >
                    <strong>{texts.shareAll(title)}</strong>
                  </ChoiceBox>
                  <div className="desk-ask__questions">
                    {questions.map(({ path, title: question }) => (
                      <ChoiceBox
                        key={path}
                        kind="checkbox"
                        checked={shared.includes(path)}
                        onChange={({ target }) =>
                          onChange(target.checked ? [...shared, path] : without([path]))
                        }
                      >
                        {question}
                      </ChoiceBox>
                    ))}
                  </div>
                </div>
              );
            })}
          </div>
          <p role="status" className="desk-small">
            {texts.chosen(shared.length)}
          </p>
        </>
      )}
    </Field>
  );
}
