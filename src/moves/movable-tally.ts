import type { StoredApplication } from '#engine';
import { judgeApplication, type MoveVersions, type Staying } from './judge-application.js';
import type { MoveFacts } from './move-facts.js';

/** Nobody is asked in a trial; whoever would ask is not known yet. */
const SOMEBODY = '00000000-0000-0000-0000-000000000000';

/** Adds up what would become of applications, one at a time. */
export class MovableTally {
  private moves = 0;
  private asks = 0;
  private readonly stays = new Map<Staying, number>();

  constructor(private readonly versions: MoveVersions) {}

  add(
    item: StoredApplication,
    facts: MoveFacts & { readonly opinionsOut: number; readonly number: string },
    now: Date,
  ): void {
    const judged = judgeApplication(
      this.versions,
      {
        id: item.id,
        number: facts.number,
        answers: item.answers,
        state: item.state,
        submitted_at: new Date(`${item.submittedOn}T12:00:00+09:00`),
        warnings_count: 0,
        opinions_out: facts.opinionsOut,
        now,
      },
      facts,
      SOMEBODY,
    );
    if (judged.kind === 'moves') this.moves += 1;
    else if (judged.kind === 'asks') this.asks += 1;
    else this.stays.set(judged.reason, (this.stays.get(judged.reason) ?? 0) + 1);
  }

  view(): {
    readonly moves: number;
    readonly asks: number;
    readonly stays: { reason: Staying; count: number }[];
  } {
    const stays = [...this.stays].map(([reason, count]) => ({ reason, count }));
    return { moves: this.moves, asks: this.asks, stays: stays.sort((a, b) => b.count - a.count) };
  }
}
