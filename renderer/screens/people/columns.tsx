/** The columns and cuts of the list of people. */
import { standingOf } from '../../../shared/domain/standing.ts';
import type { PersonStatus } from '../../../shared/terms.ts';
import { sexNames, standingNames } from '../../../shared/vi/terms.ts';
import type { PersonRow } from '../../../shared/views.ts';
import { Chip, type Column, type Filter } from '../../components/index.ts';

/** People who have left stay in the list for their history. */
export function isGone(status: PersonStatus): boolean {
  return status === 'LEFT' || status === 'RETIRED';
}

/** What a list of people says; where it is narrow the tổ and the post stay beside the name. */
export const personColumns: readonly Column<PersonRow>[] = [
  { id: 'name', header: 'Họ và tên', kind: 'name', value: (row) => row.fullName },
  { id: 'code', header: 'Mã', title: 'Mã định danh', value: (row) => row.code, width: 120, yields: 4 },
  { id: 'birth', header: 'Ngày sinh', kind: 'date', value: (row) => row.birthDate, width: 112, yields: 3 },
  {
    id: 'sex',
    header: 'Giới',
    title: 'Giới tính',
    value: (row) => (row.sex === null ? null : sexNames[row.sex]),
    width: 68,
    yields: 5,
  },
  { id: 'group', header: 'Tổ', value: (row) => row.groupName, width: 176 },
  { id: 'position', header: 'Chức vụ', value: (row) => row.position, width: 116 },
  { id: 'duty', header: 'Môn dạy, nhiệm vụ', value: (row) => row.duty, width: 160, yields: 2 },
  {
    id: 'status',
    header: 'Tình trạng',
    value: (row) => standingNames[standingOf(row)],
    cell: (row) => {
      const standing = standingOf(row);
      return standing === 'WORKING' ? (
        <span className="muted">{standingNames[standing]}</span>
      ) : (
        <Chip tone={isGone(row.status) ? 'plain' : 'info'}>{standingNames[standing]}</Chip>
      );
    },
    width: 138,
    yields: 1,
  },
];

/** Cuts by status. */
export const statusFilters: readonly Filter<PersonRow>[] = [
  { id: 'working', label: 'Đang làm việc', test: (row) => standingOf(row) === 'WORKING' },
  { id: 'away', label: 'Đang vắng', test: (row) => row.status === 'WORKING' && row.away !== null },
  { id: 'gone', label: 'Đã rời trường', test: (row) => isGone(row.status) },
];
