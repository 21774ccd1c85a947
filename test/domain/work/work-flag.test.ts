import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { check } from '../../../src/domain/violations.ts';
import { agentWorkSchema } from '../../../src/domain/work/agent-work.ts';
import {
  changeFlag,
  flagMessageSchema,
  isUp,
  workFlagSchema,
  type WorkFlag,
} from '../../../src/domain/work/work-flag.ts';

const raise = (flag: WorkFlag | null, message: string | null, at = 0) =>
  changeFlag(flag, { type: 'raise-flag', message }, 'sofia', at);
const lower = (flag: WorkFlag | null, message: string | null = null, at = 0) =>
  changeFlag(flag, { type: 'lower-flag', message }, 'sofia', at);

describe('the flag of agent work', () => {
  it('says who changed it, when, and what they said', () => {
    const raised = raise(null, 'A threat', 5);
    assert.deepEqual(raised, {
      isFlagged: true,
      message: 'A threat',
      updatedAt: 5,
      updatedBy: 'sofia',
      roleUpdatedBy: 'rep',
    });
    assert.deepEqual(lower(raised, 'Solved', 9), {
      ...raised,
      isFlagged: false,
      message: 'Solved',
      updatedAt: 9,
    });
    assert.deepEqual([isUp(null), isUp(raised), isUp(lower(raised))], [false, true, false]);
  });

  it('stays as it is if the change changes nothing', () => {
    const raised = raise(null, 'A threat', 5);
    assert.equal(raise(raised, 'A threat', 9), raised);
    const lowered = lower(raised, null, 6);
    assert.equal(lower(lowered, 'again', 9), lowered);
    assert.equal(lower(null, null, 9), null, 'one that was never raised');
  });

  it('gets another message when it is raised again with one', () => {
    const raised = raise(null, 'A threat', 5);
    assert.equal(raise(raised, 'Worse now', 9)?.message, 'Worse now');
    assert.equal(raise(raised, null, 9)?.message, null);
  });

  it('has a message of at most 255 characters, without control characters', () => {
    assert.deepEqual(check(flagMessageSchema, ` ${'x'.repeat(255)} `), { ok: true, value: 'x'.repeat(255) });
    const wrong = check(flagMessageSchema, 'x'.repeat(256));
    assert.equal(
      wrong.ok ? null : wrong.violations[0]?.detail,
      'The message of a flag must have at most 255 characters.',
    );
    assert.equal(check(flagMessageSchema, 'a\u0007b').ok, false);
    const flag = raise(null, null);
    assert.equal(v.is(workFlagSchema, { ...flag, message: 'x'.repeat(255) }), true);
    assert.equal(v.is(workFlagSchema, { ...flag, message: 'x'.repeat(256) }), false);
  });

  it('may be missing in what an older server sends, and is read from a newer one whoever changed it', () => {
    const { flag } = agentWorkSchema.entries;
    assert.equal(v.parse(flag, undefined), null);
    const raised = { ...raise(null, null), roleUpdatedBy: 'botanist' };
    assert.equal(v.parse(flag, raised)?.roleUpdatedBy, 'unknown');
  });
});
