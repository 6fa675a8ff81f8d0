/** The head and foot of two papers with the words that are being typed, in the layout of NĐ 30/2020/NĐ-CP. */
import type { ReactNode } from 'react';
import type { Letterhead } from '../../../shared/documents/model.ts';
import { councilLetterhead, schoolLetterhead, type PaperBasics } from '../../../shared/documents/parts.ts';
import type { School } from '../../../shared/views.ts';
import { useSetting } from '../../components/index.ts';

/** The submission of the school and the minutes of the council, as far as the school's own words go. */
export function PaperPreview({
  school,
  schoolYear,
}: {
  readonly school: School;
  readonly schoolYear: string;
}): ReactNode {
  const series = useSetting('councilOwnSeries');
  const isShared = series?.kind === 'switch' && !series.on;
  const basics: PaperBasics = {
    school: { ...school, councilSeries: isShared ? school.symbol : school.councilSymbol },
    schoolYear,
    number: null,
    date: null,
    asOf: '',
    status: 'official',
  };
  return (
    <div className="paper-preview">
      <Sheet
        label="Tờ trình của nhà trường"
        letterhead={schoolLetterhead(basics, 'TTr')}
        title="TỜ TRÌNH"
        subtitle="Về việc đề nghị khen thưởng"
        addressee={school.submittedTo}
        capacity={school.principal.post === '' ? 'Hiệu trưởng' : school.principal.post}
        signer={school.principal.name}
      />
      <Sheet
        label="Biên bản của Hội đồng"
        letterhead={councilLetterhead(basics, 'BB')}
        title="BIÊN BẢN"
        subtitle="Họp xét thi đua, khen thưởng"
        addressee={null}
        capacity="Thư ký"
        signer={school.clerk.name}
      />
    </div>
  );
}

function Sheet(props: {
  readonly label: string;
  readonly letterhead: Letterhead;
  readonly title: string;
  readonly subtitle: string;
  readonly addressee: string | null;
  readonly capacity: string;
  readonly signer: string;
}): ReactNode {
  const { letterhead } = props;
  return (
    <figure className="sheet-preview">
      <figcaption>{props.label}</figcaption>
      <div className="sheet-preview__paper">
        <div className="sheet-preview__head">
          <div>
            {letterhead.superior !== null && <p className="sheet-preview__superior">{letterhead.superior}</p>}
            {letterhead.issuer.map((line, at) => (
              <p
                key={line}
                className={`sheet-preview__issuer${at === letterhead.issuer.length - 1 ? ' sheet-preview__ruled' : ''}`}
              >
                {line}
              </p>
            ))}
            <p className="sheet-preview__number">Số:&emsp;&emsp;{letterhead.number}</p>
          </div>
          <div>
            <p className="sheet-preview__nation">Cộng hòa xã hội chủ nghĩa Việt Nam</p>
            <p className="sheet-preview__motto">
              <span>Độc lập - Tự do - Hạnh phúc</span>
            </p>
            <p className="sheet-preview__date">{letterhead.place}, ngày&emsp;tháng&emsp;năm&emsp;</p>
          </div>
        </div>
        <p className="sheet-preview__title">{props.title}</p>
        <p className="sheet-preview__subtitle">{props.subtitle}</p>
        {props.addressee !== null && <p className="sheet-preview__addressee">Kính gửi: {props.addressee}</p>}
        <div className="sheet-preview__lines" aria-hidden="true" />
        <div className="sheet-preview__sign">
          <p>{props.capacity}</p>
          <p>{props.signer}</p>
        </div>
      </div>
    </figure>
  );
}
