import type { ReactNode } from 'react';
import { useReportsTexts } from '../../texts/index.js';
import { Link, useLocation } from '../../router/index.js';
import { useExports } from '../exports/exports-queries.js';
import { useOfficial } from '../session/official.js';
import './reports.css';

/** The ways between statistics, exports and log: those that are open to the official. */
export function ReportTabs(): ReactNode {
  const texts = useReportsTexts();
  const { may } = useOfficial();
  const { pathname } = useLocation();
  const exportable = useExports().data?.procedures ?? [];
  const ways = [
    ...(may.readStatistics ? [{ to: '/desk/statistics', label: texts.statistics }] : []),
    ...(exportable.length > 0 ? [{ to: '/desk/exports', label: texts.exports }] : []),
    ...(may.readRecord ? [{ to: '/desk/log', label: texts.log }] : []),
  ];
  if (ways.length < 2) return null;
  return (
    <nav className="desk-reports" aria-label={texts.nav}>
      {ways.map(({ to, label }) => (
        <Link
          key={to}
          className="desk-reports__way"
          to={to}
          aria-current={to === pathname ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
