/** Stories of every component, one per `?story=`, in every `?theme=`; to be looked at in a browser, never shipped. */
import { useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { tableEndings } from '../../shared/imports/workbook.ts';
import '../../renderer/styles/index.css';
import {
  Button,
  CheckField,
  Checklist,
  Chip,
  ConfirmDialog,
  DataTable,
  DateField,
  DetailPanel,
  EditableGrid,
  EligibilityChip,
  ErrorNotice,
  Facts,
  FileDrop,
  Funnel,
  IdentityList,
  ImportPreview,
  Notice,
  NumberField,
  PersonPicker,
  Progress,
  RadioField,
  Screen,
  Section,
  SelectField,
  Tabs,
  TextField,
  untouched,
  type Column,
  type Filter,
  type GridColumn,
  type Wanted,
} from '../../renderer/components/index.ts';
import { parsePoints } from '../../shared/numbers.ts';
import { Frame } from './frame.tsx';
import { storyPeople, type StoryPerson } from './people.ts';
import { preview } from './preview.ts';

const people = storyPeople(72);
const many = storyPeople(10_000);

const columns: readonly Column<StoryPerson>[] = [
  {
    id: 'name',
    header: 'Họ và tên',
    kind: 'name',
    value: (row) => row.fullName,
    width: 190,
    total: (rows) => `${rows.filter((row) => row.score !== null).length}/${rows.length} có điểm`,
  },
  { id: 'code', header: 'Mã', value: (row) => row.code, width: 84, yields: 1 },
  { id: 'group', header: 'Tổ', value: (row) => row.groupName },
  {
    id: 'birth',
    header: 'Ngày sinh',
    kind: 'date',
    value: (row) => row.birthDate,
    width: 104,
    yields: 2,
  },
  {
    id: 'score',
    header: 'Điểm',
    kind: 'points',
    value: (row) => row.score,
    width: 76,
  },
  {
    id: 'verdict',
    header: 'Thẩm định',
    value: (row) => row.eligibility,
    cell: (row) => <EligibilityChip value={row.eligibility} />,
    words: (row) => row.eligibility ?? '',
    width: 196,
  },
];

const filters: readonly Filter<StoryPerson>[] = [
  { id: 'yes', label: 'Đủ điều kiện', test: (row) => row.eligibility === 'yes' },
  { id: 'no', label: 'Không đủ', test: (row) => row.eligibility === 'no' },
  { id: 'ask', label: 'Cần xem xét', test: (row) => row.eligibility === 'needs-person' },
];

function TableStory({
  rows,
  detail,
}: {
  readonly rows: readonly StoryPerson[];
  readonly detail: boolean;
}): ReactNode {
  const [open, setOpen] = useState<StoryPerson | null>(detail ? (rows[2] ?? null) : null);
  return (
    <Screen
      title="Thẩm định"
      subtitle="Đã thẩm định 60/72 hồ sơ; 12 hồ sơ cần Hội đồng xem xét trước khi lập danh sách bỏ phiếu."
      primary={{
        label: 'Lập danh sách bỏ phiếu',
        run: () => undefined,
        disabledReason: detail ? 'Còn 12 hồ sơ cần xem xét.' : null,
      }}
      actions={[{ label: 'Thẩm định lại tất cả', run: () => undefined }]}
      detail={
        open !== null && (
          <DetailPanel
            title={open.fullName}
            subtitle={`${open.position}, ${open.groupName}`}
            onClose={() => {
              setOpen(null);
            }}
            foot={<Button size="small">Ghi ý kiến của Hội đồng</Button>}
          >
            <CaseStory person={open} />
          </DetailPanel>
        )
      }
    >
      <DataTable
        label="Danh sách hồ sơ"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        openKey={open?.id ?? null}
        filters={filters}
        numbered
        rowsActions={[{ label: 'Rút đăng ký', run: () => undefined }]}
        onExport={() => undefined}
        searchLabel="Tìm theo tên, mã, tổ"
        empty={{ sentence: 'Chưa có hồ sơ nào.' }}
      />
    </Screen>
  );
}

function CaseStory({ person }: { readonly person: StoryPerson }): ReactNode {
  return (
    <>
      <Notice tone="bad">
        {person.fullName} không đủ điều kiện Chiến sĩ thi đua cơ sở: chưa có sáng kiến được công nhận (điểm b
        khoản 1 Điều 23 Luật Thi đua, khen thưởng).
      </Notice>
      <Section title="Điều kiện" aside={<span className="muted">2 đạt, 1 không đạt, 1 cần xem xét</span>}>
        <Checklist
          label="Điều kiện của danh hiệu"
          items={[
            {
              id: 'a',
              state: 'passed',
              sentence: 'Đạt danh hiệu Lao động tiên tiến trong năm xét.',
              fact: 'Năm học 2025 - 2026: đề nghị tặng Lao động tiên tiến.',
              citation: 'Điều 23 khoản 1 điểm a',
              more: 'Nguồn: Luật Thi đua, khen thưởng năm 2022. Đã đối chiếu với văn bản.',
            },
            {
              id: 'b',
              state: 'failed',
              sentence: 'Có sáng kiến được cơ sở công nhận.',
              fact: 'Không có sáng kiến nào được ghi cho năm học này.',
              citation: 'Điều 23 khoản 1 điểm b',
              more: 'Nguồn: Luật Thi đua, khen thưởng năm 2022. Đã đối chiếu với văn bản.',
            },
            {
              id: 'c',
              state: 'to-be-judged',
              sentence: 'Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước.',
              fact: 'Tổ chưa xác nhận.',
              citation: 'Điều 24 khoản 1',
              judgement: (
                <>
                  <Button size="small">Xác nhận đạt</Button>
                  <Button size="small">Ghi không đạt</Button>
                </>
              ),
            },
            {
              id: 'd',
              state: 'not-applicable',
              sentence: 'Nghỉ thai sản được tính vào thời gian xét.',
              fact: '',
              citation: 'Điều 5 khoản 2',
            },
          ]}
        />
      </Section>
      <Section title="Thông tin đã đọc">
        <Facts
          facts={[
            { name: 'Xếp loại', value: 'Hoàn thành tốt nhiệm vụ' },
            { name: 'Sáng kiến', value: 'Không có' },
            { name: 'Kỷ luật', value: 'Không' },
          ]}
        />
      </Section>
    </>
  );
}

const criteria = ['Chuyên môn', 'Công tác chủ nhiệm', 'Ngày công', 'Sáng kiến', 'Đoàn thể'];

function GridStory(): ReactNode {
  const [scores, setScores] = useState<ReadonlyMap<string, string>>(new Map([['p1 0', '19,5']]));
  const gridColumns: readonly GridColumn<StoryPerson>[] = [
    {
      id: 'name',
      header: 'Họ và tên',
      width: 190,
      text: (row) => row.fullName,
      readOnly: true,
      sticky: true,
    },
    { id: 'group', header: 'Tổ', width: 170, text: (row) => row.groupName, readOnly: true },
    ...criteria.map((header, n) => ({
      id: String(n),
      header,
      note: 'tối đa 20',
      width: 140,
      align: 'right' as const,
      text: (row: StoryPerson) => scores.get(`${row.id} ${n}`) ?? '',
      check: (text: string) => {
        if (text === '') return null;
        const points = parsePoints(text);
        if (points === null) return `“${text}” không phải là số điểm. Hãy nhập số, ví dụ 19,5.`;
        return points > 2000 ? 'Điểm lớn hơn mức tối đa 20. Hãy nhập lại.' : null;
      },
    })),
  ];
  return (
    <Screen title="Đánh giá" subtitle="Điểm tổ chấm. Để trống khi chưa chấm; 0 là không điểm.">
      <EditableGrid
        label="Bảng điểm"
        draftKey="gallery"
        columns={gridColumns}
        rows={people}
        rowKey={(row) => row.id}
        rowName={(row) => row.fullName}
        onChange={(changes) => {
          setScores(
            new Map([
              ...scores,
              ...changes.map((one) => [`${one.rowKey} ${one.columnId}`, one.text] as const),
            ]),
          );
          return Promise.resolve([]);
        }}
        empty={{ sentence: 'Chưa có ai trong danh sách.' }}
      />
    </Screen>
  );
}

function FieldsStory(): ReactNode {
  const [text, setText] = useState('Trường THCS Hoa Ban');
  const [date, setDate] = useState<string | null>('1985-02-05');
  const [points, setPoints] = useState<number | null>(1950);
  const [whole, setWhole] = useState<number | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [rating, setRating] = useState<'a' | 'b' | null>(null);
  const [kind, setKind] = useState<'x' | 'y' | null>('x');
  const [checked, setChecked] = useState(true);
  const [confirming, setConfirming] = useState(false);
  const [tab, setTab] = useState<'one' | 'two'>('one');
  return (
    <Screen
      title="Đơn vị, năm học"
      subtitle="Thông tin in trên mọi văn bản của Hội đồng."
      padded
      primary={{ label: 'Chốt kết quả', run: () => setConfirming(true) }}
      notices={
        <>
          <Notice tone="warn" action={{ label: 'Lấy lại chữ đã gõ', run: () => undefined }}>
            Có 3 ô đã gõ ở lần trước mà chưa lưu.
          </Notice>
          <ErrorNotice error={{ code: 'no-season' }} />
        </>
      }
    >
      <Tabs
        label="Phần"
        value={tab}
        tabs={[
          { id: 'one', label: 'Đơn vị' },
          { id: 'two', label: 'Năm học', count: 2 },
        ]}
        onChange={setTab}
      />
      <div className="form-grid">
        <TextField label="Tên đơn vị" value={text} onChange={setText} hint="Viết như trên con dấu." />
        <DateField label="Ngày sinh" value={date} onChange={setDate} />
        <NumberField
          label="Điểm tổ chấm"
          points
          max={2000}
          value={points}
          onChange={setPoints}
          suffix="điểm"
        />
        <NumberField label="Số phiếu phát ra" value={whole} onChange={setWhole} suffix="phiếu" />
        <SelectField
          label="Xếp loại"
          value={rating}
          onChange={setRating}
          placeholder="Chưa xếp loại"
          options={[
            { value: 'a', label: 'Hoàn thành xuất sắc nhiệm vụ' },
            { value: 'b', label: 'Hoàn thành tốt nhiệm vụ' },
          ]}
        />
        <PersonPicker label="Tổ trưởng" people={people} value={person} onChange={setPerson} optional />
        <RadioField
          label="Cách kiểm phiếu"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'x', label: 'Nhập từng phiếu', note: 'Chương trình tự cộng.' },
            { value: 'y', label: 'Chỉ nhập tổng số' },
          ]}
        />
        <div className="stack">
          <CheckField label="Đảng viên" checked={checked} onChange={setChecked} />
          <TextField label="Ghi chú" lines={3} value="" onChange={() => undefined} optional />
        </div>
      </div>
      <Section title="Trạng thái">
        <p>
          <Chip tone="plain">Đã đăng ký</Chip> <Chip tone="good">Đủ điều kiện</Chip>{' '}
          <Chip tone="bad">Không đủ</Chip> <Chip tone="warn">Cần xem xét</Chip>{' '}
          <Chip tone="info">Đang làm</Chip> <Chip tone="sealed">Đã chốt</Chip>{' '}
          <Chip tone="gold">Đã khen thưởng</Chip>
        </p>
      </Section>
      {confirming && (
        <ConfirmDialog
          title="Chốt kết quả kiểm phiếu"
          sentence="Sau khi chốt, số phiếu không sửa được nữa. Muốn mở lại phải có lý do của Chủ tịch Hội đồng."
          confirm="Chốt kết quả"
          reason="Lý do"
          onConfirm={() => setConfirming(false)}
          onClose={() => setConfirming(false)}
        />
      )}
    </Screen>
  );
}

