import { useId, type ReactNode } from 'react';

interface RailCardProps {
  readonly title: string;
  /** A count or a verdict beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function RailCard({ title, aside, children }: RailCardProps): ReactNode {
  const id = useId();
  return (
    <section className="desk-rail-card" aria-labelledby={id}>
      <div className="desk-rail-card__head">
        <h3 id={id} className="desk-rail-card__title">
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
