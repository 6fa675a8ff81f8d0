/** Names of the screens on which a paper's lack is mended, as the rail has them. */
import type { ScreenId } from '../../store.ts';

export const screenLabels: Record<ScreenId, string> = {
  overview: 'Tổng quan',
  people: 'Nhân sự và tổ',
  campaign: 'Phong trào và đợt',
  registration: 'Đăng ký',
  evaluation: 'Đánh giá',
  appraisal: 'Thẩm định',
  council: 'Họp Hội đồng',
  ballot: 'Kiểm phiếu',
  dossier: 'Hồ sơ',
  school: 'Đơn vị, năm học',
  regulation: 'Quy chế, thiết lập',
  rules: 'Bộ quy tắc',
  log: 'Nhật ký và sao lưu',
  help: 'Trợ giúp',
};
