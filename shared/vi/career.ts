/** The Vietnamese of what the rules found in a working life: initiatives, service, transfers, registration. */
import type { InitiativeScope } from '../terms.ts';
import { lowerFirst } from './findings.ts';
import { initiativeScopeNames } from './terms.ts';

/** Where such a fact is kept, as the screens name it. */
export const sources = {
  initiatives: 'Danh sách sáng kiến',
  research: 'Danh sách đề tài, đề án, công trình khoa học',
  service: 'Quá trình công tác',
  staff: 'Danh sách cán bộ, giáo viên, nhân viên',
  disciplines: 'Theo dõi kỷ luật',
  transfer: 'Thuyên chuyển, biệt phái',
  registration: 'Danh sách đăng ký thi đua',
} as const;

interface Count {
  readonly count: number;
  readonly needed: number;
  readonly years: number;
}

export function initiatives({ count, needed, years }: Count): string {
  return `${count} sáng kiến được công nhận trong ${years} năm học gần nhất, cần ${needed}`;
}

export function moreInitiatives(count: number): string {
  return `Thiếu ${count} sáng kiến được công nhận và áp dụng hiệu quả`;
}

export const enterNumbers = 'Nhập số quyết định công nhận của sáng kiến còn chờ';

export function research({ count, needed, years }: Count): string {
  return `${count} đề tài, đề án, công trình khoa học đã nghiệm thu trong ${years} năm học gần nhất, cần ${needed}`;
}

export function moreResearch(count: number): string {
  return `Thiếu ${count} đề tài, đề án, công trình khoa học đã nghiệm thu`;
}

function scopeName(scope: InitiativeScope): string {
  return lowerFirst(initiativeScopeNames[scope]);
}

export function hasEffect(fact: { readonly name: string; readonly scope: InitiativeScope }): string {
  return `Sáng kiến “${fact.name}” được xác nhận hiệu quả áp dụng, phạm vi ảnh hưởng ${scopeName(fact.scope)}`;
}

export function effectUnknown(fact: { readonly name: string }): string {
  return `Sáng kiến “${fact.name}” được công nhận, chưa ghi giấy xác nhận hiệu quả, phạm vi ảnh hưởng`;
}

export function noEffect(fact: { readonly scope: InitiativeScope; readonly years: number }): string {
  return `Không có sáng kiến được xác nhận phạm vi ảnh hưởng ${scopeName(fact.scope)} trong ${fact.years} năm học gần nhất`;
}

export function effectWanted(scope: InitiativeScope): string {
  return `Có giấy xác nhận hiệu quả áp dụng, phạm vi ảnh hưởng ${scopeName(scope)} của sáng kiến`;
}

export function hasScope(fact: { readonly name: string; readonly scope: InitiativeScope }): string {
  return `Đề tài “${fact.name}” có phạm vi ảnh hưởng ${scopeName(fact.scope)}`;
}

export function scopeUnknown(fact: { readonly name: string }): string {
  return `Đề tài “${fact.name}” đã nghiệm thu, chưa ghi phạm vi ảnh hưởng`;
}

export function noScope(fact: { readonly scope: InitiativeScope; readonly years: number }): string {
  return `Không có đề tài có phạm vi ảnh hưởng ${scopeName(fact.scope)} trong ${fact.years} năm học gần nhất`;
}

export function scopeWanted(scope: InitiativeScope): string {
  return `Ghi phạm vi ảnh hưởng ${scopeName(scope)} của đề tài đã nghiệm thu`;
}

type Where = 'sector' | 'teaching' | 'hard-area';

const places: Record<Where, string> = {
  sector: 'công tác trong ngành',
  teaching: 'trực tiếp giảng dạy',
  'hard-area': 'công tác ở vùng đặc biệt khó khăn',
};

/** "21 năm 3 tháng". */
function length(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [years > 0 ? `${years} năm` : '', rest > 0 || years === 0 ? `${rest} tháng` : '']
    .filter((part) => part !== '')
    .join(' ');
}

