import type { ReactNode } from 'react';
import { describeProblem, type JsonValue } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Buttons } from '../../../renderer-ui/src/ui/index.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import { ChooseOne } from './ChooseOne.js';
import { isMembers, type Members, textOf } from './draft-workflow.js';
import { EntryHead } from './Entries.js';
import { ExpressionInput } from './ExpressionInput.js';
import { pointerTo, problemsAt, useInspected } from './inspector-context.js';
import { NamedEntries } from './NamedEntries.js';
import { choicesOf, filesIn } from './names.js';
import type { Path } from './part-change.js';

/** Where it leads: conditions in their order, and last what holds when none does. */
export function RouteEntries({
  path,
  value,
}: {
  readonly path: Path;
  readonly value: readonly JsonValue[];
}): ReactNode {
  const texts = useWorkflowTexts();
  const part = useInspected();
  const last = value.at(-1);
  const hasDefault = isMembers(last) && last['when'] === undefined && last['table'] === undefined;
  const before = hasDefault ? value.length - 1 : value.length;
  const first = part.workflow.stages.find(({ kind }) => kind === 'final') ?? part.workflow.stages[0];
  const tables = filesIn(part.files, 'tables', 'csv');
  function insert(route: Members): void {
    part.change({ kind: 'insert', path, value: route, index: before }, texts.changed(texts.routes));
  }
  return (
    <fieldset className="flow-group">
      <legend>{texts.routes}</legend>
      <p className="tz-quiet builder-small">{texts.routesLead}</p>
      <ol className="flow-entries">
        {value.map((route, index) => (
          <li key={index} className="flow-entry">
            <EntryHead
              label={texts.routes}
              title={
                index === value.length - 1 && hasDefault
                  ? value.length === 1
                    ? texts.always
                    : texts.otherwise
                  : texts.routeNumber(index + 1)
              }
              index={index}
              count={value.length}
              path={path}
            />
            <RouteEntry
              path={[...path, index]}
              route={isMembers(route) ? route : {}}
              isDefault={index === value.length - 1 && hasDefault}
            />
          </li>
        ))}
      </ol>
      <Buttons>
        {!hasDefault && (
          <Button size="small" onClick={() => insert({ to: first?.name ?? '' })}>
            {texts.addDefault}
          </Button>
        )}
        <Button size="small" onClick={() => insert({ when: '', to: first?.name ?? '' })}>
          {texts.addRoute}
        </Button>
        {tables.length > 0 && (
          <Button size="small" onClick={() => insert({ table: tables[0] ?? '', match: {} })}>
            {texts.addTableRoute}
          </Button>
        )}
      </Buttons>
    </fieldset>
  );
}

function RouteEntry({
  path,
  route,
  isDefault,
}: {
  readonly path: Path;
  readonly route: Members;
  readonly isDefault: boolean;
}): ReactNode {
  const texts = useWorkflowTexts();
  const language = useLanguage();
  const part = useInspected();
  const set = (key: string, now: JsonValue): void =>
    part.change({ kind: 'set', path: [...path, key], value: now }, texts.changed(texts.routes));
  const errorsOf = (key: string): readonly string[] =>
    problemsAt(part.problems, pointerTo(part.pointer, [...path, key])).map((one) =>
      describeProblem(one, null, language),
    );
  const own = problemsAt(part.problems, pointerTo(part.pointer, path)).map((one) =>
    describeProblem(one, null, language),
  );
  const stages =
    choicesOf('stage', part.files, part.workflow, texts, `${pointerTo(part.pointer, path)}/to`) ?? [];
  const teams = choicesOf('team', part.files, part.workflow, texts, '') ?? [];
  const isTable = typeof route['table'] === 'string';
  return (
    <>
      {!isDefault && !isTable && (
        <ExpressionInput
          label={texts.when}
          value={textOf(route['when'])}
          errors={errorsOf('when')}
          onChange={(now) => set('when', now ?? '')}
        />
      )}
      {isTable && (
        <>
          <ChooseOne
            label={texts.table}
            support={null}
            required
            errors={errorsOf('table')}
            value={textOf(route['table'])}
            choices={filesIn(part.files, 'tables', 'csv').map((name) => ({ value: name, label: name }))}
            onChange={(now) => set('table', now)}
          />
          <NamedEntries
            label={texts.byTable}
            support={null}
            path={[...path, 'match']}
            value={isMembers(route['match']) ? route['match'] : {}}
            node={{ type: 'string' }}
          />
        </>
      )}
      <ChooseOne
        label={texts.to}
        support={null}
        required={!isTable}
        errors={[...own, ...errorsOf('to')]}
        value={textOf(route['to'])}
        choices={stages}
        onChange={(now) => set('to', now === '' ? null : now)}
      />
      {teams.length > 0 && (
        <ChooseOne
          label={texts.team}
          support={null}
          required={false}
          errors={errorsOf('team')}
          value={textOf(route['team'])}
          choices={teams}
          onChange={(now) => set('team', now === '' ? null : now)}
        />
      )}
    </>
  );
}
