import type { Eligibility } from '../../eligibility/eligibility.js';
import type { Template } from '../../notice/template.js';
import type { Problem } from '../../problem.js';
import type { Workflow } from '../../workflow/workflow.js';
import type { Form, ProcedureFiles, ProcedureInfo } from '../procedure.js';

/** A folder whose files were each compiled; null where a file has errors of its own. */
export interface Folder {
  readonly files: ProcedureFiles;
  readonly info: ProcedureInfo | null;
  readonly form: Form | null;
  /** Where in form.schema.json each page and field is written, by `Field.path`. */
  readonly places: ReadonlyMap<string, string>;
  readonly workflow: Workflow | null;
  readonly eligibility: Eligibility | null;
  /** Those without errors. */
  readonly messages: ReadonlyMap<string, Template>;
  readonly notices: ReadonlyMap<string, Template>;
}

/** Looks at what files that are sound each by itself say together. Where a part it needs is null it has nothing to say. */
export type Rule = (folder: Folder) => readonly Problem[];
