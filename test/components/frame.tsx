import type { ReactNode } from 'react';
import { Rail } from '../../renderer/components/rail.tsx';
import { Toasts } from '../../renderer/components/toasts.tsx';
import { TopBar } from '../../renderer/components/top-bar.tsx';
import { screens } from '../../renderer/screens/index.ts';

/** The app's frame with made-up facts around a story. */
export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className="frame frame--banner">
      <TopBar
        status={{
          file: {
            path: 'D:\\Thi dua\\2025-2026\\thcs-hoa-ban-2025-2026.bangvang',
            name: 'thcs-hoa-ban-2025-2026.bangvang',
            kind: 'sample',
            warning: null,
            broken: null,
            schoolName: 'Trường THCS Hoa Ban',
            schoolYear: '2025-2026',
            savedAt: '2026-05-20T07:02:00.000Z',
            fileId: 'story',
          },
          session: { role: 'secretary', name: 'Lê Thu Hà' },
          recent: [],
          version: '0.1.0',
          suggestedFolder: 'D:\\Thi dua',
        }}
        onSearch={() => undefined}
        actions={[{ label: 'Đóng tệp dữ liệu', run: () => undefined }]}
      />
      <aside className="frame__banner" aria-label="Lưu ý về tệp dữ liệu">
        Hồ sơ mẫu: trường và người trong tệp này đều là giả định, có thể thử mọi việc.
      </aside>
      <Rail
        path={screens.filter(({ place }) => place === 'path')}
        rest={screens.filter(({ place }) => place === 'rest')}
        current="appraisal"
        steps={[
          { id: 'overview', state: 'in-progress', done: 0, total: 0, note: '' },
          { id: 'people', state: 'done', done: 72, total: 72, note: '' },
          { id: 'campaign', state: 'done', done: 3, total: 3, note: '' },
          { id: 'registration', state: 'done', done: 72, total: 72, note: '' },
          { id: 'evaluation', state: 'in-progress', done: 64, total: 72, note: '' },
          { id: 'appraisal', state: 'attention', done: 60, total: 72, note: '' },
          { id: 'council', state: 'not-started', done: 0, total: 0, note: '' },
          { id: 'ballot', state: 'blocked', done: 0, total: 2, note: '' },
          { id: 'dossier', state: 'blocked', done: 0, total: 14, note: '' },
        ]}
      />
      <main className="frame__main" id="main">
        {children}
      </main>
      <Toasts />
    </div>
  );
}
