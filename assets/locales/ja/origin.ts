import type { OriginWords } from '../origin.en.ts';

/** The words that say in Japanese why a rep's settings are as they are. */
export const originJa: OriginWords = {
  title: 'この設定になっている理由',
  route: {
    user: (name) => `プレゼンス設定「${name}」が適用されています。ユーザーに割り当てられています。`,
    profile: (name) => `プレゼンス設定「${name}」が適用されています。プロファイルに割り当てられています。`,
    default: (name) =>
      `プレゼンス設定「${name}」が適用されています。個別の割り当てがない全員に適用されるデフォルトです。`,
  },
  sounds: { off: 'サウンドなし', default: 'デフォルトのサウンド', custom: 'カスタムサウンド' },
  length: (seconds) => `${seconds}秒間鳴ります`,
  answering: {
    automatic: '自動で承諾',
    acceptOrDecline: '承諾または拒否',
    accept: '拒否不可',
  },
  acw: '後処理',
  acwOf: (seconds) => `${seconds}秒`,
  acwExtended: (seconds, extension, max) => `${seconds}秒、延長${extension}秒×${max}回`,
  acwNone: 'なし',
  alarm: '接続が切れたときのアラーム',
  on: 'オン',
  off: 'オフ',
  channel: (name) => `チャネル「${name}」による`,
  configuration: (name) => `プレゼンス設定「${name}」による`,
  default: 'デフォルト',

  moved: (from, to) =>
    `プレゼンス設定が「${from}」から「${to}」に変わりました。すでに届いているリクエストには影響しません。`,
};
