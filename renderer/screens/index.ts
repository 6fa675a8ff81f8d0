/** Every screen, in the order of the rail: the season's path, then what stands below its line. */
import type { ComponentType } from 'react';
import type { ScreenId } from '../store.ts';
import { AppraisalScreen } from './appraisal.tsx';
import { BallotScreen } from './ballot.tsx';
import { CampaignScreen } from './campaign.tsx';
import { CouncilScreen } from './council.tsx';
import { DossierScreen } from './dossier.tsx';
import { EvaluationScreen } from './evaluation.tsx';
import { HelpScreen } from './help.tsx';
import { LogScreen } from './log.tsx';
import { OverviewScreen } from './overview.tsx';
import { PeopleScreen } from './people.tsx';
import { RegulationScreen } from './regulation.tsx';
import { RegistrationScreen } from './registration.tsx';
import { RulesScreen } from './rules.tsx';
import { SchoolScreen } from './school.tsx';

interface ScreenRow {
  readonly id: ScreenId;
  readonly label: string;
  readonly place: 'path' | 'rest';
  readonly component: ComponentType;
}

/** The table of screens. */
export const screens: readonly ScreenRow[] = [
  { id: 'overview', label: 'Tổng quan', place: 'path', component: OverviewScreen },
  { id: 'people', label: 'Nhân sự và tổ', place: 'path', component: PeopleScreen },
  { id: 'campaign', label: 'Phong trào và đợt', place: 'path', component: CampaignScreen },
  { id: 'registration', label: 'Đăng ký', place: 'path', component: RegistrationScreen },
  { id: 'evaluation', label: 'Đánh giá', place: 'path', component: EvaluationScreen },
  { id: 'appraisal', label: 'Thẩm định', place: 'path', component: AppraisalScreen },
  { id: 'council', label: 'Họp Hội đồng', place: 'path', component: CouncilScreen },
  { id: 'ballot', label: 'Kiểm phiếu', place: 'path', component: BallotScreen },
  { id: 'dossier', label: 'Hồ sơ', place: 'path', component: DossierScreen },
  { id: 'school', label: 'Đơn vị, năm học', place: 'rest', component: SchoolScreen },
  { id: 'regulation', label: 'Quy chế, thiết lập', place: 'rest', component: RegulationScreen },
  { id: 'rules', label: 'Bộ quy tắc', place: 'rest', component: RulesScreen },
  { id: 'log', label: 'Nhật ký và sao lưu', place: 'rest', component: LogScreen },
  { id: 'help', label: 'Trợ giúp', place: 'rest', component: HelpScreen },
];
