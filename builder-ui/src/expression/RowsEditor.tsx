import { useState, type ReactNode } from 'react';
import type { ConditionGroup, ConditionRow, ConditionSubgroup } from '#engine';
import { Button, Select } from '../../../renderer-ui/src/ui/index.js';
import { useExpressionTexts } from '../texts/expression.js';
import type { Fact } from './facts-in-scope.js';
import { OneRow } from './OneRow.js';
import { rowAbout } from './row-of.js';

interface RowsEditorProps {
  readonly group: ConditionGroup;
  readonly facts: readonly Fact[];
  readonly onChange: (group: ConditionGroup) => void;
}

type Test = ConditionGroup['tests'][number];

/** A condition as lines of field, comparison and value, joined by “all” or “any”, with brackets one deep. */
export function RowsEditor({ group, facts, onChange }: RowsEditorProps): ReactNode {
  const texts = useExpressionTexts();
  // One row or none says nothing of how rows are joined: what was chosen is remembered here.
  const [join, setJoin] = useState(group.join);
  const joined = group.tests.length > 1 ? group.join : join;
  const [first] = facts;
  const set = (tests: readonly Test[], way = joined): void => onChange({ join: way, tests });
  const replace = (index: number, test: Test | null): void =>
    set(group.tests.flatMap((old, at) => (at !== index ? [old] : test ? [test] : [])));
  const brackets = group.tests.filter(({ kind }) => kind === 'group');
  return (
    <div className="builder-rows">
      {group.tests.length === 0 && <p className="builder-small tz-quiet">{texts.none}</p>}
      {group.tests.length > 1 && (
        <JoinSelect
          label={texts.join}
          join={joined}
          onChange={(way) => {
            setJoin(way);
            set(group.tests, way);
          }}
        />
      )}
      {group.tests.map((test, index) =>
        test.kind === 'group' ? (
          <Bracket
            key={index}
            number={brackets.indexOf(test) + 1}
            bracket={test}
            facts={facts}
            onChange={(next) => replace(index, next)}
          />
        ) : (
          <OneRow
            key={index}
            place={texts.row(index + 1)}
            row={test}
            facts={facts}
            onChange={(row) => replace(index, row)}
            onRemove={() => replace(index, null)}
          />
        ),
      )}
      {first && (
        <div className="builder-row__foot">
          <Button size="small" onClick={() => set([...group.tests, rowAbout(first)])}>
            {texts.addRow}
          </Button>
          {group.tests.length > 0 && (
            <Button
              size="small"
              onClick={() =>
                set([
                  ...group.tests,
                  {
                    kind: 'group',
                    join: joined === 'all' ? 'any' : 'all',
                    tests: [rowAbout(first), rowAbout(facts[1] ?? first)],
                  },
                ])
              }
            >
              {texts.addGroup}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface BracketProps {
  readonly number: number;
  readonly bracket: ConditionSubgroup;
  readonly facts: readonly Fact[];
  readonly onChange: (bracket: ConditionSubgroup | ConditionRow | null) => void;
}

/** Of the other kind than what is around it: of the same kind it would say nothing. */
function Bracket({ number, bracket, facts, onChange }: BracketProps): ReactNode {
  const texts = useExpressionTexts();
  const [first] = facts;
  const set = (tests: readonly ConditionRow[]): void => {
    const [only, second] = tests;
    // What is left alone needs no bracket.
    onChange(!only ? null : second ? { ...bracket, tests } : only);
  };
  return (
    <div className="builder-rows builder-rows--inner" role="group" aria-label={texts.group(number)}>
      <p className="builder-small">
        {texts.group(number)}　{bracket.join === 'all' ? texts.all : texts.any}
      </p>
      {bracket.tests.map((row, index) => (
        <OneRow
          key={index}
          place={texts.inGroup(number, index + 1)}
          row={row}
          facts={facts}
          onChange={(next) => set(bracket.tests.with(index, next))}
          onRemove={() => set(bracket.tests.filter((_, at) => at !== index))}
        />
      ))}
      <div className="builder-row__foot">
        {first && (
          <Button size="small" onClick={() => set([...bracket.tests, rowAbout(first)])}>
            {texts.addRow}
          </Button>
        )}
        <Button
          size="small"
          look="text"
          aria-label={texts.removeGroup(texts.group(number))}
          onClick={() => onChange(null)}
        >
          {texts.removeGroup(texts.group(number))}
        </Button>
      </div>
    </div>
  );
}

interface JoinSelectProps {
  readonly label: string;
  readonly join: 'all' | 'any';
  readonly onChange: (join: 'all' | 'any') => void;
}

function JoinSelect({ label, join, onChange }: JoinSelectProps): ReactNode {
  const texts = useExpressionTexts();
  return (
    <label>
      <span className="tz-hidden">{label}</span>
      <Select
        value={join}
        choices={[
          { value: 'all', label: texts.all },
          { value: 'any', label: texts.any },
        ]}
        onChange={(event) => onChange(event.target.value === 'any' ? 'any' : 'all')}
      />
    </label>
  );
}
