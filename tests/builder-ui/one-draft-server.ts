import type { Operation, ProcedureFiles } from '#engine';
import type { DraftServer, FileTexts } from '../../builder-ui/src/api/drafts.js';
import { textsBetween, withTexts } from '../../builder-ui/src/workspace/file-change.js';
import { performAll } from '../../builder-ui/src/workspace/perform-all.js';
import { RequestRefused, Unreachable } from '../../renderer-ui/src/api/request.js';
import type { BuilderDraft } from '../../src/builder/draft.dto.js';

/** One draft with the rules of `change-draft.ts`, in memory: for what its workspaces make of its answers. */
export class OneDraftServer implements DraftServer {
  private readonly revisions: ProcedureFiles[];
  isAway = false;

  constructor(files: ProcedureFiles) {
    this.revisions = [files];
  }

  get files(): ProcedureFiles {
    return this.revisions.at(-1) ?? {};
  }

  get draft(): BuilderDraft {
    return {
      id: 'd',
      procedureId: 'small',
      title: '',
      revision: this.revisions.length,
      files: this.files,
      base: null,
      mayWrite: true,
      others: [],
      publication: null,
    } as BuilderDraft;
  }

  fetch(): Promise<BuilderDraft> {
    return this.reached(() => this.draft);
  }

  news(_id: string, since: number) {
    return this.reached(() => ({
      revision: this.revisions.length,
      files: textsBetween(this.revisions[since - 1] ?? {}, this.files),
      by: ['石井'],
      others: [],
    }));
  }

  change(_id: string, { revision, changes, operations }: Parameters<DraftServer['change']>[1]) {
    return this.reached(() => {
      const theirs = textsBetween(this.revisions[revision - 1] ?? {}, this.files);
      const after = this.merged(theirs, changes, operations as readonly Operation[] | undefined);
      if (!after)
        throw new RequestRefused({ status: 409, code: 'draft-changed' } as RequestRefused['problem']);
      this.revisions.push(after);
      const mine = withTexts(this.revisions[revision - 1] ?? {}, changes);
      return { revision: this.revisions.length, files: textsBetween(mine, after), voided: false };
    });
  }

  tellPlace(): Promise<void> {
    return Promise.resolve();
  }

  private merged(
    theirs: FileTexts,
    mine: FileTexts,
    operations: readonly Operation[] = [],
  ): ProcedureFiles | null {
    if (!Object.keys(mine).some((file) => file in theirs)) return withTexts(this.files, mine);
    const done = operations.length > 0 ? performAll(this.files, operations) : null;
    return done?.ok ? done.files : null;
  }

  private reached<T>(answer: () => T): Promise<T> {
    return this.isAway ? Promise.reject(new Unreachable('away')) : Promise.resolve().then(answer);
  }
}
