import { useQuery, useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { fetchDepartments } from '../../api/staff.js';
import type { DepartmentList } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { useLanguage, useStaffTexts } from '../../texts/index.js';
import { Banner, Button, Buttons, Page, Spinner } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useOfficial } from '../session/official.js';
import { DepartmentDialog } from './DepartmentDialog.js';
import { placeOf, type OpenedPlace } from './opened-place.js';
import './staff.css';

type Department = DepartmentList['departments'][number];

/** Departments as a tree, each with its teams. */
export function DepartmentsScreen(): ReactNode {
  const desk = useDeskTexts();
  const texts = useStaffTexts().departments;
  const site = useSite();
  const client = useQueryClient();
  const { may } = useOfficial();
  const [opened, setOpened] = useState<OpenedPlace | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const found = useQuery({ queryKey: deskKeys.departments, queryFn: fetchDepartments });
  const departments = found.data?.departments ?? [];
  const open = (place: OpenedPlace): void => {
    setDone(null);
    setOpened(place);
  };
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="departments" width="narrow">
      <div className="tz-stack">
        <p>{texts.lead}</p>
        {may.changeStaff && (
          <Buttons>
            <Button look="primary" onClick={() => open(placeOf.newDepartment)}>
              {texts.add}
            </Button>
          </Buttons>
        )}
        {done !== null && <Banner tone="success" role="status" title={done} />}
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {found.data && departments.length === 0 && <p>{texts.none}</p>}
        <Branch departments={departments} parentId={null} onOpen={may.changeStaff ? open : null} />
        <DepartmentDialog
          departments={departments}
          opened={opened}
          onClose={() => setOpened(null)}
          onDone={(after, said) => {
            client.setQueryData(deskKeys.departments, after);
            void client.invalidateQueries({ queryKey: deskKeys.officials });
            setOpened(null);
            setDone(said);
          }}
        />
        <p>
          <Link to="/desk/staff">{texts.back}</Link>
        </p>
      </div>
    </Page>
  );
}

interface BranchProps {
  readonly departments: readonly Department[];
  readonly parentId: string | null;
  /** Null for those who only look on. */
  readonly onOpen: ((place: OpenedPlace) => void) | null;
}

function Branch({ departments, parentId, onOpen }: BranchProps): ReactNode {
  const here = departments.filter((one) => one.parentId === parentId);
  if (here.length === 0) return null;
  return (
    <ul className="desk-staff__branch">
      {here.map((department) => (
        <li key={department.id}>
          <Row department={department} onOpen={onOpen} />
          <Branch departments={departments} parentId={department.id} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function Row({ department, onOpen }: { readonly department: Department } & Pick<BranchProps, 'onOpen'>) {
  const texts = useStaffTexts().departments;
  const language = useLanguage();
  const { teams, people } = department;
  const name = language === 'ja' ? department.nameJa : department.nameEn;
  return (
    <>
      <div className="desk-staff__place">
        <p>
          <strong>{name}</strong> <span className="tz-quiet desk-small">{texts.people(people)}</span>
        </p>
        {onOpen && (
          <>
            <Button
              size="small"
              aria-label={texts.changeOf(name)}
              onClick={() => onOpen(placeOf.department(department))}
            >
              {texts.change}
            </Button>
            <Button
              size="small"
              aria-label={texts.addTeamTo(name)}
              onClick={() => onOpen(placeOf.newTeam(department))}
            >
              {texts.addTeam}
            </Button>
          </>
        )}
      </div>
      {teams.length > 0 && (
        <ul aria-label={texts.teamsOf(name)} className="desk-staff__teams">
          {teams.map((team) => (
            <li key={team.id} className="desk-staff__place">
              <p>
                {team.name} <span className="tz-quiet desk-small">{texts.people(team.people)}</span>
              </p>
              {onOpen && (
                <Button
                  size="small"
                  aria-label={texts.changeOf(team.name)}
                  onClick={() => onOpen(placeOf.team(department, team))}
                >
                  {texts.change}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
