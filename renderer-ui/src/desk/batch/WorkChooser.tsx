import { useState, type FormEvent, type ReactNode } from 'react';
import type { BatchOffer, BatchView, BatchWork } from '../../api/types.js';
import { useBatchesTexts } from '../../texts/index.js';
import {
  Button,
  Buttons,
  ChoiceBox,
  ErrorSummary,
  Field,
  Select,
  TextArea,
  TextInput,
  type SummaryLine,
} from '../../ui/index.js';
import { ReasonFields } from '../action/ReasonFields.js';
import { faultsByPlace } from '../action/fault-lines.js';
import { readStaffFields } from '../action/staff-fields.js';
import { StaffFieldInputs } from '../action/StaffFieldInputs.js';
import { useDeskTexts } from '../desk-texts.js';
import { CommonPoints } from './CommonPoints.js';
import { TableOfAction } from './TableOfAction.js';
import {
  actionFaultsOf,
  askedHere,
  choiceOf,
  chosen,
  KINDS,
  toWork,
  workFaults,
  type WorkForm,
} from './work-form.js';

interface WorkChooserProps {
  readonly batch: BatchView;
  readonly offer: BatchOffer;
  readonly form: WorkForm;
  readonly busy: boolean;
  readonly onForm: (form: WorkForm) => void;
  readonly onCheck: (work: BatchWork) => void;
}

/** What to do with all of them, and everything it asks for. */
export function WorkChooser({ batch, offer, form, busy, onForm, onCheck }: WorkChooserProps): ReactNode {
  const all = useBatchesTexts();
  const texts = all.work;
  const desk = useDeskTexts();
  const [attempt, setAttempt] = useState(0);
  const faults = attempt === 0 ? [] : workFaults(offer, form, texts, desk.faults);
  const offered = chosen(offer, form);
  const action = offered && askedHere(offered);
  const wrong = faultsByPlace(attempt > 0 ? actionFaultsOf(offer, form) : [], desk.faults);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    const work = toWork(offer, form);
    if (busy || !work || workFaults(offer, form, texts, desk.faults).length > 0) return;
    onCheck(work);
  }

  return (
    <form className="tz-stack" onSubmit={submit} noValidate aria-labelledby="batch-work">
      <h2 id="batch-work" className="tz-heading">
        {texts.title}
      </h2>
      <p>{texts.lead}</p>
      <ErrorSummary lines={faults} attempt={attempt} />
      <Field
        label={texts.choose}
        id="work-choice"
        required
        support={texts.chooseHelp}
        errors={errorsOf(faults, 'work-choice')}
      >
        {(control) => (
          <Select
            {...control}
            empty={texts.choose0}
            choices={[
              ...offer.actions.map((offered) => ({
                value: choiceOf(offered),
                label: texts.ofProcedure(offered.procedureTitle, offered.action.title, offered.count),
              })),
              ...KINDS.map((kind) => ({ value: kind, label: all.works[kind] })),
            ]}
            value={form.choice}
            onChange={(event) => onForm({ ...form, choice: event.target.value })}
          />
        )}
      </Field>
      {offered && action && (
        <>
          <TableOfAction batch={batch} offered={offered} />
          {offered.action.requires.targets && (
            <CommonPoints
              places={offered.places}
              reasons={offer.reasons}
              points={form.action.points}
              wrong={wrong}
              fromTable={offered.fromTable.includes('points')}
              onPoints={(points) => onForm({ ...form, action: { ...form.action, points } })}
            />
          )}
          <StaffFieldInputs
            fields={readStaffFields(action.requires.fields)}
            typed={form.action.fields}
            wrong={wrong}
            onChange={(name, value) =>
              onForm({
                ...form,
                action: { ...form.action, fields: { ...form.action.fields, [name]: value } },
              })
            }
          />
          <ReasonFields
            action={action}
            form={form.action}
            reasons={offer.reasons}
            wrong={wrong}
            onChange={(next) => onForm({ ...form, action: next })}
          />
          {offered.fromTable.length > 0 && <p className="tz-quiet">{texts.tableGoesFirst}</p>}
        </>
      )}
      <OtherWork offer={offer} form={form} faults={faults} onForm={onForm} />
      <Buttons>
        <Button type="submit" look="primary" blocked={busy}>
          {texts.submit}
        </Button>
      </Buttons>
    </form>
  );
}

type OtherWorkProps = Pick<WorkChooserProps, 'offer' | 'form' | 'onForm'> & {
  readonly faults: readonly SummaryLine[];
};

/** Assigning, sharing out, holding: what every procedure has. */
function OtherWork({ offer, form, faults, onForm }: OtherWorkProps): ReactNode {
  const texts = useBatchesTexts().work;
  if (form.choice === 'assign') {
    return (
      <>
        <Field label={texts.assignee} id="work-assignee">
          {(control) => (
            <Select
              {...control}
              choices={[
                { value: '', label: texts.assigneeNone },
                ...offer.colleagues.map(({ id, name, department, open }) => ({
                  value: id,
                  label: `${name}　${department}　${texts.open(open)}`,
                })),
              ]}
              value={form.assigneeId}
              onChange={(event) => onForm({ ...form, assigneeId: event.target.value })}
            />
          )}
        </Field>
        <Field label={texts.note} id="work-note" support={texts.noteHelp}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={1000}
              value={form.note}
              onChange={(event) => onForm({ ...form, note: event.target.value })}
            />
          )}
        </Field>
      </>
    );
  }
  if (form.choice === 'distribute') {
    return (
      <>
        <Field label={texts.by} id="work-by">
          {(control) => (
            <Select
              {...control}
              choices={[
                { value: 'load', label: texts.bys.load },
                { value: 'turn', label: texts.bys.turn },
              ]}
              value={form.by}
              onChange={(event) => onForm({ ...form, by: event.target.value === 'turn' ? 'turn' : 'load' })}
            />
          )}
        </Field>
        <Field label={texts.among} id="work-among" group required errors={errorsOf(faults, 'work-among')}>
          {(control) => (
            <div id={control.id} tabIndex={-1}>
              {offer.colleagues.map(({ id, name, department, open }) => (
                <ChoiceBox
                  key={id}
                  kind="checkbox"
                  aria-describedby={control['aria-describedby']}
                  checked={form.among.includes(id)}
                  onChange={(event) =>
                    onForm({
                      ...form,
                      among: event.target.checked
                        ? [...form.among, id]
                        : form.among.filter((other) => other !== id),
                    })
                  }
                >
                  {name}
                  <span className="desk-batch__aside">
                    {department} / {texts.open(open)}
                  </span>
                </ChoiceBox>
              ))}
            </div>
          )}
        </Field>
      </>
    );
  }
  if (form.choice !== 'hold') return null;
  return (
    <>
      <Field label={texts.holdReason} id="work-reason" required errors={errorsOf(faults, 'work-reason')}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={1000}
            value={form.reason}
            onChange={(event) => onForm({ ...form, reason: event.target.value })}
          />
        )}
      </Field>
      <Field label={texts.reviewOn} id="work-review-on" required errors={errorsOf(faults, 'work-review-on')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            chars={14}
            value={form.reviewOn}
            onChange={(event) => onForm({ ...form, reviewOn: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function errorsOf(faults: readonly SummaryLine[], controlId: string): readonly string[] {
  return faults.filter((fault) => fault.controlId === controlId).map(({ text }) => text);
}
