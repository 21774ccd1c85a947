import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import {
  alertReceiptSchema,
  MAX_ALERT_RECEIPTS,
  type AlertReceipt,
} from '../../../src/domain/alerts/alert-receipt.ts';
import { MAX_PANEL_MESSAGE_SIZE, panelMessageSchema } from '../../../src/protocol/messages.ts';

const receipt: AlertReceipt = {
  agentWorkId: 'x'.repeat(64),
  kind: 'soundBlocked',
  at: 1_893_492_000_000,
  visibility: 'visible',
  reason: 'contextInterrupted',
  detail: '"'.repeat(80),
};

describe('an alert receipt', () => {
  it('fits into a panel message up to the maximum number per message', () => {
    const message = {
      type: 'alert-receipts',
      receipts: Array.from({ length: MAX_ALERT_RECEIPTS }, () => receipt),
    };
    assert.ok(v.is(panelMessageSchema, message));
    assert.ok(JSON.stringify(message).length <= MAX_PANEL_MESSAGE_SIZE);
    assert.ok(!v.is(panelMessageSchema, { ...message, receipts: [...message.receipts, receipt] }));
  });

  it('needs neither a reason nor a detail', () => {
    const { agentWorkId, at, visibility } = receipt;
    assert.ok(v.is(alertReceiptSchema, { agentWorkId, kind: 'painted', at, visibility }));
  });

  it('has a detail that is short and printable', () => {
    for (const detail of ['x'.repeat(81), 'line\nbreak', 'Größe'])
      assert.ok(!v.is(alertReceiptSchema, { ...receipt, detail }), detail);
  });
});
