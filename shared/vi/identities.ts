/** The identities of a count in words. */

export const identityNames = {
  'print-run': 'Số phiếu in = phát ra + hỏng đổi lại + còn thừa',
  destroyed: 'Số phiếu đã hủy = hỏng đổi lại + còn thừa',
  'issued-printed': 'Số phiếu phát ra không quá số phiếu in',
  'issued-present': 'Số phiếu phát ra không quá số thành viên có mặt',
  'returned-issued': 'Số phiếu thu về không quá số phiếu phát ra',
  'valid-invalid': 'Hợp lệ + không hợp lệ = thu về',
  'valid-invalid-aside': 'Hợp lệ + không hợp lệ + để riêng = thu về',
  'aside-decided': 'Mọi phiếu để riêng đã được cả Ban kiểm phiếu quyết định',
  'entered-returned': 'Số phiếu đã nhập = số phiếu thu về',
  'row-sum': 'Đồng ý + không đồng ý + bỏ trống + dòng không hợp lệ = phiếu hợp lệ',
  'agree-base': 'Số đồng ý không quá tổng số để tính tỷ lệ',
  'row-voters': 'Số phiếu đồng ý, không đồng ý không quá số người có mặt được biểu quyết trường hợp này',
  'opinions-absent': 'Số ý kiến bằng văn bản không quá số thành viên vắng mặt',
} as const;

export type IdentityId = keyof typeof identityNames;

/** An identity of one name on the slate says whose it is. */
export function identityText({
  id,
  name,
}: {
  readonly id: IdentityId;
  readonly name: string | null;
}): string {
  return name === null ? identityNames[id] : `${name}: ${identityNames[id]}`;
}
