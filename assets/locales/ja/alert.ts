import type { AlertWords } from '../../../src/domain/alerts/explain-alert.ts';

const seconds = (length: number) => `${(length / 1000).toFixed(1)}秒`;
const tab = { visible: '表示中のブラウザータブ', hidden: '非表示のブラウザータブ' };
/** A reason stands before what it explains. */
const because = (reason: string | null) => (reason === null ? '' : `${reason}ため、`);

/** The clauses that say in Japanese what happened of a request. */
export const alert: AlertWords = {
  sentence: (clauses) => `${clauses.join('。')}。`,

  shown: (after, visibility) => `オファーの${seconds(after)}後に${tab[visibility]}に表示されました`,
  withNotification: (shown) => `${shown}（通知あり）`,
  onlyNotified: (after) =>
    `オファーの${seconds(after)}後に通知が表示されましたが、パネルに表示された記録はありません`,
  onlyDelivered: (after, visibility) =>
    `オファーの${seconds(after)}後に${tab[visibility]}に届きましたが、表示された記録はありません`,
  notDelivered: 'パネルに届いた記録はありません',

  soundStarted: (after) => `サウンドはオファーの${seconds(after)}後に鳴り始めました`,
  defaultSoundStarted: (after, reason) =>
    `${because(reason)}デフォルトのサウンドがオファーの${seconds(after)}後に鳴り始めました`,
  soundBlocked: (reason) => `${because(reason)}サウンドはブロックされていました`,
  soundBlockedThenStarted: (after, reason) =>
    `${because(reason)}サウンドは最初ブロックされ、オファーの${seconds(after)}後に鳴り始めました`,
  soundStartedThenBlocked: (started, blocked, reason) =>
    `サウンドはオファーの${seconds(started)}後に鳴り始めましたが、${because(reason)}${seconds(blocked)}後にブロックされました`,
  noSound: 'サウンドなしで届きました',
  soundUnknown: 'サウンドについての記録はありません',

  obstacles: {
    contextSuspended: 'ページがまだクリックされていなかった',
    contextInterrupted: 'ほかのプログラムがオーディオデバイスを使用していた',
    contextClosed: 'ブラウザーがページに音声の使用を許可しなかった',
    soundOff: 'サウンドがオフになっている',
    notFetched: 'カスタムサウンドを取得できなかった',
    notDecoded: 'カスタムサウンドをデコードできなかった',
    tooLong: 'カスタムサウンドが長すぎる',
    tooSlow: '鳴らす時間が終わるまでに準備が間に合わなかった',
    newerRequest: '新しいリクエストが鳴っていた',
    otherTab: '別のブラウザータブがサウンドを鳴らしていた',
    notConnected: '接続が切れていた',
    hostPrevented: 'アプリケーションが抑止した',
  },

  answered: (after) => `オファーの${seconds(after)}後に応答しました`,
  inVain: (answer, end) => `${answer}が、${end}`,
  ends: {
    waiting: '応答を待っています',
    accepted: '承諾されました',
    automatic: '自動で承諾されました',
    declined: '拒否されました',
    missed: '先に応答期限が切れました',
    customerLeft: '顧客が退出しました',
    withdrawn: '取り下げられました',
    graceOver: '接続が切れている時間が長すぎました',
    givenBack: '担当者がキューに戻しました',
    repWentOffline: '担当者がオフラインになりました',
    notDelivered: 'キューに戻りました',
    unknown: 'キャンセルされました',
  },
};
