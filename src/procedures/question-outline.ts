import { type Form, type OutlinedPage, type OutlinedQuestion, outlineQuestions } from '#engine';
import type { ListedQuestion, QuestionsView } from './catalogue.dto.js';
import type { Language } from '../http/language.js';
import type { ProcedureView } from './procedure.dto.js';
import type { CurrentProcedure } from './procedures.queries.js';

export type Outline = readonly OutlinedPage[];

/** A form never changes, and its words take a while to put together. */
const known = new WeakMap<Form, Outline>();

/** @param form in that language */
export function outlineOf(form: Form, language: Language): Outline {
  const before = known.get(form);
  if (before) return before;
  const outline = outlineQuestions(form, language);
  known.set(form, outline);
  return outline;
}

export function questionsView({ version }: CurrentProcedure, outline: Outline): QuestionsView {
  const { id, title, category, themeColor } = version.procedure.info;
  return {
    procedureId: id,
    title,
    category,
    themeColor,
    pages: outline.map((page) => ({
      name: page.name,
      title: page.title,
      description: page.description,
      purpose: page.purpose,
      when: page.when,
      questions: listed(page.questions, 0),
    })),
  };
}

function listed(questions: readonly OutlinedQuestion[], depth: number): ListedQuestion[] {
  return questions.flatMap(({ questions: inside, options, attachment, ...question }) => [
    { ...question, depth, options: [...options], attachment: attachment && limits(attachment) },
    ...listed(inside, depth + 1),
  ]);
}

function limits({ accept, maxBytes, maxCount, example }: NonNullable<OutlinedQuestion['attachment']>) {
  return { accept: [...accept], maxBytes, maxCount, example };
}

/** What to have at hand: every attachment, with all that must hold for it to be asked. */
export function documentsIn(outline: Outline): ProcedureView['documents'] {
  const inside = (
    page: OutlinedPage,
    question: OutlinedQuestion,
    conditions: readonly string[],
  ): ProcedureView['documents'] => {
    const when = question.when === null ? conditions : [...conditions, question.when];
    const { title, description, help, required, attachment } = question;
    const own = attachment
      ? [
          {
            ...limits(attachment),
            title,
            description: description ?? help,
            page: page.title,
            when: [...when],
            required,
          },
        ]
      : [];
    return [...own, ...question.questions.flatMap((child) => inside(page, child, when))];
  };
  return outline.flatMap((page) =>
    page.questions.flatMap((question) => inside(page, question, page.when === null ? [] : [page.when])),
  );
}

/** What answers are used for, each purpose once, in the order of the screen. */
export function purposesIn(outline: Outline): string[] {
  const inside = (question: OutlinedQuestion): readonly (string | null)[] => [
    question.purpose,
    ...question.questions.flatMap(inside),
  ];
  const all = outline.flatMap((page) => [page.purpose, ...page.questions.flatMap(inside)]);
  return [...new Set(all.filter((purpose) => purpose !== null))];
}
