import type { ReactNode } from 'react';
import { describeProblem } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { ChoiceBox, Field, Select, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useBasicsTexts } from '../texts/basics.js';
import {
  type InspectorPart,
  isMembers,
  type Members,
  problemsAt,
  resolved,
  SchemaFields,
  type SchemaNode,
  textOf,
  wordsOf,
} from '../workflow/schema-fields.js';
import { BASICS } from './basics-schema.js';
import { asOnce, asYearly, dayOfYear, monthDay, PATH } from './window-ways.js';

const NODE = resolved(BASICS.properties?.['acceptanceWindow'] ?? {});
const ONCE: SchemaNode = { ...NODE, required: ['opensAt', 'closesAt'] };
const YEARLY = resolved(NODE.properties?.['everyYear'] ?? {});
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** When applications are taken: from one day to another, or in the same weeks of every year. */
export function AcceptanceWindow({
  info,
  part,
}: {
  readonly info: Members;
  readonly part: InspectorPart;
}): ReactNode {
  const texts = useBasicsTexts();
  const language = useLanguage();
  const window = isMembers(info['acceptanceWindow']) ? info['acceptanceWindow'] : {};
  const yearly = isMembers(window['everyYear']) ? window['everyYear'] : null;
  const { label } = wordsOf(NODE, 'acceptanceWindow', language);
  const set = (value: Members): void => part.change({ kind: 'set', path: PATH, value }, texts.changed(label));
  const errors = problemsAt(part.problems, '/acceptanceWindow', false, 'procedure.json').map((one) =>
    describeProblem(one, null, language),
  );
  return (
    <fieldset className="flow-group">
      <legend>{label}</legend>
      <Field group label={texts.windowWay} errors={errors}>
        {() => (
          <>
            <ChoiceBox kind="radio" name="window-way" checked={!yearly} onChange={() => set(asOnce(window))}>
              {texts.windowOnce}
            </ChoiceBox>
            <ChoiceBox
              kind="radio"
              name="window-way"
              checked={yearly !== null}
              onChange={() => set(asYearly(window, new Date().getFullYear()))}
            >
              {texts.windowYearly}
            </ChoiceBox>
          </>
        )}
      </Field>
      {yearly ? (
        <>
          {(['opens', 'closes'] as const).map((end) => (
            <MonthDay
              key={end}
              label={texts.yearly[end]}
              text={textOf(yearly[end])}
              errors={problemsAt(
                part.problems,
                `/acceptanceWindow/everyYear/${end}`,
                false,
                'procedure.json',
              ).map((one) => describeProblem(one, null, language))}
              onChange={(text) => set({ ...window, everyYear: { ...yearly, [end]: text } })}
            />
          ))}
          <SchemaFields
            node={YEARLY}
            value={yearly}
            path={[...PATH, 'everyYear']}
            keys={['firstYear', 'lastYear']}
          />
        </>
      ) : (
        <SchemaFields node={ONCE} value={window} path={PATH} keys={['opensAt', 'closesAt']} />
      )}
      <SchemaFields node={NODE} value={window} path={PATH} keys={['graceMinutes']} />
    </fieldset>
  );
}

interface MonthDayProps {
  readonly label: string;
  /** `04-01T09:00` */
  readonly text: string;
  readonly errors: readonly string[];
  readonly onChange: (text: string) => void;
}

function MonthDay({ label, text, errors, onChange }: MonthDayProps): ReactNode {
  const texts = useBasicsTexts();
  const { month, day, time } = dayOfYear(text);
  return (
    <Field group label={label} required errors={errors}>
      {() => (
        <div className="basics__month-day">
          <label>
            <span>{texts.month}</span>
            <Select
              aria-label={`${label} ${texts.month}`}
              value={String(month)}
              choices={MONTHS.map((one) => ({ value: String(one), label: texts.monthName(one) }))}
              onChange={({ target }) => onChange(monthDay({ month: Number(target.value), day, time }))}
            />
          </label>
          <label>
            <span>{texts.day}</span>
            <TextInput
              aria-label={`${label} ${texts.day}`}
              type="number"
              inputMode="numeric"
              chars={4}
              min={1}
              max={31}
              value={day === 0 ? '' : day}
              onChange={({ target }) => onChange(monthDay({ month, day: Number(target.value), time }))}
            />
          </label>
          <label>
            <span>{texts.time}</span>
            <TextInput
              aria-label={`${label} ${texts.time}`}
              type="time"
              chars={8}
              value={time}
              onChange={({ target }) => onChange(monthDay({ month, day, time: target.value }))}
            />
          </label>
        </div>
      )}
    </Field>
  );
}
