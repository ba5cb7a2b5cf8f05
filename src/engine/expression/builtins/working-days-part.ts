import {
  isInWorkingCalendar,
  isWorkingDay,
  workingDayAfter,
  workingDaysBetween,
} from '../../japanese/working-days.js';
import type { WorkingDays } from './parts.js';

export const WORKING_DAYS: WorkingDays = {
  isIn: isInWorkingCalendar,
  isOpen: isWorkingDay,
  after: workingDayAfter,
  between: workingDaysBetween,
};
