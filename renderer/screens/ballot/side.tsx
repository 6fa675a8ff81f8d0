/** What must fit together in a count, always in sight: nothing here is about one name while ballots are typed. */
import { useState, type ReactNode } from 'react';
import type { IdentityId } from '../../../shared/vi/identities.ts';
import type { Identity, RoundView } from '../../../shared/views.ts';
import { Button, Facts, IdentityLine, Notice } from '../../components/index.ts';

const advice: Record<IdentityId, string> = {
  'print-run': 'Đếm lại số phiếu in, số phiếu hỏng đã đổi và số phiếu còn thừa.',
  destroyed: 'Hủy hết phiếu hỏng và phiếu còn thừa trước khi chốt.',
  'issued-printed': 'Kiểm tra lại số phiếu in và số phiếu phát ra.',
  'issued-present': 'Mỗi thành viên có mặt nhận một phiếu: kiểm tra lại số phiếu phát ra hoặc điểm danh.',
  'returned-issued': 'Đếm lại số phiếu thu về; không thể nhiều hơn số phiếu phát ra.',
  'valid-invalid': 'Nhập nốt các phiếu còn lại, hoặc đếm lại số phiếu thu về.',
  'valid-invalid-aside': 'Nhập nốt các phiếu còn lại, hoặc đếm lại số phiếu thu về.',
  'aside-decided': 'Cả Ban kiểm phiếu xem từng phiếu để riêng rồi ghi quyết định.',
  'entered-returned': 'Nhập nốt các phiếu còn lại, hoặc đếm lại số phiếu thu về.',
  'row-sum': 'Cộng lại các số của dòng này.',
  'agree-base': 'Kiểm tra lại số đồng ý của người này và các ý kiến bằng văn bản.',
  'row-voters':
    'Người không tham gia biểu quyết trường hợp này để trống dòng đó: kiểm tra phiếu, hoặc lập vòng bỏ phiếu lại.',
  'opinions-absent': 'Kiểm tra lại điểm danh: chỉ thành viên vắng mặt gửi ý kiến bằng văn bản.',
};

/** The side of the screen: papers in number, identities with what to do, the rule, the tellers. */
export function CountSide(props: {
  readonly round: RoundView;
  readonly identities: readonly Identity[];
}): ReactNode {
  const { round, identities } = props;
  // Where there is no room for it beside the paper, it is asked for.
  const [open, setOpen] = useState(false);
  const isEntering = identities.some(({ id, holds }) => id === 'entered-returned' && !holds);
  // Identities of names that hold are told in one line; what does not hold is told name by name.
  const byName = identities.filter(({ caseId }) => caseId !== null);
  const shown = identities.filter(({ caseId, holds }) => caseId === null || !holds);
  const holding = byName.filter(({ holds }) => holds).length;
  const concerned = round.tellers.filter(({ onSlate }) => onSlate);
  return (
    <>
      <span className="count-side__toggle">
        <Button
          size="small"
          kind="quiet"
          icon={open ? 'up' : 'down'}
          expanded={open}
          onClick={() => setOpen(!open)}
        >
          {`Số phiếu khớp ${identities.filter(({ holds }) => holds).length}/${identities.length}`}
        </Button>
      </span>
      <aside
        className={open ? 'count-side count-side--open' : 'count-side'}
        aria-label="Đối chiếu số phiếu"
        tabIndex={0}
      >
        <h2>Số phiếu phải khớp</h2>
        {identities.length === 0 ? (
          <p className="muted count-side__none">Các đẳng thức hiện ra khi đã ghi số phiếu.</p>
        ) : (
          <ul className="identities" aria-label="Các đẳng thức của lần kiểm phiếu">
            {shown.map((identity) => {
              const { id } = identity;
              return (
                <li key={identity.identity}>
                  <IdentityLine {...identity} />
                  {!identity.holds && !(id === 'valid-invalid' && isEntering) && (
                    <p className="count-side__advice">{advice[id]}</p>
                  )}
                </li>
              );
            })}
          </ul>
        )}
        {holding > 0 && (
          <p className="count-side__none">
            <strong>{holding}</strong>/{byName.length} đẳng thức của từng người đã khớp.
          </p>
        )}
        <h2>Cách tính kết quả</h2>
        <Facts
          facts={[
            { name: 'Tổng số', value: `${round.total} thành viên` },
            { name: 'Cần', value: `${round.demand} đồng ý` },
            {
              name: 'Ý kiến văn bản',
              value: `${round.opinions.filter(({ received }) => received).length}/${round.opinions.length} thành viên vắng`,
            },
          ]}
        />
        <p className="count-side__rule">{round.rule}</p>
        <h2>Ban kiểm phiếu</h2>
        {round.tellers.length === 0 ? (
          <p className="count-side__advice">Chưa chọn Ban kiểm phiếu ở bước Họp Hội đồng.</p>
        ) : (
          <ul className="count-side__tellers">
            {round.tellers.map((teller) => (
              <li key={teller.memberId}>
                {teller.fullName}
                {teller.head && <span className="muted"> · Trưởng ban</span>}
              </li>
            ))}
          </ul>
        )}
        {concerned.length > 0 && (
          <Notice tone="warn">
            {concerned.map(({ fullName }) => fullName).join(', ')} có tên trong phiếu; nên đổi người kiểm
            phiếu.
          </Notice>
        )}
      </aside>
    </>
  );
}
