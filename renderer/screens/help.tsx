import type { ReactNode } from 'react';
import { useQuery } from '../client.ts';
import { Button, Facts, KeyHint, Screen, Section } from '../components/index.ts';
import { go, type ScreenId } from '../store.ts';

interface Step {
  readonly screen: ScreenId;
  readonly label: string;
  readonly when: string;
  readonly what: string;
}

const steps: readonly Step[] = [
  {
    screen: 'school',
    label: 'Đơn vị, năm học',
    when: 'Đầu năm học',
    what: 'Ghi tên trường, cơ quan chủ quản, người ký và các ngày của năm học; đầu văn bản hiện ngay ở bên phải.',
  },
  {
    screen: 'people',
    label: 'Nhân sự và tổ',
    when: 'Đầu năm học',
    what: 'Nhập danh sách nhân sự từ tệp bảng tính (.xlsx, .xlsm, .xlsb, .xls, .ods, .csv), rồi lịch sử khen thưởng, sáng kiến, kỷ luật và thời gian nghỉ. Xem lại những người đang nghỉ mà chưa ghi ngày.',
  },
  {
    screen: 'campaign',
    label: 'Phong trào và đợt',
    when: 'Khi phát động',
    what: 'Ghi phong trào, các đợt thi đua và công bố tiêu chuẩn từng danh hiệu.',
  },
  {
    screen: 'registration',
    label: 'Đăng ký',
    when: 'Trước hạn đăng ký',
    what: 'Nhập danh sách của từng tổ, xem ai chưa đăng ký, rồi chốt đăng ký.',
  },
  {
    screen: 'evaluation',
    label: 'Đánh giá',
    when: 'Cuối năm học',
    what: 'Nhập điểm tự chấm và điểm của tổ, ghi mức xếp loại, để tổ xác nhận.',
  },
  {
    screen: 'appraisal',
    label: 'Thẩm định',
    when: 'Trước khi họp',
    what: 'Xem từng hồ sơ đạt hay không đạt điều kiện nào, theo điều luật nào; những điều chỉ con người biết thì trả lời tại đây.',
  },
  {
    screen: 'council',
    label: 'Họp Hội đồng',
    when: 'Ngày họp',
    what: 'Ghi thành viên Hội đồng, điểm danh, mở phiên họp và ghi kết quả biểu quyết giơ tay.',
  },
  {
    screen: 'ballot',
    label: 'Kiểm phiếu',
    when: 'Ngày họp',
    what: 'In phiếu, ghi số phiếu phát ra và thu về, nhập từng phiếu, chốt kết quả.',
  },
  {
    screen: 'dossier',
    label: 'Hồ sơ',
    when: 'Sau khi họp',
    what: 'Lập biên bản, danh sách và tờ trình; xuất cả bộ hồ sơ ra USB.',
  },
];

const keys: readonly { readonly keys: string; readonly what: string }[] = [
  { keys: 'Ctrl K', what: 'tìm người, màn hình và lệnh, không cần dấu' },
  { keys: '↑ ↓', what: 'đi trong danh sách' },
  { keys: 'Enter', what: 'mở dòng đang chọn ở bên phải' },
  { keys: 'Esc', what: 'đóng phần bên phải' },
  { keys: 'Space', what: 'chọn nhiều dòng, ở danh sách có ô chọn' },
  { keys: 'Ctrl C', what: 'chép danh sách để dán vào Excel' },
  { keys: 'Ctrl V', what: 'dán từ Excel vào bảng điểm' },
  { keys: '1 2 0', what: 'khi kiểm phiếu: đồng ý, không đồng ý, để trống' },
];

/** Trợ giúp: the season in steps, the keys, where the data is. */
export function HelpScreen(): ReactNode {
  const status = useQuery('getStatus', {});
  return (
    <Screen
      title="Trợ giúp"
      subtitle="Một năm học thi đua qua chín bước. Làm đến đâu được lưu đến đó; có thể quay lại bước trước khi chưa chốt."
      padded
      primary={{ label: 'Về Tổng quan', run: () => go('overview') }}
    >
      <div className="help">
        <div>
          <Section title="Các bước của năm học">
            <ol className="help__steps">
              {steps.map((step) => (
                <li key={step.screen}>
                  <div>
                    <p>
                      <strong>{step.label}</strong> <span className="muted">{step.when}</span>
                    </p>
                    <p>{step.what}</p>
                  </div>
                  <Button
                    size="small"
                    kind="quiet"
                    title={`Mở màn hình ${step.label}`}
                    onClick={() => go(step.screen)}
                  >
                    Mở
                  </Button>
                </li>
              ))}
            </ol>
          </Section>
        </div>
        <div>
          <Section title="Phím tắt">
            <ul className="help__keys">
              {keys.map((row) => (
                <li key={row.keys}>
                  <KeyHint keys={row.keys}>{row.what}</KeyHint>
                </li>
              ))}
            </ul>
          </Section>
          <Section title="Những điều nên biết">
            <ul className="help__notes">
              <li>
                Chương trình đếm và giải thích; Hội đồng quyết định. Hội đồng kết luận khác thì ghi lý do, văn
                bản in cả lý do đó.
              </li>
              <li>Ô để trống khác với số 0: ô trống là chưa ghi.</li>
              <li>Phiếu kín được trộn trước khi lưu; không ai dò lại được phiếu nào của ai.</li>
              <li>Việc đã chốt chỉ mở lại được khi ghi lý do; cả hai lần đều được giữ.</li>
            </ul>
          </Section>
          <Section title="Dữ liệu nằm ở đâu">
            <Facts
              facts={[
                {
                  name: 'Tệp dữ liệu',
                  value: <span className="path">{status.data?.file?.path ?? 'Chưa mở tệp nào'}</span>,
                },
                { name: 'Phiên bản', value: `Bảng Vàng ${status.data?.version ?? ''}` },
              ]}
            />
            <p className="help__data">
              Mọi dữ liệu nằm trong tệp này, trên máy này; chương trình không dùng mạng. Mỗi lần đóng tệp có
              thay đổi, một bản sao lưu được cất cạnh tệp.{' '}
              <button type="button" className="link" onClick={() => go('log')}>
                Xem các bản sao lưu
              </button>
            </p>
          </Section>
        </div>
      </div>
    </Screen>
  );
}