function PartsStory(): ReactNode {
  return (
    <Screen title="Tổng quan" subtitle="Mùa xét thi đua năm học 2025 - 2026: mọi hồ sơ đang ở đâu." padded>
      <Section title="Chiến sĩ thi đua cơ sở">
        <Funnel
          label="Chiến sĩ thi đua cơ sở"
          steps={[
            { label: 'Đăng ký', count: 24, out: [{ label: 'rút đăng ký', count: 1 }] },
            { label: 'Đủ điều kiện', count: 19, out: [{ label: 'không đủ điều kiện', count: 4 }] },
            { label: 'Đưa ra bỏ phiếu', count: 18, out: [{ label: 'tạm hoãn', count: 1 }] },
            { label: 'Đề nghị', count: 15, out: [{ label: 'không đạt số phiếu', count: 3 }] },
          ]}
        />
      </Section>
      <Section title="Các đẳng thức của đợt kiểm phiếu">
        <IdentityList
          label="Đẳng thức"
          identities={[
            {
              identity: 'Phiếu phát ra không quá phiếu in',
              left: 15,
              right: 15,
              relation: '<=',
              holds: true,
            },
            {
              identity: 'Phiếu thu về = hợp lệ + không hợp lệ',
              left: 15,
              right: 14,
              relation: '=',
              holds: false,
            },
          ]}
        />
      </Section>
      <Section title="Xuất hồ sơ">
        <Progress
          name="Xuất hồ sơ ra USB"
          phase="Biên bản kiểm phiếu"
          done={12}
          total={31}
          onCancel={() => undefined}
        />
      </Section>
      <Section title="Nhập dữ liệu">
        <FileDrop label="Danh sách nhân sự" endings={tableEndings} onFile={() => undefined} />
      </Section>
    </Screen>
  );
}

