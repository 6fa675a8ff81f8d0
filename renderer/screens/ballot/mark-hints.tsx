/** The keys of a ballot sheet by its kind of vote. */
import type { ReactNode } from 'react';
import type { BallotForm } from '../../../shared/rules/model.ts';
import { KeyHint } from '../../components/index.ts';

/** Keys that mark names. */
export function MarkHints({ form }: { readonly form: BallotForm }): ReactNode {
  switch (form.kind) {
    case 'SECRET_BALLOT':
      return (
        <>
          <KeyHint keys="9">đồng ý các dòng còn lại</KeyHint>
          <KeyHint keys="-">rồi số dòng: không đồng ý</KeyHint>
          <KeyHint keys="1">đồng ý</KeyHint>
          <KeyHint keys="2">không đồng ý</KeyHint>
          <KeyHint keys="0">để trống</KeyHint>
          <KeyHint keys="4">dòng không hợp lệ</KeyHint>
        </>
      );
    case 'STRIKE_OUT':
      return (
        <>
          <KeyHint keys="-">rồi số dòng: gạch tên</KeyHint>
          <KeyHint keys="+">rồi số dòng: để nguyên</KeyHint>
          <KeyHint keys="2">gạch tên</KeyHint>
          <KeyHint keys="1">để nguyên</KeyHint>
        </>
      );
    case 'CHOOSE':
      return (
        <>
          <KeyHint keys="+">rồi số dòng: chọn</KeyHint>
          <KeyHint keys="-">rồi số dòng: bỏ chọn</KeyHint>
          <KeyHint keys="1">chọn</KeyHint>
          <KeyHint keys="0">không chọn</KeyHint>
        </>
      );
  }
}
