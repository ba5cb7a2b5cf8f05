import { expect, it } from '@jest/globals';
import { authoringScope, outlineForm } from '#engine';
import { type Fact, factsInScope } from '../../builder-ui/src/expression/facts-in-scope.js';
import { officeTitle, staffFactsOf } from '../../builder-ui/src/expression/named-facts.js';
import { readDraftWorkflow } from '../../builder-ui/src/workflow/draft-workflow.js';
import { readFolder } from '../../src/procedures/read-folder.js';

it('everything that a review or a letter can name has words, of the form, the office or the review', async () => {
  const files = await readFolder('procedures/jitan-9');
  const staff = staffFactsOf(readDraftWorkflow(files));
  for (const language of ['ja', 'en'] as const) {
    const named = (name: string) => {
      const title = officeTitle(name, language);
      return title === null ? (staff.get(name) ?? null) : { title, options: [] };
    };
    const all = (['workflow', 'document'] as const).flatMap((of) =>
      factsInScope(authoringScope(files, { of }), outlineForm(files) ?? [], null, null, named),
    );
    expect(all.filter(({ name, title }) => title === name)).toEqual([]);
    const fact = (wanted: string): Fact | undefined => all.find(({ name }) => name === wanted);
    expect(fact('checks.all_passed')?.title).toBe(
      language === 'ja' ? '自動チェックにすべて合格' : 'All automatic checks passed',
    );
    expect(fact('staff.report.finding')?.title).toMatch(/ › 調査の結果$/);
    expect(fact('staff.report.finding')?.options[0]).toEqual({ value: 'cleared', title: '疑いは解消した' });
  }
});
