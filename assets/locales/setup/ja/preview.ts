import { ja } from '../../ja.ts';
import type { PreviewStrings } from '../preview.en.ts';

/** The words of the preview in Japanese. */
export const previewJa: PreviewStrings = {
  locale: ja.locale,
  direction: ja.direction,
  panel: ja,
  preview: 'プレビュー',
  lead: 'このフォームの設定による担当者のパネルです。',
  behind: '一部の設定が正しくありません。プレビューには最後に正しかった設定が反映されています。',
  nothingYet: 'すべての設定が正しくなると、プレビューが表示されます。',
  request: 'リクエスト',
  raise: (channel) => `リクエスト：${channel}`,
  fromQueue: 'キューから',
  fromQueueOf: (channel) => `キューから（${channel}）`,
  noChannels: 'サービスチャネルがまだありません。',
  then: '続き',
  leaves: '顧客が退出',
  decline: '拒否',
  timeOut: '応答期限切れにする',
  end: '会話を終了',
  close: '案件を完了',
  extend: '後処理を延長',
  connection: '接続',
  lose: '切断する',
  restore: '回復する',
  sound: 'サウンド',
  hearRequest: '着信音を試聴',
  hearAlarm: 'アラームを試聴',
  startAgain: '最初からやり直す',
  obstacles: {
    notConnected: (channel) => `「${channel}」のリクエストなし：接続が切れています。`,
    notOnline: (channel) =>
      `「${channel}」のリクエストなし：担当者の状況がこのチャネルでオンラインではありません。`,
    wrappingUp: (channel) => `「${channel}」のリクエストなし：担当者は後処理中です。`,
    outbound: (channel) => `「${channel}」のリクエストなし：担当者は発信による会話中です。`,
    enoughOffers: (channel) => `「${channel}」のリクエストなし：これ以上の新規オファーは同時に鳴らせません。`,
    noCapacity: (channel) => `「${channel}」のリクエストなし：担当者のキャパシティに空きがありません。`,
  },
  queue: 'サンプルのキュー',
  samples: {
    voice: {
      subject: '注文48213の返金がまだ届かない',
      customer: 'イネス・カルヴァーリョ',
      highlights: [
        ['プラン', 'ビジネス'],
        ['未完了のケース', '2'],
      ],
    },
    messaging: {
      subject: '交換用ルーターの配送状況を知りたい',
      customer: 'ヨナス・リンドクヴィスト',
      highlights: [['注文', '51877']],
    },
    chat: { subject: '配送先住所の変更', customer: 'アマラ・オカフォー', highlights: [] },
    case: { subject: '破損して届いた（写真あり）', customer: 'プリヤ・ナイール', highlights: [] },
  },
};
