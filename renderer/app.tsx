/** The window: the welcome sheet while no file is open, else the season's frame with one screen in it. */
import { Component, useEffect, useMemo, useState, type ReactNode } from 'react';
import { forgetAnswers, invalidate, sentenceOf, useCommand, useOtherWindows, useQuery } from './client.ts';
import type { Action } from './components/button.tsx';
import { Button } from './components/button.tsx';
import { ChangedDialog } from './components/changed-dialog.tsx';
import { Icon } from './components/icons.tsx';
import { keepFocus } from './components/keep-focus.ts';
import { Notice } from './components/notice.tsx';
import { Palette } from './components/palette.tsx';
import { ProjectorBar } from './components/projector-bar.tsx';
import { Rail } from './components/rail.tsx';
import { Toasts } from './components/toasts.tsx';
import { SignInDialog, TopBar } from './components/top-bar.tsx';
import { useRehearsal } from './components/use-rehearsal.ts';
import { Welcome } from './components/welcome.tsx';
import { screens } from './screens/index.ts';
import {
  followAddress,
  go,
  setSession,
  setTheme,
  settle,
  themes,
  useStore,
  type Command,
  type Theme,
} from './store.ts';
import { rehearsalMark } from '../shared/documents/rehearsal.ts';
import { placeWarningText, windowsText } from '../shared/vi/data-file.ts';
import type { FileKind, Status } from '../shared/views.ts';

const themeNames: Record<Theme, string> = {
  light: 'Giao diện sáng',
  dark: 'Giao diện tối',
  contrast: 'Giao diện tương phản cao',
};

const banners: Record<FileKind, string | null> = {
  real: null,
  sample: 'Hồ sơ mẫu: trường và người trong tệp này đều là giả định, có thể thử mọi việc.',
  training: `${rehearsalMark}. Mọi việc trong tệp này chỉ để luyện tập và không đưa được vào tệp thật.`,
};

/** Screens that are worked on while the council sits before the wall. */
const inRoom: ReadonlySet<string> = new Set(['council', 'ballot']);

/** The whole app. */
export function App(): ReactNode {
  const theme = useStore((state) => state.theme);
  const status = useQuery('getStatus', {});
  const fileId = status.data?.file?.fileId ?? null;

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => followAddress(), []);
  useEffect(() => keepFocus(), []);
  useEffect(() => {
    useStore.setState({ fileId });
  }, [fileId]);

  if (status.data === null) {
    if (status.error === null) return null;
    return (
      <main className="welcome">
        <div className="welcome__sheet">
          <Notice tone="bad" action={{ label: 'Thử lại', run: () => void invalidate() }}>
            {sentenceOf(status.error)}
          </Notice>
        </div>
      </main>
    );
  }
  return (
    <>
      {status.data.file === null ? (
        <Welcome status={status.data} />
      ) : (
        <Season key={status.data.file.fileId} status={status.data} file={status.data.file} />
      )}
      <Toasts />
      <ChangedDialog />
    </>
  );
}

