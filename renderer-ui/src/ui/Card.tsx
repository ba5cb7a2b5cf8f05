import type { ReactNode } from 'react';

interface CardProps {
  readonly look?: 'plain' | 'quiet' | 'attention';
  readonly as?: 'div' | 'li' | 'section' | 'article';
  readonly 'aria-labelledby'?: string;
  readonly children: ReactNode;
}

export function Card({ look = 'plain', as: Tag = 'div', children, ...rest }: CardProps): ReactNode {
  return (
    <Tag className={look === 'plain' ? 'tz-card' : `tz-card tz-card--${look}`} {...rest}>
      {children}
    </Tag>
  );
}
