/** What a round still lacks before its result can be sealed, in words. */
import type { RoundView } from '../../../shared/views.ts';

/** What a round still lacks before it can be sealed; null when nothing. */
export function missingOf(round: RoundView, typed: number): string | null {
  if (round.printed === null) return 'Hãy ghi số phiếu in.';
  if (round.issued === null) return 'Hãy ghi số phiếu phát ra.';
  if (round.returned === null) return 'Hãy ghi số phiếu thu về trước khi kiểm.';
  if (round.mode === 'ballots') {
    const missing = round.ownCount === null ? null : missingPapers(round, round.returned, typed);
    if (missing !== null) return missing;
    const apart = missingAgreement(round);
    if (apart !== null) return apart;
  } else {
    const open = round.totals.filter(
      (row) => row.agree === null || row.disagree === null || row.blank === null,
    ).length;
    if (open > 0) return `Còn ${open}/${round.totals.length} người chưa đủ số phiếu.`;
  }
  if (round.tellers.length === 0) return 'Hãy chọn Ban kiểm phiếu ở bước Họp Hội đồng.';
  const broken = round.identities.find(({ holds }) => !holds);
  return broken === undefined ? null : `Chưa khớp: ${broken.identity}.`;
}

function missingPapers(round: RoundView, returned: number, typed: number): string | null {
  const left = returned - round.stored - round.aside;
  if (left > 0 && typed >= left) return 'Hãy cất tập phiếu trước.';
  if (left > 0) return `Còn ${left - typed}/${returned} phiếu chưa nhập.`;
  return round.aside > 0 ? `Còn ${round.aside} phiếu để riêng chờ Ban kiểm phiếu quyết định.` : null;
}

/** What two counts still lack; null for a single one. */
function missingAgreement(round: RoundView): string | null {
  if (round.counts.length < 2) return null;
  const open = round.counts.find(({ complete }) => !complete);
  if (open !== undefined) return `Chờ kiểm xong lần ${open.number}.`;
  if (round.difference?.equal === false) return 'Hai lần kiểm chưa khớp; xem phần Đối chiếu.';
  const waiting = round.counts.filter(({ confirmed }) => !confirmed);
  return waiting.length === 0
    ? null
    : `Chờ xác nhận của ${waiting.map(({ teller }) => teller ?? '').join(', ')}.`;
}
