import { useMemo, useState, type ReactNode } from 'react';
import {
  civilDateInJapan,
  compileExpression,
  evaluateAnswers,
  EvaluationError,
  type ExpressionPlace,
  type Facts,
  type FeelValue,
  type Form,
  type PageValidators,
  type ProcedureFiles,
  type Scope,
  toText,
} from '#engine';
import { Select } from '../../../renderer-ui/src/ui/index.js';
import { useChecked } from '../problems/use-checked.js';
import { useExpressionTexts } from '../texts/expression.js';
import { partOfFiles } from '../workspace/part-of-files.js';
import { useDraft } from '../workspace/use-workspace.js';

interface LiveValueProps {
  readonly source: string;
  readonly scope: Scope;
  readonly at: ExpressionPlace;
}

interface Sample {
  readonly file: string;
  readonly title: string;
  readonly today: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

const examplesIn = partOfFiles((file) => /^examples\/[^/]+\.json$/.test(file));

/** What comes out of an expression on the answers of an example. */
export function LiveValue({ source, scope, at }: LiveValueProps): ReactNode {
  const texts = useExpressionTexts();
  const files = useDraft((state) => examplesIn(state.files));
  const form = useChecked((state) => state.form);
  const samples = useMemo(() => readSamples(files), [files]);
  const [chosen, setChosen] = useState<string | null>(null);
  const sample = samples.find(({ file }) => file === chosen) ?? samples[0];
  const repeat = at.of === 'form' ? at.repeat : null;
  const value = useMemo(
    () => (sample && form ? valueOn(source, scope, form, sample, repeat) : undefined),
    [source, scope, form, sample, repeat],
  );
  if (samples.length === 0) return <p className="builder-small tz-quiet">{texts.noExamples}</p>;
  return (
    <div className="builder-live">
      <label className="builder-live__example">
        <span>{texts.example}</span>
        <Select
          value={sample?.file ?? ''}
          choices={samples.map(({ file, title }) => ({ value: file, label: title }))}
          onChange={(event) => setChosen(event.target.value)}
        />
      </label>
      <p>
        {texts.live}: <strong>{words(value, texts)}</strong>
      </p>
    </div>
  );
}

function words(value: FeelValue | undefined, texts: ReturnType<typeof useExpressionTexts>): string {
  if (value === undefined) return texts.cannotTry;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  return toText(value) || texts.noValue;
}

function readSamples(files: ProcedureFiles): readonly Sample[] {
  return Object.entries(files).flatMap(([file, text]) => {
    try {
      const { title, now, answers } = JSON.parse(text) as Readonly<Record<string, unknown>>;
      if (typeof answers !== 'object' || answers === null || typeof now !== 'string') return [];
      const name = typeof title === 'string' ? title : file;
      return [{ file, title: name, today: civilDateInJapan(now), answers: answers as Sample['answers'] }];
    } catch {
      return [];
    }
  });
}

/** Undefined where it cannot be told. */
function valueOn(
  source: string,
  scope: Scope,
  form: Form,
  { answers, today }: Sample,
  repeat: string | null,
): FeelValue | undefined {
  const compiled = compileExpression(source, scope);
  if (!compiled.ok) return undefined;
  try {
    const evaluated = evaluateAnswers(form, answers, { today }, acceptingAll(form)).answers as Facts;
    const rows: unknown = repeat
      ?.split('.')
      .reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), evaluated);
    const row: unknown = Array.isArray(rows) ? rows[0] : null;
    return compiled.expression.evaluate({ ...evaluated, today, tables: form.tables, row });
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

/** What a page's own schema refuses is not asked here. */
function acceptingAll({ pages }: Form): PageValidators {
  return Object.fromEntries(pages.map(({ name }) => [name, () => true]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
