import { useQuery } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { fetchDepartments, fetchRoles } from '../../api/staff.js';
import type { DepartmentList, OfficialEntry, RoleBookView } from '../../api/types.js';
import { useStaffTexts } from '../../texts/index.js';
import {
  Button,
  Buttons,
  ChoiceBox,
  ErrorSummary,
  Field,
  Select,
  Spinner,
  StatusChip,
  TextInput,
} from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';
import './staff.css';

interface OfficialFormProps {
  /** Null for a new official, whose number is asked, too. */
  readonly before: OfficialEntry | null;
  readonly submit: string;
  readonly onCancel: () => void;
  readonly onSend: (login: string, entry: OfficialEntry) => Promise<void>;
}

export function OfficialForm(props: OfficialFormProps): ReactNode {
  const departments = useQuery({ queryKey: deskKeys.departments, queryFn: fetchDepartments });
  const roles = useQuery({ queryKey: deskKeys.roles, queryFn: fetchRoles });
  if (departments.error || roles.error) return <RefusalBanner error={departments.error ?? roles.error} />;
  if (!departments.data || !roles.data) return <Spinner />;
  return <Loaded {...props} {...departments.data} {...roles.data} />;
}

type Given = OfficialEntry['roles'][number];

const EMPTY: OfficialEntry = { name: '', mail: '', departmentId: '', teamIds: [], roles: [] };

function Loaded(props: OfficialFormProps & DepartmentList & RoleBookView): ReactNode {
  const { before, submit, onCancel, onSend, departments, procedures } = props;
  const texts = useStaffTexts().form;
  const [login, setLogin] = useState('');
  const [entry, setEntry] = useState(before ?? EMPTY);
  const sending = useSending((field) => `official-${field.split('/')[0]}`);
  const set = (change: Partial<OfficialEntry>): void => setEntry((now) => ({ ...now, ...change }));
  const teams = departments.find(({ id }) => id === entry.departmentId)?.teams ?? [];
  const box = (
    field: string,
    label: string,
    value: string,
    onType: (text: string) => void,
    help?: string,
  ) => (
    <Field
      id={`official-${field}`}
      label={label}
      required={field !== 'mail'}
      support={help}
      errors={sending.errorsOf(field)}
    >
      {(control) => (
        <TextInput
          {...control}
          autoComplete="off"
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sending.send(() => onSend(login, entry));
      }}
    >
      <ErrorSummary lines={sending.lines} attempt={sending.attempt} />
      <RefusalBanner error={sending.failure} />
      {before === null && box('login', texts.login, login, setLogin, texts.loginHelp)}
      {box('name', texts.name, entry.name, (name) => set({ name }))}
      {box('mail', texts.mail, entry.mail, (mail) => set({ mail }), texts.mailHelp)}
      <Field
        id="official-departmentId"
        label={texts.department}
        required
        errors={sending.errorsOf('departmentId')}
      >
        {(control) => (
          <Select
            {...control}
            empty={texts.choose}
            choices={departments.map(({ id, full }) => ({ value: id, label: full }))}
            value={entry.departmentId}
            onChange={(event) => set({ departmentId: event.target.value, teamIds: [] })}
          />
        )}
      </Field>
      {teams.length > 0 && (
        <Field label={texts.teams} group>
          {() =>
            teams.map(({ id, name }) => (
              <ChoiceBox
                key={id}
                kind="checkbox"
                checked={entry.teamIds.includes(id)}
                onChange={({ target }) =>
                  set({
                    teamIds: target.checked
                      ? [...entry.teamIds, id]
                      : entry.teamIds.filter((one) => one !== id),
                  })
                }
              >
                {name}
              </ChoiceBox>
            ))
          }
        </Field>
      )}
      <h2 className="tz-heading">{texts.roles}</h2>
      <p>{texts.rolesHelp}</p>
      <div id="official-roles">
        {procedures.map((procedure) => (
          <RoleGroup
            key={procedure.id}
            procedure={procedure}
            given={entry.roles}
            errorsOf={(index) => sending.errorsOf(`roles/${index}`)}
            onGive={(roles) => set({ roles })}
          />
        ))}
      </div>
      <Buttons>
        <Button type="submit" look="primary" blocked={sending.busy}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{texts.cancel}</Button>
      </Buttons>
    </form>
  );
}

function RoleGroup(props: {
  readonly procedure: RoleBookView['procedures'][number];
  readonly given: readonly Given[];
  readonly errorsOf: (index: number) => readonly string[];
  readonly onGive: (roles: Given[]) => void;
}): ReactNode {
  const { procedure, given, errorsOf, onGive } = props;
  const texts = useStaffTexts().form;
  const { id: procedureId } = procedure;
  const errors = given.flatMap((role, index) => (role.procedureId === procedureId ? errorsOf(index) : []));
  return (
    <Field label={procedure.title} group errors={errors}>
      {() =>
        procedure.roles.map(({ name: role, title, decides, recommendOnly }) => {
          const isThis = (one: Given): boolean => one.procedureId === procedureId && one.role === role;
          const held = given.find(isThis);
          const others = given.filter((one) => !isThis(one));
          return (
            <div key={role}>
              <ChoiceBox
                kind="checkbox"
                checked={held !== undefined}
                onChange={({ target }) =>
                  onGive(
                    target.checked ? [...others, { procedureId, role, fromOn: null, toOn: null }] : others,
                  )
                }
              >
                {title} {decides && <StatusChip tone="waiting">{texts.decides}</StatusChip>}
                {recommendOnly && <StatusChip tone="quiet">{texts.recommendOnly}</StatusChip>}
              </ChoiceBox>
              {held && (
                <div className="desk-staff__days">
                  {(['fromOn', 'toOn'] as const).map((end) => (
                    <label key={end}>
                      {end === 'fromOn' ? texts.fromOf(title) : texts.toOf(title)}
                      <TextInput
                        type="date"
                        chars={14}
                        value={held[end] ?? ''}
                        onChange={({ target }) =>
                          onGive(
                            given.map((one) => (isThis(one) ? { ...one, [end]: target.value || null } : one)),
                          )
                        }
                      />
                    </label>
                  ))}
                </div>
              )}
            </div>
          );
        })
      }
    </Field>
  );
}
