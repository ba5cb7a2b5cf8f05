import type { ReactNode } from 'react';
import type { AnnouncementOptions } from '../../api/types.js';
import { useDeskNewsTexts } from '../../texts/index.js';
import { ChoiceBox, Field, Select, TextArea, TextInput } from '../../ui/index.js';
import type { NewsForm } from './news-form.js';
import { WordsFields } from './WordsFields.js';

export interface NewsFormProps {
  readonly form: NewsForm;
  readonly options: AnnouncementOptions;
  /** By the name that the server gives the field. */
  readonly errorsOf: (field: string) => readonly string[];
  readonly onForm: (form: NewsForm) => void;
}

/** The questions of an announcement, in the order in which people think of them. */
export function AnnouncementForm(props: NewsFormProps): ReactNode {
  const texts = useDeskNewsTexts().form;
  const { form, options, errorsOf, onForm } = props;
  const set = (change: Partial<NewsForm>): void => onForm({ ...form, ...change });
  return (
    <>
      <section className="tz-stack" aria-labelledby="news-words">
        <h2 id="news-words" className="tz-heading">
          {texts.words}
        </h2>
        <WordsFields words={form} errorsOf={errorsOf} onWords={set} />
        <ChoiceBox
          kind="checkbox"
          checked={form.important}
          aria-describedby="news-important-help"
          onChange={({ target }) => set({ important: target.checked })}
        >
          {texts.important}
        </ChoiceBox>
        <p id="news-important-help" className="desk-small tz-quiet">
          {texts.importantHelp}
        </p>
      </section>
      <section className="tz-stack" aria-labelledby="news-about">
        <h2 id="news-about" className="tz-heading">
          {texts.about}
        </h2>
        <Field label={texts.category} id="news-category">
          {(control) => (
            <Select
              {...control}
              empty={texts.none}
              choices={options.categories.map(({ name, title }) => ({ value: name, label: title }))}
              value={form.category}
              onChange={({ target }) => set({ category: target.value })}
            />
          )}
        </Field>
        <Field label={texts.procedure} id="news-procedure">
          {(control) => (
            <Select
              {...control}
              empty={texts.none}
              choices={options.procedures.map(({ id, title }) => ({ value: id, label: title }))}
              value={form.procedureId}
              onChange={({ target }) => set({ procedureId: target.value })}
            />
          )}
        </Field>
      </section>
      <Whom {...props} set={set} />
      <When {...props} set={set} />
    </>
  );
}

type PartProps = NewsFormProps & { readonly set: (change: Partial<NewsForm>) => void };

const GROUPS = ['everybody', 'favourites', 'former'] as const;
const AUDIENCES = ['', 'individual', 'business'] as const;

function Whom({ form, options, errorsOf, set }: PartProps): ReactNode {
  const texts = useDeskNewsTexts().form;
  const stages = options.procedures.find(({ id }) => id === form.formerOf)?.stages ?? [];
  return (
    <section className="tz-stack" aria-labelledby="news-whom">
      <h2 id="news-whom" className="tz-heading">
        {texts.whom}
      </h2>
      <p>{texts.whomHelp}</p>
      <Field
        label={texts.groups}
        id="news-target"
        group
        support={texts.groupsHelp}
        errors={errorsOf('target')}
      >
        {(control) => (
          <div id={control.id} tabIndex={-1}>
            {GROUPS.map((group) => (
              <ChoiceBox
                key={group}
                kind="checkbox"
                checked={form[group]}
                onChange={({ target }) => set({ [group]: target.checked })}
              >
                {texts[group]}
              </ChoiceBox>
            ))}
          </div>
        )}
      </Field>
      {form.former && (
        <Field label={texts.formerOf} id="news-former" required errors={errorsOf('former')}>
          {(control) => (
            <Select
              {...control}
              empty={texts.none}
              choices={options.procedures.map(({ id, title }) => ({ value: id, label: title }))}
              value={form.formerOf}
              onChange={({ target }) => set({ formerOf: target.value, stages: [] })}
            />
          )}
        </Field>
      )}
      {form.former && stages.length > 0 && (
        <Field label={texts.stages} group support={texts.stagesHelp}>
          {() => (
            <div className="desk-news__stages">
              {stages.map(({ name, title }) => (
                <ChoiceBox
                  key={name}
                  kind="checkbox"
                  checked={form.stages.includes(name)}
                  onChange={({ target }) =>
                    set({
                      stages: target.checked
                        ? [...form.stages, name]
                        : form.stages.filter((stage) => stage !== name),
                    })
                  }
                >
                  {title}
                </ChoiceBox>
              ))}
            </div>
          )}
        </Field>
      )}
      <Field label={texts.audience} group>
        {() =>
          AUDIENCES.map((audience) => (
            <ChoiceBox
              key={audience}
              kind="radio"
              name="news-audience"
              checked={form.audience === audience}
              onChange={() => set({ audience })}
            >
              {texts.audiences[audience === '' ? 'all' : audience]}
            </ChoiceBox>
          ))
        }
      </Field>
      <Field label={texts.places} id="news-places" support={texts.placesHelp}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={form.places}
            onChange={({ target }) => set({ places: target.value })}
          />
        )}
      </Field>
    </section>
  );
}

function When({ form, errorsOf, set }: PartProps): ReactNode {
  const texts = useDeskNewsTexts().form;
  return (
    <section className="tz-stack" aria-labelledby="news-when">
      <h2 id="news-when" className="tz-heading">
        {texts.when}
      </h2>
      <Field label={texts.startsAt} group>
        {() => (
          <>
            <ChoiceBox
              kind="radio"
              name="news-planned"
              checked={!form.planned}
              onChange={() => set({ planned: false })}
            >
              {texts.atOnce}
            </ChoiceBox>
            <ChoiceBox
              kind="radio"
              name="news-planned"
              checked={form.planned}
              onChange={() => set({ planned: true })}
            >
              {texts.planned}
            </ChoiceBox>
          </>
        )}
      </Field>
      {form.planned && (
        <Field label={texts.startsAt} id="news-startsAt" required errors={errorsOf('startsAt')}>
          {(control) => (
            <TextInput
              {...control}
              type="datetime-local"
              value={form.startsAt}
              onChange={({ target }) => set({ startsAt: target.value })}
            />
          )}
        </Field>
      )}
      <Field label={texts.endsOn} id="news-endsOn" support={texts.endsOnHelp} errors={errorsOf('endsOn')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            chars={14}
            value={form.endsOn}
            onChange={({ target }) => set({ endsOn: target.value })}
          />
        )}
      </Field>
    </section>
  );
}
