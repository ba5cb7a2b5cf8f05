export interface HoldFaults {
  readonly reason: 'hold-reason-missing' | null;
  readonly reviewOn: 'review-date-missing' | 'review-date-past' | null;
}

/** @param today civil date in Japan; a hold is looked at again on a later day */
export function holdFaults(reason: string, reviewOn: string, today: string): HoldFaults {
  const given = /^\d{4}-\d{2}-\d{2}$/.test(reviewOn);
  return {
    reason: reason.trim() === '' ? 'hold-reason-missing' : null,
    reviewOn: !given ? 'review-date-missing' : reviewOn <= today ? 'review-date-past' : null,
  };
}
