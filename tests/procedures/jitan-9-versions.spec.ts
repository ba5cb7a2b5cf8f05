import { describe, expect, it } from '@jest/globals';
import {
  applyPlan,
  compareVersions,
  compileProcedure,
  describeChange,
  describeCounts,
  describeFindingCount,
  dryRunOne,
  DryRunTally,
  evaluateAnswers,
  type ProcedureFiles,
  proposePlan,
  readExample,
  readPlan,
  revert,
  type RunnableVersion,
  startWorkflow,
  type StoredItem,
  type WorkflowState,
} from '#engine';
import { exampleFiles } from '../../src/procedures/check-folder.js';
import { buildPageValidators } from '../../src/procedures/page-validators.js';
import { readFolder } from '../../src/procedures/read-folder.js';
import { contentHash } from '../../src/procedures/version-hash.js';

const today = '2021-11-05';
const files = await readFolder('procedures/jitan-9');
const before = runnable(files);
const after = runnable(edited());
const comparison = compareVersions(before, after);
const stored = storedItems();
const tally = new DryRunTally(comparison);
for (const item of stored) tally.add(dryRunOne(comparison, item, today));
const report = tally.report();
const plan = proposePlan(comparison, report);

function runnable(of: ProcedureFiles): RunnableVersion {
  const compiled = compileProcedure(of);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 2));
  const { procedure } = compiled;
  const validators = buildPageValidators(procedure.form).functions;
  return { files: of, procedure, hash: contentHash(of), validators };
}

/** Another round: a higher rate in band C, companies must name a department, no team for doubtful cases. */
function edited(): ProcedureFiles {
  const replaced = (file: string, from: string, to: string) => {
    const text = files[file] ?? '';
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    return text.replace(from, to);
  };
  const form = JSON.parse(files['form.schema.json'] ?? '') as Form;
  const { required, properties } = form.properties.applicant;
  required.push('contact_dept');
  properties.contact_dept['x-askWhen'] = 'category.applicant_kind = "corporation"';
  const workflow = JSON.parse(files['workflow.json'] ?? '') as Workflow;
  Reflect.deleteProperty(workflow.stages, 'investigation');
  Reflect.deleteProperty(workflow.stages['second_review']?.actions ?? {}, 'investigate');
  return {
    ...files,
    'form.schema.json': JSON.stringify(form),
    'workflow.json': JSON.stringify(workflow),
    'tables/bands.csv': replaced('tables/bands.csv', '0.3,25000,75000', '0.4,25000,75000'),
  };
}

interface Form {
  properties: {
    applicant: { required: string[]; properties: { contact_dept: Record<string, unknown> } };
  };
}

interface Workflow {
  stages: Record<string, { actions: object }>;
}

/** Nine examples three times over: as a draft, as it arrived, and in the hands of the team for doubtful cases. */
function storedItems(): readonly StoredItem[] {
  const chosen = exampleFiles(files).filter((file) => /\/0[1-9]-/.test(file));
  return chosen.flatMap((file): readonly StoredItem[] => {
    const { example } = readExample(file, files[file] ?? '');
    if (!example) throw new Error(`${file} cannot be read`);
    const common = { version: before.hash, answers: example.answers };
    const draft: StoredItem = { ...common, id: `draft ${file}`, kind: 'draft' };
    const { form } = before.procedure;
    const { answers, problems } = evaluateAnswers(form, example.answers, { today }, before.validators);
    if (problems.some(({ level }) => level === 'error')) return [draft];
    const facts = { answers, number: '0009', submittedOn: today, warnings: 0 };
    const { state } = startWorkflow(before.procedure, facts, `${today}T10:00:00+09:00`);
    const application = (of: WorkflowState): StoredItem => ({
      ...common,
      id: `${of.stage} ${file}`,
      kind: 'application',
      answers,
      state: of,
      submittedOn: today,
    });
    return [draft, application(state), application({ ...state, stage: 'investigation' })];
  });
}

describe('jitan-9, changed for another round', () => {
  it('says what changed, the gravest first', () => {
    const sentences = comparison.changes.map((one) => `${one.impact} ${describeChange(one, 'ja')}`);
    expect(sentences).toEqual([
      'loses-answer 「担当の部署」は、条件に合う人にだけ尋ねるようになりました：「category.applicant_kind = "corporation"」（使う項目：事業の形）',
      'stage-gone 段階「疑義調査」がなくなりました。いまこの段階にある申請は、行き先を決める必要があります。',
      'asks-more 「担当の部署」の入力が必須になりました。',
      'changes-result 表 bands：「C/sales」の rate が0.3から0.4に変わりました。',
      'changes-result 段階「二次審査（内容・算定）」の操作「疑義調査に回す」がなくなりました。',
    ]);
  });

  it('counts what that does to the examples as if they were stored', () => {
    expect(describeCounts(report, 'ja')).toEqual([
      '下書き9件：2件は計算の結果が変わります、7件は回答が要ります。',
      '申請18件：2件は計算の結果が変わります、7件は回答が要ります、9件は無くなった段階にあります。',
    ]);
    expect(report.causes.map((cause) => describeFindingCount(cause, comparison, 'ja'))).toEqual([
      '9件が、無くなった段階「疑義調査」にあります。',
      '21件で、「担当の部署」の回答が要ります。',
      '15件で、「協力金の日額」が変わります。',
      '15件で、「協力金の額」が変わります。',
      '15件で、「今回お支払いする額」が変わります。',
    ]);
  });

  it('traces each finding to the change behind it', () => {
    expect(report.changes.map(({ change, items }) => [change.place, items])).toEqual([
      ['form.schema.json#/properties/applicant/properties/contact_dept/x-askWhen', 21],
      ['workflow.json#/stages/investigation', 9],
      ['form.schema.json#/properties/applicant/required', 21],
      ['tables/bands.csv#9', 15],
    ]);
  });

  it('has a plan that is read back as it was proposed', () => {
    const text = JSON.stringify(plan, null, 2);
    expect(readPlan('migrations/1.json', text, { before, after })).toEqual({ ok: true, plan });
  });

  it('moves the drafts, leaves the applications, and takes everything back to the byte', () => {
    const counts: Record<string, number> = {};
    for (const item of stored) {
      const { item: moved, undo, done } = applyPlan(plan, comparison, item, today);
      counts[`${item.kind} ${done}`] = (counts[`${item.kind} ${done}`] ?? 0) + 1;
      expect(JSON.stringify(undo ? revert(undo, moved) : moved)).toBe(JSON.stringify(item));
      expect(applyPlan(plan, comparison, moved, today).item).toEqual(moved);
    }
    expect(counts).toEqual({ 'application pin': 18, 'draft ask-again': 7, 'draft migrate': 2 });
  });
});
