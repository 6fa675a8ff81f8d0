const phases: Readonly<Record<string, string>> = {
  write: 'Đang lập văn bản',
  stage: 'Đang chuẩn bị trên máy',
  copy: 'Đang chép sang nơi nhận',
  verify: 'Đang đọc lại để kiểm tra',
};

/** What a job is doing, in words; a sentence for one that has not said yet. */
export function phaseName(phase: string): string {
  return phases[phase] ?? 'Đang chuẩn bị';
}
