import { setTimeout as wait } from 'node:timers/promises';
import type { AttachmentView, Receipt } from '../../src/drafts/draft.dto.js';
import type { ReadyDraft } from '../bench/people.js';
import { patience } from '../support/patience.js';
import type { Chance } from './chance.js';

/** What one applicant was told, and holds against us afterwards. */
export interface Acknowledged {
  readonly draftId: string;
  readonly receipt: Receipt;
  /** The uploaded file that the answers refer to. */
  readonly attachment: AttachmentView | null;
}

/** Everything that all clients together saw. */
export interface Ledger {
  readonly acknowledged: Acknowledged[];
  readonly violations: string[];
  /** Requests that were answered by nobody, or by 503, and sent again. */
  retries: number;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const patienceMs = 2 * patience;
const withFile = 0.2;
const sentAgain = 0.15;
const sentAgainOtherwise = 0.1;

/**
 * An applicant's browser in a bad network: sends until it is answered, the same request each time. A lost answer, a
 * refused connection and a 503 are all it may meet; whatever else comes for valid input goes into the ledger.
 */
export class SubmittingClient {
  constructor(
    private readonly url: string,
    private readonly chance: Chance,
    private readonly ledger: Ledger,
  ) {}

  async submit(draft: ReadyDraft, name: string): Promise<void> {
    const attachment = this.chance.happens(withFile) ? await this.upload(draft) : null;
    const answers = { shop: { name, ...(attachment && { photo: [attachment.id] }) } };
    const first = await this.send(draft, { revision: 0, answers });
    if (first.status !== 201 && first.status !== 200) {
      this.ledger.violations.push(`R9: a good submission was answered ${describe(first)}`);
      return;
    }
    const receipt = first.body as Receipt;
    this.ledger.acknowledged.push({ draftId: draft.id, receipt, attachment });
    if (this.chance.happens(sentAgain)) {
      const again = await this.send(draft, { revision: 0, answers });
      if (again.status !== 200 || JSON.stringify(again.body) !== JSON.stringify(receipt))
        this.ledger.violations.push(`R2: ${receipt.number}, sent again, was answered ${describe(again)}`);
    }
    if (this.chance.happens(sentAgainOtherwise)) {
      const other = await this.send(draft, { revision: 0, answers: { shop: { name: `${name} 改` } } });
      if (other.status !== 409)
        this.ledger.violations.push(
          `R2: ${receipt.number}, sent again with other answers: ${describe(other)}`,
        );
    }
  }

  private async upload(draft: ReadyDraft): Promise<AttachmentView> {
    const content = Buffer.concat([pngHead, Buffer.from(draft.id)]);
    const answer = await this.untilAnswered(draft, `attachments?field=shop.photo`, () => {
      const form = new FormData();
      form.set('file', new Blob([content]), 'shop.png');
      return { body: form };
    });
    if (answer.status !== 201) this.ledger.violations.push(`R9: an upload was answered ${describe(answer)}`);
    return answer.body as AttachmentView;
  }

  private send(draft: ReadyDraft, body: object): Promise<Answer> {
    return this.untilAnswered(draft, 'submit', () => ({
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }));
  }

  private async untilAnswered(
    { id, owner }: ReadyDraft,
    path: string,
    request: () => { body: BodyInit; headers?: Record<string, string> },
  ): Promise<Answer> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const answer = await this.try(`${this.url}/api/drafts/${id}/${path}`, owner.token, request());
      if (answer) return answer;
      this.ledger.retries += 1;
      if (Date.now() > deadline) return { status: 0, body: `nothing within ${patienceMs} ms` };
      await wait(this.chance.between(50, 250));
    }
  }

  private async try(
    url: string,
    token: string,
    { body, headers = {} }: { body: BodyInit; headers?: Record<string, string> },
  ): Promise<Answer | null> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { ...headers, origin: this.url, cookie: `tetsuzuki=${token}` },
        signal: AbortSignal.timeout(patience),
      });
      const text = await response.text();
      return response.status === 503 ? null : { status: response.status, body: JSON.parse(text) as unknown };
    } catch {
      return null;
    }
  }
}

const pngHead = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function describe({ status, body }: Answer): string {
  return `${status} ${JSON.stringify(body).slice(0, 300)}`;
}
