import { useState, type ReactNode } from 'react';
import {
  isShownToApplicant,
  type JsonValue,
  mayOverride,
  overridesInForce,
  type Procedure,
  type WorkflowState,
} from '#engine';
import { Button, Buttons, Disclosure, Field, Select, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { ReasonBox } from './ReasonBox.js';
import { actorOf, daysLater, type Doing, type Person } from './rehearsal.js';

interface SideProps {
  readonly procedure: Procedure;
  readonly state: WorkflowState;
  readonly person: Person;
  readonly onAct: (doing: Doing) => boolean;
}

/** Something computed is set to another value, as at the desk. Draws nothing where this official may not. */
export function ChangeAmount({ procedure, state, person, onAct }: SideProps): ReactNode {
  const texts = useRehearsalTexts();
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [publicReason, setPublicReason] = useState('');
  const fields = [...new Set(procedure.workflow.overrides.map(({ field }) => field))].flatMap((path) => {
    const field = procedure.form.fields.get(path);
    const may = field && 'rule' in mayOverride(procedure, state, path, actorOf(person));
    return may ? [field] : [];
  });
  const field = fields.find(({ path }) => path === chosen) ?? fields[0];
  if (!field) return null;
  const { path, title } = field;
  const isNumber = field.schema['type'] === 'integer' || field.schema['type'] === 'number';
  const change = (value: JsonValue): void =>
    void onAct({ kind: 'override', person, field: path, value, reason, publicReason });
  return (
    <Disclosure small summary={texts.override}>
      <div className="try-stack">
        {fields.length > 1 && (
          <Field label={texts.overrideField}>
            {(control) => (
              <Select
                {...control}
                value={path}
                choices={fields.map((one) => ({ value: one.path, label: one.title }))}
                onChange={({ target }) => setChosen(target.value)}
              />
            )}
          </Field>
        )}
        <Field label={texts.overrideValue(title)} required>
          {(control) => (
            <TextInput
              {...control}
              type={isNumber ? 'number' : 'text'}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        <ReasonBox label={texts.reason} value={reason} onChange={setReason} />
        {isShownToApplicant(procedure, field) && (
          <ReasonBox label={texts.publicReason} value={publicReason} onChange={setPublicReason} />
        )}
        <Buttons>
          <Button
            size="small"
            blocked={typed === ''}
            onClick={() => change(isNumber ? Number(typed) : typed)}
          >
            {texts.overrideDo}
          </Button>
          {overridesInForce(state).some((one) => one.field === path) && (
            <Button size="small" onClick={() => change(null)}>
              {texts.overrideBack}
            </Button>
          )}
        </Buttons>
      </div>
    </Disclosure>
  );
}

const LOOK_AGAIN_AFTER = 7;

/** Put aside until a day on which its owner looks again, and gone on with. */
export function PutAside({
  procedure,
  state,
  person,
  now,
  onAct,
}: SideProps & { readonly now: string }): ReactNode {
  const texts = useRehearsalTexts();
  const [reviewOn, setReviewOn] = useState(daysLater(now, LOOK_AGAIN_AFTER).slice(0, 10));
  const [reason, setReason] = useState('');
  if (state.hold)
    return (
      <div className="try-stack">
        <p>{texts.held(state.hold.reviewOn, state.hold.reason)}</p>
        <Buttons>
          <Button size="small" onClick={() => onAct({ kind: 'hold', person, reviewOn: null, reason: '' })}>
            {texts.release}
          </Button>
        </Buttons>
      </div>
    );
  // While it is with the applicant there is nothing to put aside.
  if (procedure.workflow.stages.get(state.stage)?.role == null) return null;
  return (
    <Disclosure small summary={texts.hold}>
      <div className="try-stack">
        <Field label={texts.holdUntil} required>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={reviewOn}
              onChange={({ target }) => setReviewOn(target.value)}
            />
          )}
        </Field>
        <ReasonBox label={texts.reason} value={reason} onChange={setReason} />
        <Buttons>
          <Button size="small" onClick={() => onAct({ kind: 'hold', person, reviewOn, reason })}>
            {texts.holdDo}
          </Button>
        </Buttons>
      </div>
    </Disclosure>
  );
}
