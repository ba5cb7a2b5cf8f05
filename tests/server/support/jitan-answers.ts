import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttachmentView, DraftView } from '../../../src/drafts/draft.dto.js';
import type { Visitor } from './visitor.js';

type Pages = Record<string, Record<string, unknown>>;

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Good answers for 第9期 協力金: the first example of the procedure, with a permit that is valid today. */
export function jitanAnswers(store: string): Pages {
  const example = JSON.parse(
    readFileSync(join('procedures', 'jitan-9', 'examples', '01-sales-floor.json'), 'utf8'),
  ) as { answers: Pages };
  const { answers } = example;
  return {
    ...answers,
    store: { ...answers.store, name: store },
    permit: { ...answers.permit, valid_to: '2030-05-31', store_name: store },
  };
}

export interface FilledDraft {
  readonly id: string;
  readonly revision: number;
  readonly answers: Pages;
}

/** A draft with good answers and its files uploaded, saved and ready to be submitted. */
export async function fillJitanDraft(
  applicant: Visitor,
  store: string,
  begin: { readonly siteId?: string | null } = {},
): Promise<FilledDraft> {
  const { body: draft } = await applicant.post<DraftView>('/api/drafts', {
    procedureId: 'jitan-9',
    another: true,
    ...begin,
  });
  const answers = jitanAnswers(store);
  const documents: Record<string, unknown> = {};
  for (const name of Object.keys(answers.documents ?? {})) {
    const { body: file } = await applicant.upload<AttachmentView>(
      `/api/drafts/${draft.id}/attachments?field=documents.${name}`,
      `${name}.png`,
      png,
    );
    documents[name] = [file.id];
  }
  const filled = { ...answers, documents };
  const { body: saved } = await applicant.put<{ revision: number }>(`/api/drafts/${draft.id}`, {
    revision: draft.revision,
    answers: filled,
  });
  return { id: draft.id, revision: saved.revision, answers: filled };
}
