/** The projector's window: one thing at a time, in type that is read from the back of the room. */
import './styles/screens/projector.css';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { formatLongDate, formatSchoolYear } from '../shared/dates.ts';
import { rehearsalMark } from '../shared/documents/rehearsal.ts';
import { conditionStateNames, eligibilityNames } from '../shared/vi/terms.ts';
import type { ProjectedView, Projection } from '../shared/views.ts';
import { invalidate, sentenceOf, useQuery } from './client.ts';
import { Icon, type IconName } from './components/icons.tsx';
import { useWall } from './wall.ts';

/** How often the wall asks whether something changed, in milliseconds. */
const LOOK_AGAIN = 2000;

/** Of one kind of merit so many are told, newest first; the rest by number. */
const MOST_TEXTS = 5;

/** What the room sees. */
export function Projector(): ReactNode {
  const request = useWall();
  const projection = useQuery('getProjection', request);

  useEffect(() => {
    const timer = setInterval(() => void invalidate(), LOOK_AGAIN);
    return () => {
      clearInterval(timer);
    };
  }, []);
  useEffect(() => {
    document.title = 'Màn chiếu – Bảng Vàng';
  }, []);

  if (projection.data === null) {
    return (
      <main className="wall">
        <p className="wall__lead" role="status">
          {projection.error === null ? '' : sentenceOf(projection.error)}
        </p>
      </main>
    );
  }
  const { fileKind, school, schoolYear, body, shown } = projection.data;
  return (
    <main className="wall">
      {fileKind === 'training' && <p className="wall__rehearsal">{rehearsalMark}</p>}
      <header className="wall__head">
        <span>
          {body} {school}
        </span>
        <span>Năm học {formatSchoolYear(schoolYear)}</span>
      </header>
      <Fitted>
        <Shown shown={shown} projection={projection.data} />
      </Fitted>
    </main>
  );
}

const SMALLEST = 0.45;
const STEP = 0.05;

/** Sets the type as large as lets everything stand on the wall: fifty names in smaller type than one. */
function Fitted({ children }: { readonly children: ReactNode }): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    function fit(): void {
      const element = body.current;
      if (element === null) return;
      for (let size = 1; size >= SMALLEST; size -= STEP) {
        element.style.setProperty('--fit', size.toFixed(2));
        if (element.scrollHeight <= element.clientHeight) return;
      }
    }
    fit();
    addEventListener('resize', fit);
    return () => {
      removeEventListener('resize', fit);
    };
  });
  return (
    <div className="wall__body" ref={body}>
      {children}
    </div>
  );
}

function Shown(props: { readonly shown: ProjectedView; readonly projection: Projection }): ReactNode {
  const { shown } = props;
  switch (shown.kind) {
    case 'waiting':
      return <Waiting body={props.projection.body} meeting={props.projection.meeting} />;
    case 'agenda':
      return <Agenda shown={shown} />;
    case 'case':
      return <CaseAtHand shown={shown} />;
    case 'voting':
      return <Voting shown={shown} />;
    case 'result':
      return <ResultOf shown={shown} />;
  }
}

function Waiting({ body, meeting }: Pick<Projection, 'body' | 'meeting'>): ReactNode {
  return (
    <section className="wall__centre">
      <h1 className="wall__title">Phiên họp {body}</h1>
      {meeting !== null && (
        <>
          <p className="wall__lead">
            {[meeting.from, formatLongDate(meeting.date), meeting.place]
              .filter((part) => part !== '')
              .join(', ')}
          </p>
          <p className="wall__lead">
            Có mặt {meeting.present}/{meeting.total} thành viên
          </p>
        </>
      )}
    </section>
  );
}

type Of<K extends ProjectedView['kind']> = { readonly shown: Extract<ProjectedView, { readonly kind: K }> };

