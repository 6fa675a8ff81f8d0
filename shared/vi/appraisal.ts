/** Sentences that the appraisal itself says; those of the rules live with the rules. */

/** What confirmed scores of the tổ count as, for the condition that only people can judge. */
export const groupConfirmation = {
  ruleId: 'emulation-spirit',
  reason: 'Tổ đã chấm đủ các tiêu chí và xác nhận kết quả đánh giá',
  by: 'Tổ bình xét',
} as const;

/** Words for what is only supposed, so that nobody takes it for a fact of the file. */
export const supposed = {
  judgement: { reason: 'giả định để xem trước', by: 'Giả định' },
  initiative: { name: 'Sáng kiến giả định', decisionNumber: 'giả định' },
} as const;

/** Words for a case of a title whose conditions the app does not carry yet: a person decides. */
export const noRulesSummary =
  'Ứng dụng chưa có điều kiện của hình thức này; Hội đồng tự đối chiếu tiêu chuẩn trước khi đề nghị.';