function ImportStory(): ReactNode {
  const [wanted, setWanted] = useState<Wanted>(untouched('people', { name: preview.fileName, bytes: '' }));
  return (
    <Screen
      title="Nhân sự và tổ"
      subtitle="Tệp nhan-su.xlsx: xem trước, chưa ghi gì vào dữ liệu."
      primary={{
        label: 'Nhập 23 dòng',
        run: () => undefined,
        disabledReason: 'Hãy sửa 2 chỗ có lỗi trong tệp.',
      }}
    >
      <ImportPreview preview={preview} wanted={wanted} onChange={setWanted} />
    </Screen>
  );
}

function EmptyStory(): ReactNode {
  return (
    <Screen title="Đăng ký" subtitle="Chưa có ai đăng ký.">
      <DataTable
        label="Danh sách"
        columns={columns}
        rows={[]}
        rowKey={(row) => row.id}
        empty={{
          sentence: 'Chưa có đăng ký nào. Nhập từ tệp Excel của các tổ hoặc đăng ký từng người.',
          action: { label: 'Nhập từ Excel', run: () => undefined, icon: 'upload' },
        }}
      />
    </Screen>
  );
}

const stories: Readonly<Record<string, () => ReactNode>> = {
  table: () => <TableStory rows={people} detail={false} />,
  many: () => <TableStory rows={many} detail={false} />,
  detail: () => <TableStory rows={people} detail />,
  grid: () => <GridStory />,
  fields: () => <FieldsStory />,
  parts: () => <PartsStory />,
  import: () => <ImportStory />,
  empty: () => <EmptyStory />,
};

function Gallery(): ReactNode {
  const params = new URLSearchParams(location.search);
  const name = params.get('story') ?? 'table';
  document.documentElement.dataset['theme'] = params.get('theme') ?? 'light';
  const story = stories[name];
  return <Frame>{story === undefined ? null : story()}</Frame>;
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Gallery />);
