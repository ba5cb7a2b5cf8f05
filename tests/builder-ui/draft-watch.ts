import type { Page, Request } from 'playwright-core';
import type { Operation, ProcedureFiles } from '#engine';

interface Sent {
  readonly changes: Readonly<Record<string, string | null>>;
  readonly operations?: readonly Operation[];
}

/** The draft as its page sends it to the server: nothing has to be fetched to see what an author has made. */
export class DraftWatch {
  files: ProcedureFiles;
  /** Of everything that was done. */
  readonly kinds = new Set<Operation['kind']>();

  constructor(
    private readonly page: Page,
    readonly initial: ProcedureFiles,
    private readonly draftId: string,
  ) {
    this.files = initial;
    page.on('request', (request) => this.take(request));
  }

  /** The files once the server has them. */
  async saved(): Promise<ProcedureFiles> {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.builder-save__state--saved').waitFor();
    return this.files;
  }

  private take(request: Request): void {
    if (request.method() !== 'POST' || !request.url().endsWith(`/${this.draftId}/changes`)) return;
    const { changes, operations = [] } = request.postDataJSON() as Sent;
    const now: Record<string, string> = { ...this.files };
    for (const [file, text] of Object.entries(changes))
      if (text === null) Reflect.deleteProperty(now, file);
      else now[file] = text;
    this.files = now;
    for (const { kind } of operations) this.kinds.add(kind);
  }
}
