import { useState, type ReactNode } from 'react';
import { isRefused } from '../../api/request.js';
import { saveSite } from '../../api/sites.js';
import type { SavedSiteView, SiteQuestionView } from '../../api/types.js';
import { useLanguage, useSitesTexts } from '../../texts/index.js';
import { Button, Buttons, Field, focusControl, Select, TextInput } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';

interface SiteFormProps {
  /** Null for a new one. */
  readonly site: SavedSiteView | null;
  readonly questions: readonly SiteQuestionView[];
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
}

const TYPES: Readonly<Record<string, string>> = { 'tel-jp': 'tel' };
const MODES: Readonly<Record<string, 'numeric'>> = { 'postal-jp': 'numeric' };

/** The questions of the procedures, asked once for all of them. The server judges; what was typed stays. */
export function SiteForm({ site, questions, onClose, onSaved }: SiteFormProps): ReactNode {
  const texts = useSitesTexts();
  const language = useLanguage();
  const [typed, setTyped] = useState(() => beginWith(site, questions));
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const problems = isRefused(failure, 'answers-invalid') ? (failure.problem.problems ?? []) : [];
  const save = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const saved = await saveSite(site?.id ?? null, { data: typed });
      onSaved(saved.name);
    } catch (error) {
      setFailure(error);
      const [first] = isRefused(error) ? (error.problem.problems ?? []) : [];
      if (first) requestAnimationFrame(() => focusControl(`site-${first.path.slice(1)}`));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="tz-sites__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      {failure !== null && problems.length === 0 && <FailureBanner error={failure} />}
      {questions.map(({ name, title, description, format, required, options }) => (
        <Field
          key={name}
          id={`site-${name}`}
          label={title}
          required={required}
          support={description ?? undefined}
          errors={problems.filter(({ path }) => path === `/${name}`).map(({ text }) => text[language])}
        >
          {(control) => {
            const value = typed[name] ?? '';
            const onChange = (event: { target: { value: string } }): void =>
              setTyped((before) => ({ ...before, [name]: event.target.value }));
            return options ? (
              <Select
                {...control}
                value={value}
                onChange={onChange}
                empty=""
                choices={options.map((option) => ({ value: option.value, label: option.title }))}
              />
            ) : (
              <TextInput
                {...control}
                value={value}
                type={TYPES[format ?? ''] ?? 'text'}
                inputMode={MODES[format ?? '']}
                onChange={onChange}
              />
            );
          }}
        </Field>
      ))}
      <Buttons>
        <Button look="primary" type="submit" blocked={busy}>
          {texts.save}
        </Button>
        <Button onClick={onClose}>{texts.back}</Button>
      </Buttons>
    </form>
  );
}

function beginWith(
  site: SavedSiteView | null,
  questions: readonly SiteQuestionView[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questions.map(({ name }) => {
      const value = site?.data[name];
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
}
