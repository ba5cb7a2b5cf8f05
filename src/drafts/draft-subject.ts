import { type Answers, EvaluationError, type IsoDate, type Procedure, toText } from '#engine';

/** The line by which a draft is recognised in a list, or null while too little is filled in. */
export function draftSubject({ info, form }: Procedure, answers: Answers, today: IsoDate): string | null {
  try {
    const value = info.subject.evaluate({ ...answers, today, tables: form.tables });
    const text = value === null ? '' : toText(value).trim().slice(0, 200);
    return text === '' ? null : text;
  } catch (error) {
    // Half-filled answers may lack what the expression needs; at submission the same error is a surprise.
    if (error instanceof EvaluationError) return null;
    throw error;
  }
}
