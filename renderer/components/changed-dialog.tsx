import type { ReactNode } from 'react';
import { changeWords, writerText } from '../../shared/vi/changed.ts';
import { useStore } from '../store.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Asks which value is to stand where another window changed the same: what is typed here is not lost unasked, nor theirs. */
export function ChangedDialog(): ReactNode {
  const question = useStore((state) => state.question);
  if (question === null) return null;
  const { changes, answer } = question;
  const who = [...new Set(changes.map(({ by }) => writerText(by)))].join(', ');
  return (
    <Dialog
      title="Cửa sổ khác đã đổi nội dung này"
      onClose={() => answer('theirs')}
      onSubmit={() => answer('mine')}
      foot={
        <>
          <Button onClick={() => answer('theirs')}>Giữ nội dung đã lưu</Button>
          <Button kind="primary" submit>
            Ghi nội dung ở đây
          </Button>
        </>
      }
    >
      <p>Từ khi cửa sổ này hiện nội dung, {who} đã đổi và lưu. Chưa ghi gì từ cửa sổ này.</p>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Mục</th>
            <th scope="col">Đã lưu</th>
            <th scope="col">Ở đây</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const { name, now, wanted } = changeWords(change);
            return (
              <tr key={[...change.row, change.field].join(' ')}>
                <td>{name}</td>
                <td>{now}</td>
                <td>{wanted}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Dialog>
  );
}
