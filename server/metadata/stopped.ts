import type { FileRemark } from '../../src/domain/import/file-remarks.ts';

/** Where in a file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a file is not read. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped';
  readonly remark: FileRemark;
  readonly place: Place | null;
  constructor(remark: FileRemark, place: Place | null) {
    super(remark.code);
    this.remark = remark;
    this.place = place;
  }
}

export function readingStopped(remark: FileRemark, place: Place | null = null): ReadingStopped {
  return new ReadingStopped(remark, place);
}
