/** What was done to a sheet, step by step: each step can be taken back and done again, also what could not stand. */
import { useState } from 'react';

/** One changed cell: the text as it was typed or pasted, trimmed, and the one that was seen there before. */
export interface CellChange {
  readonly rowKey: string;
  readonly columnId: string;
  readonly text: string;
  readonly over: string;
}

/** What a cell holds: the text that is saved, and the one over it that is not. */
export interface CellState {
  readonly saved: string;
  readonly unsaved: string | null;
}

/** One cell of a step. */
export interface CellStep {
  readonly rowKey: string;
  readonly columnId: string;
  readonly before: CellState;
  readonly after: CellState;
}

/** Cells that changed at once. */
export type GridStep = readonly CellStep[];

/** The steps of one sheet. */
export interface GridHistory {
  readonly push: (step: GridStep) => void;
  /** Writes down that cells of a step were not saved after all: to take it back takes their texts off. */
  readonly refuse: (step: GridStep, isRefused: (cell: CellStep) => boolean) => void;
  /** The last step turned round, from what is to what was; null when there is none. */
  readonly back: () => GridStep | null;
  /** The step that was taken back last. */
  readonly forward: () => GridStep | null;
}

const MOST_STEPS = 200;

/** A history without a step. */
export function createHistory(): GridHistory {
  const done: GridStep[] = [];
  const undone: GridStep[] = [];
  return {
    push(step) {
      if (step.length === 0) return;
      done.push(step);
      if (done.length > MOST_STEPS) done.shift();
      undone.length = 0;
    },
    refuse(step, isRefused) {
      const at = done.indexOf(step);
      if (at >= 0) done[at] = step.map((cell) => (isRefused(cell) ? leftUnsaved(cell) : cell));
    },
    back() {
      const step = done.pop();
      if (step === undefined) return null;
      undone.push(step);
      return step.map((cell) => ({ ...cell, before: cell.after, after: cell.before }));
    },
    forward() {
      const step = undone.pop();
      if (step === undefined) return null;
      done.push(step);
      return step;
    },
  };
}

function leftUnsaved(cell: CellStep): CellStep {
  return { ...cell, after: { saved: cell.before.saved, unsaved: cell.after.saved } };
}

/** Keeps the history of a sheet as long as its screen is open. */
export function useGridHistory(): GridHistory {
  return useState(createHistory)[0];
}

/** The step of changes that are saved as they are. */
export function savedStep(changes: readonly CellChange[]): GridStep {
  return changes.map(({ rowKey, columnId, text, over }) => ({
    rowKey,
    columnId,
    before: { saved: over, unsaved: null },
    after: { saved: text, unsaved: null },
  }));
}

/** What a step asks to be saved. */
export function changesOf(step: GridStep): readonly CellChange[] {
  return step
    .filter(({ before, after }) => before.saved !== after.saved)
    .map(({ rowKey, columnId, before, after }) => ({
      rowKey,
      columnId,
      text: after.saved,
      over: before.saved,
    }));
}