function Season(props: { readonly status: Status; readonly file: NonNullable<Status['file']> }): ReactNode {
  const { status, file } = props;
  const route = useStore((state) => state.route);
  const [searching, setSearching] = useState(false);
  const [asked, setAsked] = useState(false);
  const overview = useQuery('getOverview', {});
  const closeFile = useCommand('closeFile');
  const rehearsal = useRehearsal('open-file');
  const opening = overview.data?.current ?? (overview.error === null ? null : 'overview');
  const current = route?.screen ?? opening ?? 'overview';
  const screen = screens.find(({ id }) => id === current);
  const windows = useOtherWindows();
  const isRehearsal = file.kind === 'training';
  // A rehearsal is one whatever else there is to say about its place; what was changed behind the app comes before both.
  const notice = file.warning === null || isRehearsal ? banners[file.kind] : placeWarningText(file.warning);
  const ofFile = file.broken === null ? notice : sentenceOf(file.broken);
  const banner = [ofFile, windows > 1 ? windowsText(windows) : null]
    .filter((text) => text !== null)
    .join(' ');

  useEffect(() => {
    if (opening !== null) settle(opening);
  }, [route, opening]);
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k' || event.isComposing) return;
      event.preventDefault();
      setSearching(true);
    }
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, []);

  async function close(): Promise<void> {
    const result = await closeFile.run({});
    if (!result.ok) return;
    setSession(null);
    history.replaceState(null, '', location.pathname);
    useStore.setState({ route: null });
    forgetAnswers();
  }

  const fileActions: readonly Action[] = [
    { label: 'Đóng tệp dữ liệu', run: () => void close(), busy: closeFile.busy },
    ...(isRehearsal ? [] : [rehearsal]),
    ...themes.map((theme) => ({
      label: themeNames[theme],
      run: () => {
        setTheme(theme);
      },
    })),
  ];

  return (
    <div className={banner === '' ? 'frame' : 'frame frame--banner'}>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('#main')?.focus();
        }}
      >
        Đến nội dung chính
      </a>
      <TopBar
        status={status}
        actions={fileActions}
        onSearch={() => {
          setSearching(true);
        }}
      />
      {banner !== '' && (
        <aside
          className={isRehearsal ? 'frame__banner frame__banner--rehearsal' : 'frame__banner'}
          aria-label="Lưu ý về tệp dữ liệu"
        >
          <Icon name={file.warning === null && file.broken === null ? 'info' : 'warning'} size={14} />
          {banner}
        </aside>
      )}
      <Rail
        path={screens.filter(({ place }) => place === 'path')}
        rest={screens.filter(({ place }) => place === 'rest')}
        current={current}
        steps={overview.data?.steps ?? null}
      />
      <main
        className={inRoom.has(current) ? 'frame__main frame__main--projector' : 'frame__main'}
        id="main"
        tabIndex={-1}
      >
        <Guard key={current}>{screen === undefined ? null : <screen.component />}</Guard>
        {inRoom.has(current) && <ProjectorBar />}
      </main>
      {searching && (
        <Search
          actions={fileActions}
          onClose={() => {
            setSearching(false);
          }}
        />
      )}
      {status.session === null && !asked && (
        <SignInDialog
          session={null}
          onClose={() => {
            setAsked(true);
          }}
        />
      )}
    </div>
  );
}

function Search(props: { readonly actions: readonly Action[]; readonly onClose: () => void }): ReactNode {
  const people = useQuery('listPeople', {});
  const cases = useQuery('listCases', {});
  const papers = useQuery('listPapers', {});
  const offered = useStore((state) => state.commands);
  const commands = useMemo<readonly Command[]>(
    () => [
      ...screens.map(({ id, label }) => ({
        id: `screen ${id}`,
        label,
        kind: 'Màn hình',
        run: () => {
          go(id);
        },
      })),
      ...offered,
      ...props.actions.map(({ label, run }) => ({ id: `action ${label}`, label, kind: 'Lệnh', run })),
      ...(people.data ?? []).map((person) => ({
        id: `person ${person.id}`,
        label: person.fullName,
        kind: 'Nhân sự',
        note: [person.groupName, person.code ?? ''].filter((part) => part !== '').join(' · '),
        run: () => {
          go('people', person.id);
        },
      })),
      ...(papers.data ?? []).map((paper) => ({
        id: `paper ${paper.id}`,
        label: paper.title,
        kind: 'Văn bản',
        note: ['Văn bản', paper.number].filter((part) => part !== '').join(' · '),
        run: () => {
          go('dossier', paper.id);
        },
      })),
      ...(cases.data ?? []).map((row) => ({
        id: `case ${row.id}`,
        label: row.name,
        kind: 'Hồ sơ',
        note: `Hồ sơ ${row.titleName}`,
        run: () => {
          go('appraisal', row.id);
        },
      })),
    ],
    [people.data, papers.data, cases.data, offered, props.actions],
  );
  return <Palette commands={commands} onClose={props.onClose} />;
}

/** A bug in one screen leaves the others usable, and says that nothing is lost. */
class Guard extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="empty">
        <p>Màn hình này gặp lỗi và phải dừng lại. Dữ liệu đã lưu vẫn còn nguyên.</p>
        <Button
          onClick={() => {
            this.setState({ failed: false });
          }}
        >
          Mở lại màn hình
        </Button>
      </div>
    );
  }
}
