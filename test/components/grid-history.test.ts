import { describe, expect, it } from 'vitest';
import { changesOf, createHistory, savedStep } from '../../renderer/components/grid-history.ts';

// The steps of a sheet, back and forth.

const change = { rowKey: 'a', columnId: 'x', text: '9', over: '7' };

describe('a step of a sheet', () => {
  it('goes back to what was seen before, and says what was seen meanwhile', () => {
    const history = createHistory();
    history.push(savedStep([change]));
    expect(changesOf(history.back() ?? [])).toEqual([{ ...change, text: '7', over: '9' }]);
    expect(history.back()).toBeNull();
    expect(changesOf(history.forward() ?? [])).toEqual([change]);
  });

  it('that the core refused saves nothing when it is taken back: it takes the refused text off', () => {
    const history = createHistory();
    const step = savedStep([change, { ...change, rowKey: 'b' }]);
    history.push(step);
    history.refuse(step, ({ rowKey }) => rowKey === 'b');
    const back = history.back() ?? [];
    expect(changesOf(back).map(({ rowKey }) => rowKey)).toEqual(['a']);
    expect(back[1]).toMatchObject({ before: { unsaved: '9' }, after: { unsaved: null } });
  });
});
