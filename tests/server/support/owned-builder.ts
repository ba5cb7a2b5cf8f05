import type { DraftBegun } from '../../../src/builder/draft.dto.js';
import type { MadeLink, PublicationView } from '../../../src/publishing/publishing.dto.js';
import type { TestApp } from './test-app.js';
import type { Visitor } from './visitor.js';

type Ids = Readonly<Record<string, string>>;

let begun = 0;

/** A procedure that nobody has yet, without a problem. The official may write and agree from now on. */
export async function builderDraft({ dataSource }: TestApp, author: Visitor, login: string): Promise<Ids> {
  await dataSource.query(
    `insert into staff_role (staff_id, procedure_id, role)
     select id, '*', r.role from staff, (values ('author'), ('publisher')) as r(role) where login = $1
     on conflict do nothing`,
    [login],
  );
  const { body } = await author.post<DraftBegun>('/api/builder/drafts', {
    from: { kind: 'template', name: 'notification' },
    id: `owned-${(begun += 1)}`,
    title: '所有の確認',
  });
  return { id: body.draftId };
}

export async function publication(author: Visitor, { id }: Ids): Promise<Ids> {
  const { body } = await author.post<PublicationView>(`/api/builder/drafts/${id}/publications`, {
    revision: 1,
    note: '確かめてください。',
    startsAt: null,
    choices: [],
  });
  return { id: body.id };
}

export async function formLink(author: Visitor, { id }: Ids): Promise<Ids> {
  const { body } = await author.post<MadeLink>(`/api/builder/drafts/${id}/links`, { days: 1 });
  return { id: body.id };
}
