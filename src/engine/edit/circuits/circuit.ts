import type { JsonValue } from '../../procedure/parse-json.js';
import type { LegalNature } from '../../procedure/procedure.js';
import type { NewField } from '../operations/operation.js';

export type Members = Readonly<Record<string, JsonValue>>;

/** A page that a circuit cannot do without: the account that is paid into. */
export interface CircuitPage {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly NewField[];
}

/** A whole review to begin with: its stages with all they need, and the mails and notices they send. */
export interface Circuit {
  readonly id: string;
  readonly title: readonly [ja: string, en: string];
  readonly summary: readonly [ja: string, en: string];
  /** Everything of workflow.json. */
  readonly workflow: Members;
  /** Name → text, as files of messages/ and notices/. */
  readonly messages: Readonly<Record<string, string>>;
  readonly notices: (nature: LegalNature) => Readonly<Record<string, string>>;
  /** Added where the form has no page of that name. */
  readonly pages: readonly CircuitPage[];
  /** Working days of its usual way. */
  readonly days: number;
}
