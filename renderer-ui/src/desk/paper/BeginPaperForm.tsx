import { useState, type FormEvent, type ReactNode } from 'react';
import { beginPaper } from '../../api/paper.js';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import { isRefused } from '../../api/request.js';
import { serverNow } from '../../api/server-clock.js';
import type { BeginPaperRequest, PaperDesk } from '../../api/types.js';
import { useNavigate } from '../../router/index.js';
import { todayInJapan, useDeskPaperTexts, useLanguage } from '../../texts/index.js';
import { Button, Buttons, ChoiceBox, ErrorSummary, Field, Select, TextInput } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';

const FIELDS = ['procedureId', 'arrivedOn', 'name', 'mail', 'postal', 'address', 'phone'] as const;
type Name = (typeof FIELDS)[number];
type Typed = Record<Name, string> & {
  readonly brought: BeginPaperRequest['brought'];
  readonly whose: BeginPaperRequest['applicant']['kind'];
  readonly as: 'individual' | 'business';
};

const controlOf = (name: string): string => `paper-${name}`;

/** Day, way and applicant: what must be known before the first answer. */
export function BeginPaperForm({ procedures }: Pick<PaperDesk, 'procedures'>): ReactNode {
  const texts = useDeskPaperTexts().begin;
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const [typed, setTyped] = useState<Typed>({
    procedureId: procedures.length === 1 ? (procedures[0]?.id ?? '') : '',
    arrivedOn: todayInJapan(serverNow()),
    name: '',
    mail: '',
    postal: '',
    address: '',
    phone: '',
    brought: 'post',
    whose: 'letters',
    as: 'individual',
  });
  const begin = useMutation({
    mutationFn: beginPaper,
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: deskKeys.papers });
      void navigate(`/desk/paper/${encodeURIComponent(id)}`);
    },
  });
  const needed: readonly Name[] =
    typed.whose === 'account'
      ? ['procedureId', 'arrivedOn', 'name', 'mail']
      : ['procedureId', 'arrivedOn', 'name', 'address'];
  const refused = isRefused(begin.error, 'answers-invalid') ? (begin.error.problem.problems ?? []) : [];
  const errorsOf = (name: Name): readonly string[] => {
    if (attempt > 0 && needed.includes(name) && typed[name].trim() === '')
      return [texts.missing[name as keyof typeof texts.missing]];
    return refused.filter(({ path }) => path === `/${name}`).map(({ text }) => text[language]);
  };
  const lines = FIELDS.flatMap((name) =>
    errorsOf(name).map((text) => ({ controlId: controlOf(name), text })),
  );
  const set = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, ...change }));
  const box = (name: Name, more: { chars?: number; type?: string } = {}): ReactNode => (
    <Field
      label={texts[name === 'procedureId' ? 'procedure' : name]}
      id={controlOf(name)}
      required={needed.includes(name)}
      support={name === 'arrivedOn' ? texts.arrivedOnHelp : undefined}
      errors={errorsOf(name)}
    >
      {(control) => (
        <TextInput
          {...control}
          {...more}
          value={typed[name]}
          onChange={({ target }) => set({ [name]: target.value } as Partial<Typed>)}
        />
      )}
    </Field>
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (begin.isPending || needed.some((name) => typed[name].trim() === '')) return;
    const { procedureId, arrivedOn, brought, name, mail, as, postal, address, phone } = typed;
    begin.mutate({
      procedureId,
      arrivedOn,
      brought,
      applicant:
        typed.whose === 'account'
          ? { kind: 'account', mail, name }
          : { kind: 'letters', as, name, postal, address, phone },
    });
  }
  return (
    <form className="tz-stack desk-paper__begin" onSubmit={submit} noValidate aria-labelledby="paper-begin">
      <h2 id="paper-begin" className="tz-heading">
        {texts.title}
      </h2>
      {lines.length > 0 && <ErrorSummary lines={lines} attempt={attempt} />}
      {refused.length === 0 && <RefusalBanner error={begin.error} />}
      <Field label={texts.procedure} id={controlOf('procedureId')} required errors={errorsOf('procedureId')}>
        {(control) => (
          <Select
            {...control}
            empty={texts.choose}
            choices={procedures.map(({ id, title }) => ({ value: id, label: title }))}
            value={typed.procedureId}
            onChange={({ target }) => set({ procedureId: target.value })}
          />
        )}
      </Field>
      {box('arrivedOn', { type: 'date', chars: 14 })}
      <Field label={texts.brought} group>
        {() =>
          (['post', 'counter'] as const).map((way) => (
            <ChoiceBox
              key={way}
              kind="radio"
              name="paper-brought"
              checked={typed.brought === way}
              onChange={() => set({ brought: way })}
            >
              {texts.broughts[way]}
            </ChoiceBox>
          ))
        }
      </Field>
      <Field label={texts.whose} group support={typed.whose === 'account' ? texts.accountHelp : undefined}>
        {() =>
          (['letters', 'account'] as const).map((whose) => (
            <ChoiceBox
              key={whose}
              kind="radio"
              name="paper-whose"
              checked={typed.whose === whose}
              onChange={() => set({ whose })}
            >
              {texts.whoses[whose]}
            </ChoiceBox>
          ))
        }
      </Field>
      {typed.whose === 'letters' && (
        <Field label={texts.as} group>
          {() =>
            (['individual', 'business'] as const).map((as) => (
              <ChoiceBox
                key={as}
                kind="radio"
                name="paper-as"
                checked={typed.as === as}
                onChange={() => set({ as })}
              >
                {texts.ases[as]}
              </ChoiceBox>
            ))
          }
        </Field>
      )}
      {box('name')}
      {typed.whose === 'account' ? (
        box('mail')
      ) : (
        <>
          {box('postal', { chars: 8 })}
          {box('address')}
          {box('phone', { chars: 14 })}
        </>
      )}
      <Buttons>
        <Button type="submit" look="primary" blocked={begin.isPending}>
          {texts.submit}
        </Button>
      </Buttons>
    </form>
  );
}
