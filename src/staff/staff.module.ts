import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { AbsencesController } from './absences.controller.js';
import { AbsencesQueries } from './absences.queries.js';
import { DepartmentsController } from './departments/departments.controller.js';
import { DepartmentsQueries } from './departments/departments.queries.js';
import { RemoveDepartment } from './departments/remove-department.js';
import { RemoveTeam } from './departments/remove-team.js';
import { SaveDepartment } from './departments/save-department.js';
import { SaveTeam } from './departments/save-team.js';
import { EndAbsence } from './end-absence.js';
import { AddOfficial } from './officials/add-official.js';
import { ChangeOfficial } from './officials/change-official.js';
import { ConfirmRole } from './officials/confirm-role.js';
import { DisableOfficial } from './officials/disable-official.js';
import { EnableOfficial } from './officials/enable-official.js';
import { EndSessions } from './officials/end-sessions.js';
import { ImportController } from './officials/import.controller.js';
import { ImportOfficials } from './officials/import-officials.js';
import { IssuePassword } from './officials/issue-password.js';
import { OfficialAccessController } from './officials/official-access.controller.js';
import { OfficialsController } from './officials/officials.controller.js';
import { OfficialsQueries } from './officials/officials.queries.js';
import { OfficialsTable } from './officials/officials-table.js';
import { ResetCodes } from './officials/reset-codes.js';
import { BeginCodes } from './own/begin-codes.js';
import { ChooseOwnPassword } from './own/choose-own-password.js';
import { ConfirmCodes } from './own/confirm-codes.js';
import { GiveUpCodes } from './own/give-up-codes.js';
import { OwnAccountController } from './own/own-account.controller.js';
import { OwnAccountQueries } from './own/own-account.queries.js';
import { OwnCodesController } from './own/own-codes.controller.js';
import { ProveOwnPassword } from './own/prove-own-password.js';
import { RenewRecoveryCodes } from './own/renew-recovery-codes.js';
import { RoleBook } from './role-book.js';
import { SetAbsence } from './set-absence.js';

@Module({
  imports: [AccessModule, ProceduresModule],
  controllers: [
    AbsencesController,
    DepartmentsController,
    OfficialsController,
    ImportController,
    OfficialAccessController,
    OwnAccountController,
    OwnCodesController,
  ],
  providers: [
    AbsencesQueries,
    AddOfficial,
    BeginCodes,
    ChangeOfficial,
    ChooseOwnPassword,
    ConfirmCodes,
    ConfirmRole,
    DepartmentsQueries,
    DisableOfficial,
    EnableOfficial,
    EndAbsence,
    EndSessions,
    GiveUpCodes,
    ImportOfficials,
    IssuePassword,
    OfficialsQueries,
    OfficialsTable,
    OwnAccountQueries,
    ProveOwnPassword,
    RemoveDepartment,
    RemoveTeam,
    RenewRecoveryCodes,
    ResetCodes,
    RoleBook,
    SaveDepartment,
    SaveTeam,
    SetAbsence,
  ],
})
export class StaffModule {}
