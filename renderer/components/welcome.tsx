import { useState, type ReactNode } from 'react';
import { parseSchoolYear, schoolYearOn, usualDays, type IsoDate } from '../../shared/dates.ts';
import { fold, placeOfAuthority } from '../../shared/names.ts';
import type { OpenedFile, Status } from '../../shared/views.ts';
import { cancelJob, forgetAnswers, useCommand, useProgress } from '../client.ts';
import { setSession } from '../store.ts';
import { Button, pressable } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { DateField, RadioField, TextField } from './fields.tsx';
import { FolderPicker } from './folder-picker.tsx';
import { BrandMark } from './icons.tsx';
import { ErrorNotice } from './notice.tsx';
import { Progress } from './progress.tsx';

const ENDING = '.bangvang';

/** What is shown while no data file is open. */
export function Welcome({ status }: { readonly status: Status }): ReactNode {
  const [asking, setAsking] = useState<'create' | 'open' | null>(null);
  const openFile = useCommand('openFile');
  const openSample = useCommand('openSample');
  const startRehearsal = useCommand('startRehearsal');
  const busy = openFile.busy || openSample.busy || startRehearsal.busy;
  const progress = useProgress(busy);

  async function open(path: string): Promise<void> {
    setAsking(null);
    openSample.clearError();
    const result = await openFile.run({ path });
    if (result.ok) enter(result.value);
  }

  async function sample(): Promise<void> {
    openFile.clearError();
    const result = await openSample.run({});
    if (result.ok) enter(result.value);
  }

  async function rehearse(): Promise<void> {
    openFile.clearError();
    openSample.clearError();
    const result = await startRehearsal.run({ from: 'sample' });
    if (result.ok) enter(result.value);
  }

  return (
    <main className="welcome">
      <div className="welcome__sheet">
        <div className="welcome__brand">
          <BrandMark size={44} />
          <div>
            <h1 className="welcome__title">Bảng Vàng</h1>
            <p className="welcome__lead">
              Hồ sơ của Hội đồng Thi đua - Khen thưởng: từ đăng ký đến kiểm phiếu và bộ hồ sơ trình cấp trên.
            </p>
          </div>
        </div>
        <div className="welcome__columns">
          <div className="welcome__choices">
            <button
              {...pressable({ busy, onClick: () => void sample() })}
              type="button"
              className="choice choice--primary"
            >
              <span className="choice__label">Mở hồ sơ mẫu</span>
              <span className="choice__note">Một trường giả định, đủ dữ liệu để thử mọi bước.</span>
            </button>
            <button {...pressable({ busy, onClick: () => void rehearse() })} type="button" className="choice">
              <span className="choice__label">Tập dượt</span>
              <span className="choice__note">
                Luyện phiên họp và kiểm phiếu trên hồ sơ mẫu; văn bản nào cũng ghi không có giá trị.
              </span>
            </button>
            <button
              {...pressable({ busy, onClick: () => setAsking('create') })}
              type="button"
              className="choice"
            >
              <span className="choice__label">Tạo tệp dữ liệu mới</span>
              <span className="choice__note">Bắt đầu năm học của đơn vị.</span>
            </button>
            <button
              {...pressable({ busy, onClick: () => setAsking('open') })}
              type="button"
              className="choice"
            >
              <span className="choice__label">Mở tệp có sẵn</span>
              <span className="choice__note">Tệp có đuôi {ENDING} trên máy này hoặc trên USB.</span>
            </button>
          </div>
          <div>
            <h2 className="recent__title">Tệp đã mở gần đây</h2>
            {status.recent.length === 0 ? (
              <p className="recent__none">Chưa có tệp nào được mở trên máy này.</p>
            ) : (
              <ul>
                {status.recent.map((file) => (
                  <li key={file.path}>
                    <button
                      {...pressable({ busy, onClick: () => void open(file.path) })}
                      type="button"
                      className="recent__item"
                    >
                      <span className="recent__name">
                        {file.name}
                        <span>{dayOf(file.openedAt)}</span>
                      </span>
                      <span className="recent__path" title={file.path}>
                        {file.path}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
        {busy && (
          <div className="welcome__progress">
            <Progress
              name="Đang mở tệp dữ liệu"
              phase={progress?.phase ?? ''}
              done={progress?.done ?? 0}
              total={progress?.total ?? 0}
              onCancel={cancelJob}
            />
          </div>
        )}
        <div className="welcome__progress">
          <ErrorNotice error={openFile.error ?? openSample.error ?? startRehearsal.error} />
        </div>
        <p className="welcome__foot">
          Mọi dữ liệu nằm trong một tệp trên máy này; chương trình không dùng mạng. Phiên bản {status.version}
          .
        </p>
      </div>
      {asking === 'open' && (
        <FolderPicker
          title="Mở tệp có sẵn"
          choose="file"
          endings={[ENDING]}
          start={status.suggestedFolder}
          confirm="Mở tệp"
          onChoose={(path) => void open(path)}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
      {asking === 'create' && (
        <CreateDialog
          status={status}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
    </main>
  );
}

function CreateDialog(props: { readonly status: Status; readonly onClose: () => void }): ReactNode {
  const [schoolName, setSchoolName] = useState('');
  const [superior, setSuperior] = useState('');
  // Proposed until somebody types another.
  const [typedPlace, setPlace] = useState<string | null>(null);
  const [year, setYear] = useState(() => schoolYearOn(localDay(new Date())));
  const [days, setDays] = useState<{
    readonly registrationDeadline?: IsoDate | null;
    readonly meetingOn?: IsoDate | null;
  }>({});
  const [kind, setKind] = useState<'real' | 'training'>('real');
  const [folder, setFolder] = useState(props.status.suggestedFolder);
  const [choosing, setChoosing] = useState(false);
  const [tried, setTried] = useState(false);
  const createFile = useCommand('createFile');
  const schoolYear = parseSchoolYear(year);
  const fileName = fileNameOf(schoolName, schoolYear);
  const place = typedPlace ?? placeOfAuthority(superior);
  const usual = schoolYear === null ? { registrationDeadline: null, meetingOn: null } : usualDays(schoolYear);
  const { registrationDeadline, meetingOn } = { ...usual, ...days };

  async function create(): Promise<void> {
    setTried(true);
    if (schoolYear === null || [schoolName, superior, place].some((text) => text.trim() === '')) return;
    const mark = folder.includes('\\') ? '\\' : '/';
    const path = `${folder.replace(/[\\/]+$/, '')}${mark}${fileName}`;
    const result = await createFile.run({
      path,
      kind,
      schoolName: schoolName.trim(),
      superior: superior.trim(),
      place: place.trim(),
      schoolYear,
      registrationDeadline,
      meetingOn,
    });
    if (result.ok) enter(result.value);
  }

  function missing(text: string, sentence: string): string | null {
    return tried && text.trim() === '' ? sentence : null;
  }

  if (choosing) {
    return (
      <FolderPicker
        title="Chọn nơi lưu tệp dữ liệu"
        choose="folder"
        endings={[ENDING]}
        start={folder}
        confirm="Chọn thư mục này"
        onChoose={(path) => {
          setFolder(path);
          setChoosing(false);
        }}
        onClose={() => {
          setChoosing(false);
        }}
      />
    );
  }

  return (
    <Dialog
      title="Tạo tệp dữ liệu mới"
      wide
      onClose={props.onClose}
      onSubmit={() => void create()}
      foot={
        <>
          <Button onClick={props.onClose}>Quay lại</Button>
          <Button kind="primary" submit busy={createFile.busy}>
            Tạo tệp dữ liệu
          </Button>
        </>
      }
    >
      <div className="form-grid">
        <TextField
          label="Tên đơn vị"
          hint="Viết như trên con dấu, ví dụ Trường THCS Hoa Ban."
          value={schoolName}
          onChange={setSchoolName}
          error={missing(schoolName, 'Hãy nhập tên đơn vị.')}
          autoFocus
        />
        <TextField
          label="Cơ quan chủ quản"
          hint="Dòng trên cùng bên trái của văn bản."
          value={superior}
          onChange={setSuperior}
          error={missing(superior, 'Hãy nhập tên cơ quan chủ quản.')}
        />
        <TextField
          label="Địa danh"
          hint="Đứng trước ngày tháng của văn bản."
          value={place}
          onChange={setPlace}
          error={missing(place, 'Hãy nhập địa danh.')}
        />
        <TextField
          label="Năm học"
          value={year}
          onChange={setYear}
          placeholder="2025-2026"
          error={tried && schoolYear === null ? 'Hãy nhập hai năm liền nhau, ví dụ 2025-2026.' : null}
        />
        <DateField
          label="Hạn đăng ký thi đua"
          optional
          hint="Đề nghị sẵn; sửa theo kế hoạch của trường."
          value={registrationDeadline}
          onChange={(day) => {
            setDays({ ...days, registrationDeadline: day });
          }}
        />
        <DateField
          label="Ngày họp Hội đồng"
          optional
          hint="Đề nghị sẵn; để trống nếu chưa định."
          value={meetingOn}
          onChange={(day) => {
            setDays({ ...days, meetingOn: day });
          }}
        />
        <div className="form-grid__wide">
          <RadioField
            label="Dùng để làm gì"
            inRow
            value={kind}
            onChange={setKind}
            options={[
              { value: 'real', label: 'Làm hồ sơ thật' },
              { value: 'training', label: 'Tập dượt', note: 'Văn bản nào cũng ghi không có giá trị.' },
            ]}
          />
        </div>
        <div className="form-grid__wide picker__path">
          <TextField label="Nơi lưu" value={folder} onChange={setFolder} hint={`Tên tệp: ${fileName}`} />
          <span className="picker__button">
            <Button
              icon="folder"
              onClick={() => {
                setChoosing(true);
              }}
            >
              Chọn thư mục
            </Button>
          </span>
        </div>
        <div className="form-grid__wide">
          <ErrorNotice error={createFile.error} />
        </div>
      </div>
    </Dialog>
  );
}

function enter(opened: OpenedFile): void {
  setSession(opened.sessionId);
  forgetAnswers();
}

function fileNameOf(schoolName: string, schoolYear: string | null): string {
  const words = fold(schoolName)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${words === '' ? 'thi-dua' : words}-${schoolYear ?? 'nam-hoc'}${ENDING}`;
}

/** The day on this computer's calendar. */
function localDay(now: Date): IsoDate {
  const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return [now.getFullYear(), ...parts].join('-');
}

function dayOf(instant: string): string {
  return new Date(instant).toLocaleDateString('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' });
}