function Agenda({ shown }: Of<'agenda'>): ReactNode {
  return (
    <section>
      <h1 className="wall__title">Nội dung xét</h1>
      <ol className="wall__agenda">
        {shown.titles.map(({ titleName, cases, vote }) => (
          <li key={titleName}>
            <strong>{titleName}</strong>
            <span>
              {cases} hồ sơ, {vote === 'ballot' ? 'bỏ phiếu kín' : 'biểu quyết giơ tay'}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Open = Of<'case'>['shown']['open'][number];

const signs: Record<Open['state'], IconName> = {
  failed: 'error',
  'to-be-judged': 'attention',
  postponed: 'attention',
};

function CaseAtHand({ shown }: Of<'case'>): ReactNode {
  const { merits, open, openUnnamed, passed } = shown;
  return (
    <section>
      <p className="wall__over">{shown.titleName}</p>
      <h1 className="wall__name">{shown.name}</h1>
      <p className="wall__lead">
        {[shown.position, shown.groupName].filter((part) => part !== '' && part !== shown.name).join(', ')}
      </p>
      <dl className="wall__merits">
        {merits.map(({ name, texts }) => (
          <div key={name}>
            <dt>{name}</dt>
            {texts.slice(0, MOST_TEXTS).map((text) => (
              <dd key={text}>{text}</dd>
            ))}
            {texts.length > MOST_TEXTS && <dd>và {texts.length - MOST_TEXTS} mục khác</dd>}
          </div>
        ))}
      </dl>
      <p className={`wall__verdict wall__verdict--${shown.eligibility ?? 'none'}`}>
        {shown.eligibility === null ? 'Chưa thẩm định' : eligibilityNames[shown.eligibility]}
        {shown.overruled && ' (theo kết luận của Hội đồng)'}
      </p>
      <ul className="wall__conditions">
        {open.map(({ state, sentence, citation, fact }) => (
          <li key={`${sentence} ${citation}`} className={`wall__condition wall__condition--${state}`}>
            <Icon name={signs[state]} size={28} />
            <span>
              <strong>{conditionStateNames[state]}:</strong> {sentence}.{fact !== '' && <em> {fact}.</em>}{' '}
              <small>{citation}</small>
            </span>
          </li>
        ))}
      </ul>
      <p className="wall__note">{countText({ passed, openUnnamed })}</p>
    </section>
  );
}

/** How many conditions are not told one by one; why they are not named is nobody's business in the room. */
function countText({ passed, openUnnamed }: Pick<Of<'case'>['shown'], 'passed' | 'openUnnamed'>): string {
  return [
    passed === 0 ? '' : `Đạt ${passed} điều kiện.`,
    openUnnamed === 0 ? '' : `Còn ${openUnnamed} điều kiện không chiếu lên màn; thư ký báo cáo Hội đồng.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function turnOf(number: number): string {
  return number > 1 ? `, lần ${number}` : '';
}

function sizeOf(names: number): string {
  return names > 24
    ? 'wall__names wall__names--many'
    : names > 8
      ? 'wall__names wall__names--some'
      : 'wall__names';
}

function Voting({ shown }: Of<'voting'>): ReactNode {
  return (
    <section>
      <p className="wall__over">Đang bỏ phiếu kín</p>
      <h1 className="wall__title">
        {shown.titleName}
        {turnOf(shown.number)}
      </h1>
      <ol className={sizeOf(shown.names.length)}>
        {shown.names.map(({ name, groupName }, index) => (
          <li key={`${index} ${name}`}>
            <strong>{name}</strong> <span>{groupName === name ? '' : groupName}</span>
          </li>
        ))}
      </ol>
      <p className="wall__lead">
        {shown.issued !== null && `Phát ra ${shown.issued} phiếu`}
        {shown.returned !== null && `, thu về ${shown.returned} phiếu`}
      </p>
    </section>
  );
}

function ResultOf({ shown }: Of<'result'>): ReactNode {
  return (
    <section>
      <p className="wall__over">Kết quả kiểm phiếu</p>
      <h1 className="wall__title">
        {shown.titleName}
        {turnOf(shown.number)}
      </h1>
      {shown.rows === null ? (
        <p className="wall__lead">Ban kiểm phiếu đang làm việc. Kết quả được công bố sau khi chốt.</p>
      ) : (
        <>
          <p className="wall__lead">Cần {shown.demand} đồng ý</p>
          <ol className={`${sizeOf(shown.rows.length)} wall__results`}>
            {shown.rows.map(({ name, agree, percent, passed }, index) => (
              <li key={`${index} ${name}`}>
                <strong>{name}</strong>{' '}
                <span>
                  {agree}/{shown.base} ({percent})
                </span>{' '}
                <b className={passed ? 'wall__passed' : 'wall__failed'}>{passed ? 'Đạt' : 'Không đạt'}</b>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
