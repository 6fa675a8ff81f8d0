/** Names of the documents that rules cite, and how sure a reading of them is, in words. */
import type { Citation } from './model.ts';

/** A law is cited by its name and year, without number and symbol (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export const LAW = 'Luật Thi đua, khen thưởng năm 2022';
export const LAW06 = 'Luật số 06/2026/QH16';
export const LAW_DRAFT = 'Dự thảo Luật sửa đổi, bổ sung Luật Thi đua, khen thưởng (tháng 12/2025)';
export const ND98 = 'Nghị định số 98/2023/NĐ-CP';
export const ND152 = 'Nghị định số 152/2025/NĐ-CP';
export const ND90 = 'Nghị định số 90/2020/NĐ-CP, sửa đổi, bổ sung bởi Nghị định số 48/2023/NĐ-CP';
export const ND233 = 'Nghị định số 233/2026/NĐ-CP';
export const ND35 = 'Nghị định số 35/2024/NĐ-CP';
export const ND129 = 'Nghị định số 129/2025/NĐ-CP';
export const ND234 = 'Nghị định số 234/2026/NĐ-CP';
export const TT29 = 'Thông tư số 29/2023/TT-BGDĐT';
export const TT07 = 'Thông tư số 07/2026/TT-BGDĐT';
export const MODEL86 = 'Quyết định số 86/2025/QĐ-UBND của tỉnh Bắc Ninh (mẫu tham khảo)';
export const TT01 = 'Thông tư số 01/2024/TT-BNV';
export const TT15 = 'Thông tư số 15/2025/TT-BNV';

export const readInFull = 'Đã đối chiếu với văn bản.';
export const quotedOnce = 'Một nguồn dẫn, chưa đối chiếu với văn bản.';
export const quotedTwice = 'Hai nguồn trở lên dẫn giống nhau, chưa đối chiếu với văn bản.';

/** Of what a source tells of a document that was read, in words that nobody has compared with it. */
export const toldOnce = { confidence: 'C1', source: quotedOnce } as const;

/** A place in a document; null where the article or clause is not known. */
export function at(document: string, article: string | null, clause: string | null): Citation {
  return { document, article, clause };
}