export function served(fact: {
  readonly where: Where;
  readonly months: number;
  readonly extra: number;
  readonly off: number;
  readonly years: number;
}): string {
  const extra = fact.extra === 0 ? '' : `, đã nhân đôi ${length(fact.extra)} ở vùng đặc biệt khó khăn`;
  const off = fact.off === 0 ? '' : `, đã trừ ${length(fact.off)} chịu kỷ luật`;
  return `Thời gian ${places[fact.where]}: ${length(fact.months)}${extra}${off}, cần ${fact.years} năm`;
}

export function serviceUnknown(where: Where): string {
  return `Chưa ghi thời gian ${places[where]}`;
}

export function enterService(fact: { readonly where: Where; readonly years: number }): string {
  return `Nhập thời gian ${places[fact.where]}, hoặc xác nhận đủ ${fact.years} năm`;
}

export function moreService(months: number): string {
  return `Thiếu ${length(months)}`;
}

export const enterHardArea = 'Nhập thời gian ở vùng đặc biệt khó khăn (được nhân đôi), nếu có';

export const managerUnknown = 'Chưa ghi là cán bộ quản lý giáo dục hay không';
export const enterManager = 'Xác nhận là cán bộ quản lý giáo dục';
export const isManager = 'Là cán bộ quản lý giáo dục';
export const isNotManager = 'Không là cán bộ quản lý giáo dục';
export const managerWanted = 'Là cán bộ quản lý giáo dục';

export function noRunning(day: string): string {
  return `Không có kỷ luật còn hiệu lực tại ngày họp ${day}`;
}

export function waitUntilAfter(day: string): string {
  return `Hết hiệu lực kỷ luật (sau ngày ${day}) mới xét`;
}

export const noTransfer = 'Không chuyển đơn vị trong kỳ xét';

export function transferred(fact: {
  readonly on: string;
  readonly previousUnit: string;
  readonly monthsThere: number | null;
  readonly commentReceived: boolean;
}): string {
  const months = fact.monthsThere === null ? '' : `, đã làm việc tại đó ${fact.monthsThere} tháng trong kỳ`;
  const comment = fact.commentReceived ? 'đã có nhận xét' : 'chưa có nhận xét';
  return `Chuyển đến từ ${fact.previousUnit} ngày ${fact.on}${months}, ${comment} của đơn vị cũ`;
}

export function shortStay({ fact, needed }: { readonly fact: string; readonly needed: number }): string {
  return `${fact}; dưới ${needed} tháng nên không bắt buộc nhận xét`;
}

export const noSecondment = 'Không biệt phái trong kỳ xét';

export function seconded(fact: { readonly unit: string; readonly commentReceived: boolean }): string {
  const where = fact.unit === '' ? 'Biệt phái, chưa ghi đơn vị' : `Biệt phái tại ${fact.unit}`;
  return `${where}, ${fact.commentReceived ? 'đã có nhận xét' : 'chưa có nhận xét'} của nơi nhận biệt phái`;
}

export const noDisciplineSince = 'Không bị kỷ luật từ khi chuyển đến';

export function disciplinedSince(fact: {
  readonly list: string;
  readonly on: string;
  readonly previousUnit: string;
}): string {
  return `${fact.list}, sau khi chuyển đến từ ${fact.previousUnit} ngày ${fact.on}`;
}

export const sayWhereItHappened =
  'Xác định vi phạm xảy ra ở đơn vị nào; nếu ở đơn vị cũ thì ghi năm học đã tính vào mục kỷ luật của người này';

export function commentWanted(unit: string): string {
  return `Nhận xét của ${unit === '' ? 'nơi nhận biệt phái' : unit}, kèm hồ sơ`;
}

export const registrationUnknown = 'Chưa rõ đã đăng ký thi đua hay chưa';
export const isRegistered = 'Đã đăng ký thi đua từ đầu năm học';
export const isNotRegistered = 'Chưa đăng ký thi đua';
export const enterRegistration = 'Đối chiếu danh sách đăng ký thi đua của năm học';
